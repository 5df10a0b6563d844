import type { ReactElement } from 'react';
import { noFilters } from '../route';
import { RouteLink } from '../routing';

/** The name of a release, which leads to its readiness where Jira has such a version. */
export function ReleaseName({ name, releases }: { name: string; releases: Readonly<Record<string, string>> }): ReactElement {
  const versionId = releases[name];
  if (versionId === undefined) return <>{name}</>;
  return <RouteLink to={{ screen: 'readiness', versionId, filters: noFilters }}>{name}</RouteLink>;
}

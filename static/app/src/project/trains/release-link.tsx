import type { MouseEvent, ReactElement } from 'react';
import { goToProjectPage } from '../../bridge/jira-pages';
import { noFilters } from '../route';
import { RouteLink } from '../routing';

interface Props {
  readonly name: string;
  readonly versionId: string;
  readonly projectKey: string;
  /** Of the project whose page this is: then nothing is loaded anew. */
  readonly isOwn: boolean;
}

/** Leads to the readiness of a release, in its own project. */
export function ReleaseLink({ name, versionId, projectKey, isOwn }: Props): ReactElement {
  if (isOwn) return <RouteLink to={{ screen: 'readiness', versionId, filters: noFilters }}>{name}</RouteLink>;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    goToProjectPage(projectKey, `readiness/${versionId}`);
  };
  return (
    <a href="#readiness" onClick={open}>
      {name}
    </a>
  );
}

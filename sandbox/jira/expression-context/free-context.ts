import { entityProperties } from './entity-properties';
import { host, plain } from './members';
import { issueHost } from './issue-host';
import { projectHost } from './project-host';
import { userHostOf } from './user-host';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';
import type { HostObject, Value } from '../expressions';
import type { Issue, Project } from '../model';

interface Chosen {
  readonly issue: Issue | undefined;
  readonly project: Project | undefined;
  readonly issues: readonly Issue[] | undefined;
  readonly isApp: boolean;
}

/** Variables of POST /rest/api/3/expression/evaluate: `user` always, `app` for the app's own calls, the rest as chosen. */
export function freeContext(site: Site, viewer: Permissions, chosen: Chosen): Record<string, Value> {
  const { issue, project, issues, isApp } = chosen;
  return {
    user: userHostOf(site, viewer.accountId),
    ...(isApp ? { app: appHost(site) } : {}),
    ...(issue === undefined ? {} : { issue: issueHost(site, issue, viewer) }),
    ...(project === undefined ? {} : { project: projectHost(site, project) }),
    ...(issues === undefined ? {} : { issues: issues.map((found) => issueHost(site, found, viewer)) }),
  };
}

function appHost(site: Site): HostObject {
  const properties = Object.fromEntries(site.appProperties);
  const id = site.app?.appId ?? '';
  return host({
    typeName: 'App',
    identity: id,
    members: { ...plain({ id, key: id, license: null }), properties: entityProperties(properties) },
  });
}

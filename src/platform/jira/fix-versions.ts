import { route } from '@forge/api';
import { tellJira } from './request';
import type { JiraOutcome } from './outcome';

/** Adds a fix version beside the others, as the person at the screen: PUT /rest/api/3/issue/{id} */
export function addFixVersion(issueId: string, versionId: string): Promise<JiraOutcome<null>> {
  return add('viewer', issueId, versionId);
}

/** The same as the app, where nobody is at a screen. */
export function addFixVersionAsApp(issueId: string, versionId: string): Promise<JiraOutcome<null>> {
  return add('app', issueId, versionId);
}

function add(as: 'viewer' | 'app', issueId: string, versionId: string): Promise<JiraOutcome<null>> {
  const body = { update: { fixVersions: [{ add: { id: versionId } }] } };
  return tellJira({ as, method: 'PUT', path: route`/rest/api/3/issue/${issueId}`, body });
}

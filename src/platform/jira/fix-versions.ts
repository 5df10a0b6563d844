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

/** Plans an issue for another version instead of one, as the person at the screen; its other fix versions stay. */
export function moveFixVersion(issueId: string, from: string, to: string): Promise<JiraOutcome<null>> {
  const body = { update: { fixVersions: [{ remove: { id: from } }, { add: { id: to } }] } };
  return tellJira({ as: 'viewer', method: 'PUT', path: route`/rest/api/3/issue/${issueId}`, body });
}

function add(as: 'viewer' | 'app', issueId: string, versionId: string): Promise<JiraOutcome<null>> {
  const body = { update: { fixVersions: [{ add: { id: versionId } }] } };
  return tellJira({ as, method: 'PUT', path: route`/rest/api/3/issue/${issueId}`, body });
}

import { route } from '@forge/api';
import { tellJira } from './request';
import type { JiraOutcome } from './outcome';

/** Adds affected versions beside the others, as the person at the screen: PUT /rest/api/3/issue/{id} */
export function addAffectsVersions(issueId: string, versionIds: readonly string[]): Promise<JiraOutcome<null>> {
  const body = { update: { versions: versionIds.map((id) => ({ add: { id } })) } };
  return tellJira({ as: 'viewer', method: 'PUT', path: route`/rest/api/3/issue/${issueId}`, body });
}

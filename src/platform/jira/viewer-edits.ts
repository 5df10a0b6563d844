import { route } from '@forge/api';
import { tellJira } from './request';
import type { JiraOutcome } from './outcome';

/** Sets fields of an issue by their ids, as the person at the screen: PUT /rest/api/3/issue/{id} */
export function setFieldsAsViewer(
  issueId: string,
  fields: Readonly<Record<string, string | number>>,
): Promise<JiraOutcome<null>> {
  return tellJira({ as: 'viewer', method: 'PUT', path: route`/rest/api/3/issue/${issueId}`, body: { fields } });
}

/** Lets somebody watch an issue, as the person at the screen: POST /rest/api/3/issue/{id}/watchers */
export function addWatcherAsViewer(issueId: string, accountId: string): Promise<JiraOutcome<null>> {
  return tellJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/issue/${issueId}/watchers`, body: accountId });
}

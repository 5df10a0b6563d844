import { route } from '@forge/api';
import { tellJira } from './request';
import type { JiraOutcome } from './outcome';

export interface MailToSend {
  readonly subject: string;
  readonly textBody: string;
  /** HTML in which everything from outside is escaped. */
  readonly htmlBody: string;
}

/**
 * Has Jira send an e-mail about an issue to people who may see it: POST /rest/api/3/issue/{id}/notify. Jira does not tell whether a mail
 * was sent, so one whose answer got lost is sent again.
 * @param accountIds at least one
 */
export function notifyPeople(issueId: string, accountIds: readonly string[], mail: MailToSend): Promise<JiraOutcome<null>> {
  const to = { users: accountIds.map((accountId) => ({ accountId })) };
  const restrict = { permissions: [{ key: 'BROWSE' }] };
  const path = route`/rest/api/3/issue/${issueId}/notify`;
  return tellJira({ as: 'app', method: 'POST', path, body: { ...mail, to, restrict } });
}

import { notifyPeople } from '../../platform/jira';
import type { JiraOutcome } from '../../platform/jira';
import { digestMail } from '../digest-mail';
import type { DigestWords } from '../digest-mail';

/**
 * Has Jira send a person what waits. A mail of Jira's is always about one issue: the first one of the digest.
 * @param issueId one that the person may see
 */
export function sendDigest(accountId: string, issueId: string, words: DigestWords): Promise<JiraOutcome<null>> {
  return notifyPeople(issueId, [accountId], digestMail(words));
}

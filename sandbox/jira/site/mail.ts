import type { Site } from './site';
import { permissionsOf } from './permissions';
import type { SentMail } from '../jira';
import type { Issue } from '../model';

/** Keeps a mail to those of the people who are active, no app, and may see the issue; to nobody, there is none. */
export function keepMail(
  site: Site,
  issue: Issue,
  people: readonly string[],
  mail: Pick<SentMail, 'subject' | 'textBody'>,
): void {
  const to = [...new Set(people)].filter(
    (accountId) => site.users.get(accountId)?.accountType === 'atlassian' && permissionsOf(site, accountId).sees(issue),
  );
  if (to.length > 0) site.mail.push({ at: site.now(), issueKey: issue.key, to, ...mail });
}

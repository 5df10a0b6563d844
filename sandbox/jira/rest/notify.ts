import { z } from 'zod';
import { keepMail } from '../site/mail';
import { watchersOf } from '../site/watchers';
import { issueFor } from './find-for-call';
import { badRequest } from './refusal';
import { readBody } from './read-request';
import { noContent } from './route';
import type { Answer, Call, Route } from './route';
import type { Issue } from '../model';

export const notify: readonly Route[] = [{ method: 'POST', path: '/rest/api/3/issue/{issueIdOrKey}/notify', handle: send }];

const groups = z.array(z.object({ name: z.string() })).optional();
const body = z.strictObject({
  subject: z.string().optional(),
  textBody: z.string().optional(),
  htmlBody: z.string().optional(),
  to: z
    .strictObject({
      users: z.array(z.object({ accountId: z.string() })).optional(),
      groups,
      assignee: z.boolean().optional(),
      reporter: z.boolean().optional(),
      watchers: z.boolean().optional(),
    })
    .optional(),
  /** Whoever may not see the issue gets no mail anyway, so the permission to browse restricts nothing more. */
  restrict: z
    .strictObject({ groups, permissions: z.array(z.object({ key: z.enum(['BROWSE', 'BROWSE_PROJECTS']) })).optional() })
    .optional(),
});
type Asked = z.infer<typeof body>;

function send(call: Call): Answer {
  const issue = issueFor(call);
  const asked = readBody(call, body);
  const people = recipients(call, issue, asked);
  if (people.length === 0) throw badRequest('No recipients were defined for the notification.');
  const allowed = asked.restrict?.groups?.map(({ name }) => name) ?? [];
  const told = people.filter((accountId) => allowed.length === 0 || isIn(call, accountId, allowed));
  const subject = asked.subject ?? `(${issue.key}) ${issue.summary}`;
  keepMail(call.site, issue, told, { subject, textBody: asked.textBody ?? '' });
  return noContent;
}

function recipients({ site }: Call, issue: Issue, { to }: Asked): string[] {
  const named = to?.groups?.map(({ name }) => name) ?? [];
  return [
    ...(to?.users ?? []).map(({ accountId }) => accountId),
    ...[...site.users.values()]
      .filter((user) => user.groups.some((group) => named.includes(group)))
      .map((user) => user.accountId),
    ...(to?.assignee === true && issue.assignee !== null ? [issue.assignee] : []),
    ...(to?.reporter === true && issue.reporter !== null ? [issue.reporter] : []),
    ...(to?.watchers === true ? watchersOf(site, issue) : []),
  ];
}

function isIn({ site }: Call, accountId: string, groupNames: readonly string[]): boolean {
  return site.users.get(accountId)?.groups.some((group) => groupNames.includes(group)) === true;
}

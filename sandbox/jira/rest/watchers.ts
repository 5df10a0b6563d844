import { z } from 'zod';
import { userBeanOf } from '../beans/user-bean';
import { setWatching, watchersOf } from '../site/watchers';
import { callerFor, demand, issueFor, projectOfFor } from './find-for-call';
import { badRequest, notFound } from './refusal';
import { noContent, ok } from './route';
import type { Answer, Call, Route } from './route';

const PATH = '/rest/api/3/issue/{issueIdOrKey}/watchers';

export const watchers: readonly Route[] = [
  { method: 'GET', path: PATH, handle: (call) => ok(list(call)) },
  { method: 'POST', path: PATH, handle: (call) => change(call, z.string().optional().safeParse(call.body).data, true) },
  { method: 'DELETE', path: PATH, handle: (call) => change(call, call.query.get('accountId') ?? undefined, false) },
];

function list(call: Call): Record<string, unknown> {
  const issue = issueFor(call);
  const people = watchersOf(call.site, issue);
  return {
    self: call.site.url(`/rest/api/3/issue/${issue.key}/watchers`),
    isWatching: people.includes(call.viewer.accountId ?? ''),
    watchCount: people.length,
    watchers: people.map((accountId) => userBeanOf(call.site, accountId)),
  };
}

/** Oneself, or others where one may edit the issue. @throws Refusal 404 for a person who is not there */
function change(call: Call, given: string | undefined, watches: boolean): Answer {
  const issue = issueFor(call);
  const caller = callerFor(call).accountId;
  const accountId = given ?? (watches ? caller : undefined);
  if (accountId === undefined) throw badRequest("The query parameter 'accountId' is required.");
  if (!call.site.users.has(accountId)) throw notFound('The user does not exist.');
  if (accountId !== caller) demand(call, 'EDIT_ISSUES', projectOfFor(call, issue));
  setWatching(call.site, issue, accountId, watches);
  return noContent;
}

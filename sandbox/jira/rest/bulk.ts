import { z } from 'zod';
import { historyBean, shownFieldId } from '../beans/history-bean';
import { issueBean } from '../beans/issue-bean';
import { findIssue } from '../site/find';
import { issueView } from './issue-view';
import { badRequest } from './refusal';
import { readBody } from './read-request';
import { ok } from './route';
import type { Answer, Call, Route } from './route';
import type { History, Issue } from '../model';

export const bulk: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/issue/bulkfetch', handle: fetchIssues },
  { method: 'POST', path: '/rest/api/3/changelog/bulkfetch', handle: fetchChangelogs },
];

const MOST_ISSUES = 100;
/** `expand=changelog` of bulkfetch shows at most this many (docs/platform.md B.7). */
const MOST_HISTORIES = 40;

const issuesBody = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(MOST_ISSUES, `at most ${MOST_ISSUES} issues can be requested`),
  fields: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  expand: z.array(z.string()).optional(),
  properties: z.array(z.string()).optional(),
});

/** Found issues come in ascending order of their ids, the rest as errors. One point for each issue returned. */
function fetchIssues(call: Call): Answer {
  const body = readBody(call, issuesBody);
  const view = issueView(body, { fields: '*navigable', base: '*navigable', histories: MOST_HISTORIES });
  const { found, missing } = visible(call, body.issueIdsOrKeys);
  const errorMessage = 'Issue does not exist or you do not have permission to see it.';
  return ok(
    {
      issues: found.map((issue) => issueBean(call.site, issue, view, call.viewer)),
      issueErrors: missing.map((id) => ({ id, errorMessage })),
    },
    found.length,
  );
}

const changelogsBody = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(1000, 'at most 1000 issues can be requested'),
  fieldIds: z.array(z.string()).max(10, 'at most 10 fields can be requested').optional(),
  maxResults: z.number().int().min(1).max(10_000).optional(),
  nextPageToken: z.string().nullable().optional(),
});

interface Entry {
  readonly issue: Issue;
  readonly history: History;
}

/**
 * Histories of many issues, oldest first, then by issue id; with `fieldIds` only the items of those fields. One point for each
 * issue asked for, on each page.
 */
function fetchChangelogs(call: Call): Answer {
  const body = readBody(call, changelogsBody);
  const { found } = visible(call, body.issueIdsOrKeys);
  const entries = found
    .flatMap((issue) =>
      issue.histories.flatMap((history) => filtered(history, body.fieldIds)).map((history) => ({ issue, history })),
    )
    .sort(oldestFirst);
  const from = offsetOf(body.nextPageToken ?? null);
  const to = from + (body.maxResults ?? 1000);
  return ok(
    {
      issueChangeLogs: grouped(call, entries.slice(from, to)),
      ...(to < entries.length ? { nextPageToken: Buffer.from(`changelog:${to}`).toString('base64url') } : {}),
    },
    new Set(body.issueIdsOrKeys).size,
  );
}

function filtered(history: History, fieldIds: readonly string[] | undefined): History[] {
  if (fieldIds === undefined || fieldIds.length === 0) {
    return [history];
  }
  const items = history.items.filter((item) => fieldIds.includes(shownFieldId(item)));
  return items.length === 0 ? [] : [{ ...history, items }];
}

function oldestFirst(a: Entry, b: Entry): number {
  if (a.history.created !== b.history.created) {
    return a.history.created < b.history.created ? -1 : 1;
  }
  return Number(a.issue.id) - Number(b.issue.id) || Number(a.history.id) - Number(b.history.id);
}

function grouped(call: Call, entries: readonly Entry[]): unknown[] {
  const byIssue = new Map<string, unknown[]>();
  for (const { issue, history } of entries) {
    byIssue.set(issue.id, [...(byIssue.get(issue.id) ?? []), historyBean(call.site, history)]);
  }
  return [...byIssue].map(([issueId, changeHistories]) => ({ issueId, changeHistories }));
}

function offsetOf(token: string | null): number {
  if (token === null) {
    return 0;
  }
  const match = /^changelog:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (match === null) {
    throw badRequest('The nextPageToken is not valid.');
  }
  return Number(match[1]);
}

function visible(call: Call, idsOrKeys: readonly string[]): { found: Issue[]; missing: string[] } {
  const found = new Map<string, Issue>();
  const missing: string[] = [];
  for (const idOrKey of idsOrKeys) {
    const issue = findIssue(call.site, idOrKey);
    if (issue !== undefined && call.viewer.sees(issue)) {
      found.set(issue.id, issue);
    } else {
      missing.push(idOrKey);
    }
  }
  return { found: [...found.values()].sort((a, b) => Number(a.id) - Number(b.id)), missing };
}

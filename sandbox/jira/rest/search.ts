import { z } from 'zod';
import { issueBean } from '../beans/issue-bean';
import { fieldNames, selectFields } from '../beans/issue-fields';
import { issueView } from './issue-view';
import { badRequest } from './refusal';
import { queryFlag, queryList, queryNumber, readBody } from './read-request';
import { ok } from './route';
import { runSearch } from './run-search';
import type { Answer, Call, Route } from './route';
import type { Issue } from '../model';
import type { IssueView } from '../beans/issue-bean';

const PATH = '/rest/api/3/search/jql';
const DEFAULT_RESULTS = 50;
/** Of ids and keys alone (docs/platform.md B.7). */
const MOST_IDS = 5000;
/** With fields; the documentation only says "fewer". */
const MOST_ISSUES = 100;
const MOST_RECONCILED = 50;

export const search: readonly Route[] = [
  { method: 'GET', path: PATH, handle: (call) => find(call, searchOfQuery(call)) },
  { method: 'POST', path: PATH, handle: (call) => find(call, readBody(call, searchBody)) },
  {
    method: 'POST',
    path: '/rest/api/3/search/approximate-count',
    handle: (call) => ok({ count: runSearch(call, readBody(call, z.strictObject({ jql: z.string() })).jql).length }),
  },
];

const searchBody = z.strictObject({
  jql: z.string().optional(),
  nextPageToken: z.string().nullable().optional(),
  maxResults: z.number().int().min(0).optional(),
  fields: z.array(z.string()).optional(),
  expand: z.string().optional(),
  properties: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  failFast: z.boolean().optional(),
  reconcileIssues: z.array(z.number().int()).optional(),
});

type SearchBody = z.infer<typeof searchBody>;

function searchOfQuery(call: Call): SearchBody {
  return {
    jql: call.query.get('jql') ?? '',
    nextPageToken: call.query.get('nextPageToken'),
    maxResults: queryNumber(call, 'maxResults', DEFAULT_RESULTS),
    fields: queryList(call, 'fields'),
    expand: queryList(call, 'expand').join(','),
    properties: queryList(call, 'properties'),
    fieldsByKeys: queryFlag(call, 'fieldsByKeys', false),
    reconcileIssues: queryList(call, 'reconcileIssues').map(Number),
  };
}

/** One point for each issue returned with more than its id and key. */
function find(call: Call, asked: SearchBody): Answer {
  if ((asked.reconcileIssues ?? []).length > MOST_RECONCILED) {
    throw badRequest(`reconcileIssues takes at most ${MOST_RECONCILED} ids.`);
  }
  const expand = (asked.expand ?? '').split(',').filter((name) => name !== '');
  const view = issueView({ ...asked, expand }, { fields: 'id', base: '*navigable', histories: MOST_ISSUES });
  const found = runSearch(call, asked.jql ?? '', new Set((asked.reconcileIssues ?? []).map(String)));
  const from = offsetOf(asked.nextPageToken ?? null);
  const more = readsMore(view);
  const size = Math.min(asked.maxResults ?? DEFAULT_RESULTS, more ? MOST_ISSUES : MOST_IDS);
  const page = found.slice(from, from + size);
  const next = from + page.length;
  const isLast = next >= found.length || page.length === 0;
  const names = view.expand.has('names')
    ? { names: fieldNames(call.site, selectFields(call.site, view.fields, view.fieldsByKeys)) }
    : {};
  const body = {
    issues: page.map((issue) => shown(call, issue, view)),
    ...names,
    ...(isLast ? {} : { nextPageToken: Buffer.from(`search:${next}`).toString('base64url') }),
    isLast,
  };
  return ok(body, more ? page.length : 0);
}

function readsMore(view: IssueView): boolean {
  return (
    view.fields.some((name) => name !== 'id' && name !== 'key') || view.expand.has('changelog') || view.properties.length > 0
  );
}

function shown(call: Call, issue: Issue, view: IssueView): Record<string, unknown> {
  if (view.fields.length === 1 && view.fields[0] === 'id' && !readsMore(view)) {
    return { id: issue.id };
  }
  return issueBean(
    call.site,
    issue,
    { ...view, expand: new Set([...view.expand].filter((name) => name !== 'names')) },
    call.viewer,
  );
}

function offsetOf(token: string | null): number {
  if (token === null || token === '') {
    return 0;
  }
  const match = /^search:(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
  if (match === null) {
    throw badRequest('The nextPageToken is not valid.');
  }
  return Number(match[1]);
}

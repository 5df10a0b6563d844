import { route } from '@forge/api';
import { z } from 'zod';
import { toInstant } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { ok } from './outcome';
import { spend } from './points';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const idPageSchema = z.object({ issues: z.array(z.object({ id: z.string() })), nextPageToken: z.string().nullish() });
const stampPageSchema = z.object({
  issues: z.array(z.object({ id: z.string(), fields: z.object({ updated: z.string().transform(toInstant) }) })),
  nextPageToken: z.string().nullish(),
});
const search = route`/rest/api/3/search/jql`;

/** Ids alone: POST /rest/api/3/search/jql. Costs one point for every 5,000 of them. */
export async function searchIds(jql: string): Promise<JiraOutcome<string[]>> {
  const all: string[] = [];
  const searched = await eachIdPage(jql, async (ids) => void all.push(...ids));
  return searched.kind === 'ok' ? ok(all) : searched;
}

/** As `searchIds`, page by page: up to 5,000 ids are handed out before the next page is asked for. */
export async function eachIdPage(jql: string, take: (ids: string[]) => Promise<void>): Promise<JiraOutcome<null>> {
  let token: string | null | undefined;
  do {
    const body = { jql, maxResults: 5000, fields: ['id'], ...(token ? { nextPageToken: token } : {}) };
    const page = await askJira({ as: 'app', method: 'POST', path: search, body }, idPageSchema);
    if (page.kind !== 'ok') return page;
    await take(page.value.issues.map((issue) => issue.id));
    token = page.value.nextPageToken;
  } while (token);
  return ok(null);
}

export interface IssueStamp {
  readonly id: string;
  readonly updated: Instant;
}

/** Ids with when each was updated, so that only what the store lacks is read whole. One point a page and one an issue. */
export async function searchStamps(jql: string): Promise<JiraOutcome<IssueStamp[]>> {
  const stamps: IssueStamp[] = [];
  let token: string | null | undefined;
  do {
    const body = { jql, maxResults: 1000, fields: ['updated'], ...(token ? { nextPageToken: token } : {}) };
    const page = await askJira({ as: 'app', method: 'POST', path: search, body }, stampPageSchema);
    if (page.kind !== 'ok') return page;
    spend(page.value.issues.length);
    stamps.push(...page.value.issues.map((issue) => ({ id: issue.id, updated: issue.fields.updated })));
    token = page.value.nextPageToken;
  } while (token);
  return ok(stamps);
}

const fixVersionPageSchema = z.object({
  issues: z.array(z.object({ fields: z.object({ fixVersions: z.array(z.object({ id: z.string() })).default([]) }) })),
});

/** Ids of the fix versions of the first issues that a query finds, as the app sees them. @param most at most 1,000 */
export async function searchFixVersions(jql: string, most: number): Promise<JiraOutcome<string[]>> {
  const body = { jql, maxResults: most, fields: ['fixVersions'] };
  const page = await askJira({ as: 'app', method: 'POST', path: search, body }, fixVersionPageSchema);
  if (page.kind !== 'ok') return page;
  spend(page.value.issues.length);
  return ok([...new Set(page.value.issues.flatMap(({ fields }) => fields.fixVersions.map(({ id }) => id)))]);
}

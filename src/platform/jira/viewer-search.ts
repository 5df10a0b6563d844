import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { spend } from './points';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const named = z.object({ id: z.string(), name: z.string() });
const pageSchema = z.object({
  issues: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      fields: z.looseObject({
        summary: z
          .string()
          .nullish()
          .transform((text) => text ?? ''),
        issuetype: named.optional(),
        status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }).optional(),
        priority: named.nullish(),
        security: z.object({ id: z.string() }).nullish(),
        fixVersions: z.array(z.object({ id: z.string() })).nullish(),
        timeoriginalestimate: z.number().nullish().catch(null),
      }),
    }),
  ),
  nextPageToken: z.string().nullish(),
});
const idPageSchema = z.object({ issues: z.array(z.object({ id: z.string() })), nextPageToken: z.string().nullish() });

/** An issue as Jira's search shows it to the person at the screen. */
export type FoundIssue = z.output<typeof pageSchema>['issues'][number];

/** What a search found; `isCut` where there was more than was asked for. */
export interface Found<Item> {
  readonly items: readonly Item[];
  readonly isCut: boolean;
}

const perPage = 100;

/**
 * Issues that the person at the screen may see: POST /rest/api/3/search/jql. One point a page and one an issue.
 * @param most so many at most
 */
export async function searchAsViewer(
  jql: string,
  fields: readonly string[],
  most: number,
): Promise<JiraOutcome<Found<FoundIssue>>> {
  const items: FoundIssue[] = [];
  let token: string | null | undefined;
  do {
    const body = { jql, maxResults: Math.min(perPage, most - items.length), fields, ...next(token) };
    const page = await askJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/search/jql`, body }, pageSchema);
    if (page.kind !== 'ok') return page;
    spend(page.value.issues.length);
    items.push(...page.value.issues);
    token = page.value.nextPageToken;
  } while (token && items.length < most);
  return ok({ items, isCut: Boolean(token) });
}

/** Ids alone of up to 5,000 issues that the person at the screen may see. One point. */
export async function idsForViewer(jql: string): Promise<JiraOutcome<Found<string>>> {
  const body = { jql, maxResults: 5000, fields: ['id'] };
  const page = await askJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/search/jql`, body }, idPageSchema);
  if (page.kind !== 'ok') return page;
  return ok({ items: page.value.issues.map(({ id }) => id), isCut: Boolean(page.value.nextPageToken) });
}

function next(token: string | null | undefined): { nextPageToken?: string } {
  return token ? { nextPageToken: token } : {};
}

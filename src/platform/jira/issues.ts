import { route } from '@forge/api';
import { z } from 'zod';
import { duplicateLink, saysDuplicate } from '../../kernel/duplicate-link';
import { toInstant } from '../../kernel/instant';
import { ok } from './outcome';
import { spend } from './points';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const instant = z.string().transform(toInstant);
const versions = z
  .array(z.object({ id: z.string() }))
  .nullish()
  .transform((list) => (list ?? []).map((version) => version.id));

const components = z
  .array(z.object({ id: z.string(), name: z.string() }))
  .nullish()
  .transform((list) => list ?? []);
const otherIssue = z.object({ id: z.string(), key: z.string() }).nullish();
const words = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
/** The name of a link type; those that say duplicate have one name, whatever the site calls them. */
const linkType = z
  .object({ name: z.string(), inward: words, outward: words })
  .transform((type) => (saysDuplicate(type) ? duplicateLink : type.name));
/** Only the other issue is named, under the side on which it stands; a link to one that the app may not see names none. */
const links = z
  .array(z.object({ id: z.string(), type: linkType, inwardIssue: otherIssue, outwardIssue: otherIssue }))
  .nullish()
  .transform((list) =>
    (list ?? []).flatMap(({ id, type, inwardIssue, outwardIssue }) => {
      const other = outwardIssue ?? inwardIssue;
      const direction = outwardIssue == null ? ('inward' as const) : ('outward' as const);
      return other == null ? [] : [{ id, type, direction, other }];
    }),
  );

const historySchema = z.object({
  id: z.string(),
  /** Text in expand=changelog, milliseconds in changelog/bulkfetch. */
  created: z.union([instant, z.number().transform((ms) => new Date(ms).toISOString())]),
  items: z.array(
    z.object({
      field: z.string(),
      fieldId: z.string().nullish(),
      from: z.string().nullish(),
      fromString: z.string().nullish(),
      to: z.string().nullish(),
      // An object without a member of this name inherits a function.
      toString: z.unknown().transform((text) => (typeof text === 'string' ? text : null)),
    }),
  ),
});
export type JiraHistory = z.infer<typeof historySchema>;

const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    project: z.object({ id: z.string() }),
    issuetype: z.object({ id: z.string(), name: z.string() }),
    status: z.object({ id: z.string(), name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    summary: z.string().nullish(),
    /** Documents in the Atlassian Document Format. */
    ...{ description: z.unknown().optional(), environment: z.unknown().optional() },
    fixVersions: versions,
    versions,
    assignee: z.object({ accountId: z.string() }).nullish(),
    components,
    issuelinks: links,
    security: z.object({ id: z.string() }).nullish(),
    created: instant,
    updated: instant,
    resolutiondate: instant.nullish(),
    /** Only where it is asked for. */
    resolution: z.object({ name: z.string() }).nullish(),
  }),
  changelog: z.object({ total: z.number(), histories: z.array(historySchema) }).optional(),
});
export type JiraIssue = z.infer<typeof issueSchema>;

const systemFields = [
  'project',
  'issuetype',
  'status',
  'summary',
  'description',
  'environment',
  'fixVersions',
  'versions',
  'assignee',
  'components',
  'issuelinks',
  'security',
  'created',
  'updated',
  'resolutiondate',
];
export const issuesPerFetch = 100;

/**
 * Up to 100 issues with their fields and their newest 40 histories: POST /rest/api/3/issue/bulkfetch. What the answer leaves out was
 * deleted, or the app may not see it. Costs one point and one an issue.
 * @param idsOrKeys at most 100
 * @param customFields ids such as customfield_10101
 */
export async function fetchIssues(
  idsOrKeys: readonly string[],
  customFields: readonly string[],
): Promise<JiraOutcome<JiraIssue[]>> {
  if (idsOrKeys.length === 0) return ok([]);
  const body = { issueIdsOrKeys: idsOrKeys, fields: [...systemFields, ...customFields], expand: ['changelog'] };
  const schema = z.object({ issues: z.array(issueSchema) });
  const answer = await askJira({ as: 'app', method: 'POST', path: route`/rest/api/3/issue/bulkfetch`, body }, schema);
  if (answer.kind !== 'ok') return answer;
  spend(answer.value.issues.length);
  return ok(answer.value.issues);
}

const changelogPageSchema = z.object({
  issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: z.array(historySchema) })),
  nextPageToken: z.string().nullish(),
});

/** Whole histories of issues, per issue id: POST /rest/api/3/changelog/bulkfetch. Costs one point a page and one an issue. */
export async function fetchHistories(
  ids: readonly string[],
  fieldIds: readonly string[],
): Promise<JiraOutcome<Map<string, JiraHistory[]>>> {
  const all = new Map<string, JiraHistory[]>();
  let token: string | null | undefined;
  do {
    const body = { issueIdsOrKeys: ids, fieldIds, maxResults: 10_000, ...(token ? { nextPageToken: token } : {}) };
    const page = await askJira(
      { as: 'app', method: 'POST', path: route`/rest/api/3/changelog/bulkfetch`, body },
      changelogPageSchema,
    );
    if (page.kind !== 'ok') return page;
    spend(ids.length);
    for (const log of page.value.issueChangeLogs) all.set(log.issueId, [...(all.get(log.issueId) ?? []), ...log.changeHistories]);
    token = page.value.nextPageToken;
  } while (token);
  return ok(all);
}

import { route } from '@forge/api';
import { z } from 'zod';
import { toInstant } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { fetchHistories } from './issues';
import { ok } from './outcome';
import type { JiraOutcome } from './outcome';
import { spend } from './points';
import { askJira } from './request';

const instant = z.string().transform(toInstant);
const person = z
  .object({ accountId: z.string() })
  .nullish()
  .transform((found) => found?.accountId ?? null);
const item = z.object({
  field: z.string(),
  fieldId: z.string().nullish(),
  from: z.string().nullish(),
  to: z.string().nullish(),
});
const issueSchema = z.object({
  id: z.string(),
  fields: z.object({
    created: instant,
    creator: person,
    fixVersions: z
      .array(z.object({ id: z.string() }))
      .nullish()
      .transform((list) => (list ?? []).map(({ id }) => id)),
  }),
  changelog: z.object({ histories: z.array(z.object({ created: instant, author: person, items: z.array(item) })) }),
});
type Told = z.output<typeof issueSchema>;
type Item = z.output<typeof item>;

/** How a version came into the fix versions of an issue. */
interface EntryMade {
  /** Fix versions that the issue has now. */
  readonly fixVersions: readonly string[];
  /** When it came in; null where it is not among them now, or Jira's newest changes do not go back so far. */
  readonly at: Instant | null;
  /** Account id of who put it in; null where Jira does not tell. */
  readonly who: string | null;
  /** Fix versions that the same edit took out. */
  readonly before: readonly string[];
}

/**
 * Who gave an issue a fix version, and what it had before, from Jira now; null where the app may not see the issue: POST
 * /rest/api/3/issue/bulkfetch, with the newest 40 changes.
 */
export async function enteredBy(issueId: string, versionId: string): Promise<JiraOutcome<EntryMade | null>> {
  const read = await readChanges(issueId);
  if (read.kind !== 'ok' || read.value === null) return read.kind === 'ok' ? ok(null) : read;
  const { fields, changelog } = read.value;
  const unknown = { fixVersions: fields.fixVersions, at: null, who: null, before: [] };
  if (!fields.fixVersions.includes(versionId)) return ok(unknown);
  const newest = changelog.histories
    .filter(({ items }) => items.some((one) => isField(one, 'fixVersions', 'Fix Version') && one.to === versionId))
    .toSorted((a, b) => (a.created < b.created ? 1 : -1))[0];
  // What no change names was there from the creation on.
  if (newest === undefined) return ok({ ...unknown, at: fields.created, who: fields.creator });
  const before = newest.items.flatMap((one) => (isField(one, 'fixVersions', 'Fix Version') ? (one.from ?? []) : []));
  return ok({ fixVersions: fields.fixVersions, at: newest.created, who: newest.author, before });
}

/** When an issue came into the status that it has; its creation where it has had no other. Null where the app may not see it. */
export async function enteredStatusAt(issueId: string): Promise<JiraOutcome<Instant | null>> {
  // All of them: a moment that fell out of the newest changes would look like another one.
  const histories = await fetchHistories([issueId], ['status']);
  if (histories.kind !== 'ok') return histories;
  const moved = (histories.value.get(issueId) ?? []).map(({ created }) => created).sort();
  const last = moved.at(-1);
  if (last !== undefined) return ok(last);
  const read = await readChanges(issueId);
  return read.kind === 'ok' ? ok(read.value?.fields.created ?? null) : read;
}

function isField({ field, fieldId }: Item, id: string, name: string): boolean {
  return fieldId === id || ((fieldId ?? '') === '' && field === name);
}

async function readChanges(issueId: string): Promise<JiraOutcome<Told | null>> {
  const body = { issueIdsOrKeys: [issueId], fields: ['created', 'creator', 'fixVersions'], expand: ['changelog'] };
  const schema = z.object({ issues: z.array(issueSchema) });
  const answer = await askJira({ as: 'app', method: 'POST', path: route`/rest/api/3/issue/bulkfetch`, body }, schema);
  if (answer.kind !== 'ok') return answer;
  spend(answer.value.issues.length);
  return ok(answer.value.issues[0] ?? null);
}

/** The account in whose name the app writes: GET /rest/api/3/myself */
export async function ownAccountId(): Promise<JiraOutcome<string>> {
  const answer = await askJira(
    { as: 'app', method: 'GET', path: route`/rest/api/3/myself` },
    z.object({ accountId: z.string() }),
  );
  return answer.kind === 'ok' ? ok(answer.value.accountId) : answer;
}

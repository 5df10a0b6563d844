import { z } from 'zod';
import { isNoise } from '../src/governance/manifest';
import type { SourceIssue } from '../src/governance/manifest';
import { Misuse } from './command';
import type { Jira, JiraAnswer } from './jira';

const person = z.object({ accountId: z.string() }).nullish();
const commentSchema = z.object({ created: z.string(), author: person, body: z.json().optional() });
const commentsSchema = z.object({ comments: z.array(commentSchema), total: z.number() });
const keyed = z.object({ key: z.string() });
const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z
    .object({
      summary: z.string().nullish(),
      created: z.string().nullish(),
      comment: commentsSchema.nullish(),
      issuelinks: z
        .array(
          z.object({
            type: z.object({ name: z.string(), inward: z.string(), outward: z.string() }),
            inwardIssue: keyed.optional(),
            outwardIssue: keyed.optional(),
          }),
        )
        .nullish(),
      attachment: z
        .array(
          z.object({
            filename: z.string(),
            created: z.string(),
            author: person,
            size: z.number(),
            mimeType: z.string().nullish(),
          }),
        )
        .nullish(),
    })
    .catchall(z.json()),
});
type Issue = z.infer<typeof issueSchema>;
const pageSchema = z.object({ issues: z.array(issueSchema), nextPageToken: z.string().nullish() });
const fieldsSchema = z.array(
  z.object({ id: z.string(), name: z.string(), schema: z.object({ custom: z.string().optional() }).nullish() }),
);
const changesSchema = z.object({
  issueChangeLogs: z.array(
    z.object({
      issueId: z.string(),
      changeHistories: z.array(
        z.object({
          created: z.union([z.string(), z.number()]),
          author: person,
          items: z.array(z.object({ field: z.string(), fromString: z.string().nullish(), toString: z.string().nullish() })),
        }),
      ),
    }),
  ),
  nextPageToken: z.string().nullish(),
});
type Change = SourceIssue['statuses'][number];

/**
 * The issues that a JQL finds, with everything that a manifest counts, in the order of their keys; a hundred in memory at a time.
 * @throws Misuse where Jira does not answer, with what to do
 */
export async function* readIssues(jira: Jira, jql: string): AsyncGenerator<SourceIssue> {
  const fields = await readFields(jira);
  const ordered = `${withoutOrder(jql)} ORDER BY key ASC`.trim();
  const seen = new Set<string>();
  let nextPageToken: string | null = null;
  do {
    const question = { jql: ordered, fields: ['*all'], maxResults: 100, ...(nextPageToken === null ? {} : { nextPageToken }) };
    const page: z.infer<typeof pageSchema> = read(
      pageSchema,
      await jira.post('/rest/api/3/search/jql', question, 'list of issues'),
      jira,
    );
    // Somebody may change an issue between two pages.
    const issues = page.issues.filter(({ id }) => !seen.has(id));
    for (const { id } of issues) seen.add(id);
    const changes = await readChanges(
      jira,
      issues.map(({ id }) => id),
    );
    for (const issue of issues) yield sourceOf(issue, changes.get(issue.id) ?? [], await readComments(jira, issue), fields);
    nextPageToken = page.nextPageToken ?? null;
  } while (nextPageToken !== null);
}

/** Their order is ours. */
function withoutOrder(jql: string): string {
  return jql.replace(/\border\s+by\b[^"']*$/i, '').trim();
}

type Fields = ReadonlyMap<string, { readonly name: string; readonly custom: string | null }>;

async function readFields(jira: Jira): Promise<Fields> {
  const listed = read(fieldsSchema, await jira.get('/rest/api/3/field', 'list of fields'), jira);
  return new Map(listed.map(({ id, name, schema }) => [id, { name, custom: schema?.custom ?? null }]));
}

async function readChanges(jira: Jira, issueIdsOrKeys: readonly string[]): Promise<ReadonlyMap<string, Change[]>> {
  const changes = new Map<string, Change[]>();
  let nextPageToken: string | null = null;
  while (issueIdsOrKeys.length > 0) {
    const question = {
      ...{ issueIdsOrKeys, fieldIds: ['status'], maxResults: 1000 },
      ...(nextPageToken === null ? {} : { nextPageToken }),
    };
    const page: z.infer<typeof changesSchema> = read(
      changesSchema,
      await jira.post('/rest/api/3/changelog/bulkfetch', question, 'histories'),
      jira,
    );
    for (const { issueId, changeHistories } of page.issueChangeLogs) {
      const some = changes.get(issueId) ?? [];
      for (const { created, author, items } of changeHistories) {
        const at = typeof created === 'number' ? new Date(created).toISOString() : created;
        for (const { field, fromString, toString: to } of items) {
          if (field === 'status') some.push({ at, by: author?.accountId ?? null, from: fromString ?? '', to: to ?? '' });
        }
      }
      changes.set(issueId, some);
    }
    nextPageToken = page.nextPageToken ?? null;
    if (nextPageToken === null) break;
  }
  return changes;
}

/** A search shows the first comments only where there are many. */
async function readComments(jira: Jira, { key, fields }: Issue): Promise<SourceIssue['comments']> {
  const shown = fields.comment ?? { comments: [], total: 0 };
  const comments = shown.comments.length < shown.total ? [] : [...shown.comments];
  for (let total = shown.total; comments.length < total;) {
    const path = `/rest/api/3/issue/${encodeURIComponent(key)}/comment?startAt=${comments.length}&maxResults=100&orderBy=created`;
    const page = read(commentsSchema, await jira.get(path, `comments of ${key}`), jira);
    if (page.comments.length === 0) break;
    comments.push(...page.comments);
    total = page.total;
  }
  return comments.map(({ created, author, body }) => ({ at: created, by: author?.accountId ?? null, body: body ?? null }));
}

function sourceOf(
  { key, fields }: Issue,
  statuses: readonly Change[],
  comments: SourceIssue['comments'],
  known: Fields,
): SourceIssue {
  return {
    key,
    created: fields.created ?? '',
    summary: fields.summary ?? '',
    statuses,
    comments,
    links: (fields.issuelinks ?? []).flatMap(({ type, inwardIssue, outwardIssue }) => [
      ...(inwardIssue === undefined ? [] : [{ type: type.name, side: type.inward, key: inwardIssue.key }]),
      ...(outwardIssue === undefined ? [] : [{ type: type.name, side: type.outward, key: outwardIssue.key }]),
    ]),
    attachments: (fields.attachment ?? []).map(({ filename, created, author, size, mimeType }) => ({
      ...{ at: created, by: author?.accountId ?? null, name: filename, size, type: mimeType ?? '' },
    })),
    fields: Object.entries(fields).flatMap(([id, value]) => {
      const { name, custom } = known.get(id) ?? { name: id, custom: null };
      const json = z.json().safeParse(value);
      return isNoise(id, custom) || !json.success ? [] : [{ name, value: json.data }];
    }),
  };
}

function read<Schema extends z.ZodType>(schema: Schema, answer: JiraAnswer, jira: Jira): z.output<Schema> {
  if (answer.kind !== 'ok') throw new Misuse(answer.because);
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Misuse(`What ${jira.host} answered is not what Jira documents (see "${where}").`);
}

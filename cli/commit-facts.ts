import { z } from 'zod';
import type { IssueFact } from '../src/environments/commits';
import { dayWords } from '../src/kernel/day-words';
import { toInstant } from '../src/kernel/instant';
import type { Instant } from '../src/kernel/instant';
import { CannotCheck } from './cannot-check';
import type { Freezes } from './freezes';
import type { Jira, JiraAnswer } from './jira';

const batch = 100;
const inFlight = 4;

const projectPage = z.object({
  isLast: z.boolean().optional(),
  total: z.number().optional(),
  values: z.array(z.object({ key: z.string() })),
});

/** The keys of all projects that the caller sees, in upper case. @throws CannotCheck */
export async function readProjects(jira: Jira): Promise<Set<string>> {
  const keys = new Set<string>();
  for (let startAt = 0; ;) {
    const path = `/rest/api/3/project/search?startAt=${startAt}&maxResults=${batch}`;
    const page = read(await jira.get(path, 'the list of projects'), projectPage, jira);
    for (const { key } of page.values) keys.add(key.toUpperCase());
    startAt += page.values.length;
    if (page.values.length === 0 || page.isLast === true || (page.isLast === undefined && startAt >= (page.total ?? 0))) break;
  }
  if (keys.size === 0)
    throw new CannotCheck(`${jira.host} shows no project to ${jira.account}: check the account and its permissions.`);
  return keys;
}

const bulkAnswer = z.object({
  issues: z.array(
    z.object({
      id: z.string().optional(),
      key: z.string(),
      fields: z.looseObject({
        summary: z.string().nullish(),
        status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
        issuetype: z.object({ name: z.string() }),
        fixVersions: z.array(z.object({ id: z.string().optional(), name: z.string() })).nullish(),
        resolution: z.object({ name: z.string() }).nullish(),
      }),
    }),
  ),
});

const fieldList = z.array(
  z.object({ id: z.string(), key: z.string().nullish(), schema: z.object({ custom: z.string().nullish() }).nullish() }),
);

/** Where an issue says until when it is deferred, and at which moment that is judged. */
interface Deferring {
  /** Id of the field; null where the site does not have Holdpoint's. */
  readonly field: string | null;
  readonly now: Instant;
}

/** The id of Holdpoint's field Deferred until; null where the site does not have it. @throws CannotCheck */
export async function readDeferredField(jira: Jira): Promise<string | null> {
  const fields = read(await jira.get('/rest/api/3/field', 'the list of fields'), fieldList, jira);
  const isIt = (text: string | null | undefined) => text?.endsWith('__static__deferred-until') === true;
  return fields.find(({ key, schema }) => isIt(key) || isIt(schema?.custom))?.id ?? null;
}

/** What the rules ask of issues beside what they are; null for what does not matter. */
export interface Asked {
  readonly deferring: Deferring | null;
  readonly freezes: Freezes | null;
}
const nothingMore: Asked = { deferring: null, freezes: null };

/** The issues that there are of these, by the key asked for, a hundred a call. @throws CannotCheck */
export async function readIssues(
  jira: Jira,
  keys: readonly string[],
  more: Asked = nothingMore,
): Promise<Map<string, IssueFact>> {
  const batches: (readonly string[])[] = [];
  for (let n = 0; n < keys.length; n += batch) batches.push(keys.slice(n, n + batch));
  const found = new Map<string, IssueFact>();
  for (let n = 0; n < batches.length; n += inFlight) {
    const answers = await Promise.all(batches.slice(n, n + inFlight).map((asked) => readBatch(jira, asked, more)));
    for (const answer of answers) for (const [key, issue] of answer) found.set(key, issue);
  }
  return found;
}

async function readBatch(jira: Jira, asked: readonly string[], more: Asked): Promise<[string, IssueFact][]> {
  const issues = await fetchIssues(jira, asked, more);
  const answered = new Map(issues.map((issue) => [issue.key, issue]));
  const direct = asked.flatMap((key): [string, IssueFact][] => {
    const issue = answered.get(key);
    return issue === undefined ? [] : [[key, issue]];
  });
  if (answered.size === direct.length) return direct;
  // An issue that was moved answers to its former key under its present one; asked alone, it is clear which is which.
  const moved: [string, IssueFact][] = [];
  for (const key of asked.filter((one) => !answered.has(one))) {
    const [issue] = asked.length === 1 ? issues : await fetchIssues(jira, [key], more);
    if (issue !== undefined) moved.push([key, issue]);
  }
  return [...direct, ...moved];
}

async function fetchIssues(jira: Jira, keys: readonly string[], { deferring, freezes }: Asked): Promise<IssueFact[]> {
  const field = deferring?.field ?? null;
  const fields = ['summary', 'status', 'issuetype', 'fixVersions', 'resolution', ...(field === null ? [] : [field])];
  const body = { issueIdsOrKeys: keys, fields };
  const { issues } = read(await jira.post('/rest/api/3/issue/bulkfetch', body, 'issues'), bulkAnswer, jira);
  return Promise.all(
    issues.map(async ({ id = '', key, fields }): Promise<IssueFact> => ({
      key: key.toUpperCase(),
      summary: fields.summary ?? '',
      workType: fields.issuetype.name,
      status: fields.status.name,
      statusCategory: fields.status.statusCategory.key,
      resolution: fields.resolution?.name ?? null,
      fixVersions: (fields.fixVersions ?? []).map(({ name }) => name),
      ...(deferring === null || field === null ? {} : { deferredTo: deferredTo(fields[field], deferring.now) }),
      ...(freezes === null ? {} : { frozenOutOf: await freezes.keepOut({ id, key, fixVersions: fields.fixVersions ?? [] }) }),
    })),
  );
}

/** The field says until when, not to which release. What it holds past its day, or in no form that is known, is over. */
function deferredTo(value: unknown, now: Instant): string | null {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null;
  const until = toInstant(value);
  return until > now ? `a later release until ${dayWords(until)}` : null;
}

/** @throws CannotCheck where Jira does not answer as it documents */
function read<Answer extends z.ZodType>(answer: JiraAnswer, schema: Answer, jira: Jira): z.output<Answer> {
  if (answer.kind !== 'ok') {
    const instead = answer.kind === 'away' ? ' Or check the keys alone with --offline.' : '';
    throw new CannotCheck(`${answer.because}${instead}`);
  }
  const parsed = schema.safeParse(answer.body);
  if (!parsed.success) throw new CannotCheck(`${jira.host} answered something that is not what Jira documents.`);
  return parsed.data;
}

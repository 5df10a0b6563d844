import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { IssueFact } from '../src/environments/commits';
import { CannotCheck } from './cannot-check';
import { Misuse } from './command';

/** Which Jira is asked, and as whom. The token is sent to the site and shown to nobody. */
export interface JiraAccess {
  readonly site: URL;
  /** Null for an anonymous caller, which only a local site gets. */
  readonly login: { readonly user: string; readonly token: string } | null;
}

const timeLimit = 20_000;
const attempts = 4;
const longestWait = 30_000;
/** What a site answers that may answer otherwise in a moment. */
const passing = [429, 500, 502, 503, 504];
const batch = 100;
const inFlight = 4;
const local = ['localhost', '127.0.0.1', '[::1]'];

/** @param env JIRA_BASE_URL, JIRA_EMAIL, JIRA_API_TOKEN, or HOLDPOINT_SITE, _USER and _TOKEN where the first is not set @throws Misuse */
export function jiraAccess(env: Readonly<Record<string, string | undefined>>): JiraAccess {
  const [site, user, token] = (
    (env['JIRA_BASE_URL'] ?? '') !== ''
      ? ['JIRA_BASE_URL', 'JIRA_EMAIL', 'JIRA_API_TOKEN']
      : ['HOLDPOINT_SITE', 'HOLDPOINT_USER', 'HOLDPOINT_TOKEN']
  ).map((name) => env[name] ?? '');
  if (site === undefined || site === '')
    throw new Misuse('Set JIRA_BASE_URL, JIRA_EMAIL and JIRA_API_TOKEN, or check the keys alone with --offline.');
  if (!URL.canParse(site)) throw new Misuse('JIRA_BASE_URL is not the address of a site.');
  const url = new URL(site.endsWith('/') ? site : `${site}/`);
  const isLocal = local.includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal))
    throw new Misuse(`${url.host} is asked over https only, since a token goes with the question.`);
  if (user === undefined || user === '' || token === undefined || token === '') {
    if (isLocal) return { site: url, login: null };
    throw new Misuse('Set JIRA_EMAIL and JIRA_API_TOKEN: an anonymous caller sees no issues.');
  }
  return { site: url, login: { user, token } };
}

const projectPage = z.object({
  isLast: z.boolean().optional(),
  total: z.number().optional(),
  values: z.array(z.object({ key: z.string() })),
});

/** The keys of all projects that the caller sees, in upper case. @throws CannotCheck */
export async function readProjects(access: JiraAccess): Promise<Set<string>> {
  const keys = new Set<string>();
  for (let startAt = 0; ;) {
    const path = `rest/api/3/project/search?startAt=${startAt}&maxResults=${batch}`;
    const page = await ask(access, path, null, projectPage);
    for (const { key } of page.values) keys.add(key.toUpperCase());
    startAt += page.values.length;
    if (page.values.length === 0 || page.isLast === true || (page.isLast === undefined && startAt >= (page.total ?? 0))) break;
  }
  if (keys.size === 0)
    throw new CannotCheck(`${access.site.host} shows no project to ${nameOf(access)}: check the account and its permissions.`);
  return keys;
}

const bulkAnswer = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({
        summary: z.string().nullish(),
        status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
        issuetype: z.object({ name: z.string() }),
        fixVersions: z.array(z.object({ name: z.string() })).nullish(),
        resolution: z.object({ name: z.string() }).nullish(),
      }),
    }),
  ),
});

/** The issues that there are of these, by the key asked for, a hundred a call. @throws CannotCheck */
export async function readIssues(access: JiraAccess, keys: readonly string[]): Promise<Map<string, IssueFact>> {
  const batches: (readonly string[])[] = [];
  for (let n = 0; n < keys.length; n += batch) batches.push(keys.slice(n, n + batch));
  const found = new Map<string, IssueFact>();
  for (let n = 0; n < batches.length; n += inFlight) {
    const answers = await Promise.all(batches.slice(n, n + inFlight).map((asked) => readBatch(access, asked)));
    for (const answer of answers) for (const [key, issue] of answer) found.set(key, issue);
  }
  return found;
}

async function readBatch(access: JiraAccess, asked: readonly string[]): Promise<[string, IssueFact][]> {
  const issues = await fetchIssues(access, asked);
  const answered = new Map(issues.map((issue) => [issue.key, issue]));
  const direct = asked.flatMap((key): [string, IssueFact][] => {
    const issue = answered.get(key);
    return issue === undefined ? [] : [[key, issue]];
  });
  if (answered.size === direct.length) return direct;
  // An issue that was moved answers to its former key under its present one; asked alone, it is clear which is which.
  const moved: [string, IssueFact][] = [];
  for (const key of asked.filter((one) => !answered.has(one))) {
    const [issue] = asked.length === 1 ? issues : await fetchIssues(access, [key]);
    if (issue !== undefined) moved.push([key, issue]);
  }
  return [...direct, ...moved];
}

async function fetchIssues(access: JiraAccess, keys: readonly string[]): Promise<IssueFact[]> {
  const body = { issueIdsOrKeys: keys, fields: ['summary', 'status', 'issuetype', 'fixVersions', 'resolution'] };
  const { issues } = await ask(access, 'rest/api/3/issue/bulkfetch', body, bulkAnswer);
  return issues.map(({ key, fields }) => ({
    key: key.toUpperCase(),
    summary: fields.summary ?? '',
    workType: fields.issuetype.name,
    status: fields.status.name,
    statusCategory: fields.status.statusCategory.key,
    resolution: fields.resolution?.name ?? null,
    fixVersions: (fields.fixVersions ?? []).map(({ name }) => name),
  }));
}

async function ask<Answer extends z.ZodType>(
  access: JiraAccess,
  path: string,
  body: unknown,
  answer: Answer,
): Promise<z.output<Answer>> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(access, path, body);
    if (response instanceof Response && response.status === 200) {
      if (/AUTHENTICAT(ED_FAILED|ION_DENIED)/.test(response.headers.get('x-seraph-loginreason') ?? '')) throw refused(access);
      const parsed = answer.safeParse(await response.json().catch(() => null));
      if (!parsed.success) throw new CannotCheck(`${access.site.host} answered something that is not what Jira documents.`);
      return parsed.data;
    }
    if (response instanceof Response) {
      await response.body?.cancel();
      if (response.status === 401 || response.status === 403) throw refused(access);
      if (!passing.includes(response.status))
        throw new CannotCheck(
          `${access.site.host} answered ${response.status}: check that JIRA_BASE_URL is the address of a Jira site.`,
        );
    }
    if (attempt === attempts) {
      const what = response instanceof Response ? `answered ${response.status}` : `could not be reached (${response})`;
      throw new CannotCheck(
        `${access.site.host} ${what}, ${attempts} times: try again in a minute, or check the keys alone with --offline.`,
      );
    }
    await sleep(waitOf(response, attempt));
  }
}

/** @returns the answer, or why there is none */
async function send(access: JiraAccess, path: string, body: unknown): Promise<Response | string> {
  const { site, login } = access;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (login !== null) headers['authorization'] = `Basic ${Buffer.from(`${login.user}:${login.token}`).toString('base64')}`;
  if (body !== null) headers['content-type'] = 'application/json';
  try {
    return await fetch(new URL(path, site), {
      method: body === null ? 'GET' : 'POST',
      ...{ headers, redirect: 'manual', signal: AbortSignal.timeout(timeLimit) },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${timeLimit / 1000} seconds`;
    const cause = error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : null;
    return typeof cause === 'string' ? cause : 'the connection failed';
  }
}

/** Milliseconds: what the site asks for in seconds or as a date, else one second, two, four; at most thirty seconds. */
function waitOf(response: Response | string, attempt: number): number {
  const wanted = response instanceof Response ? (response.headers.get('retry-after') ?? '') : '';
  const asked = /^\d+$/.test(wanted) ? Number(wanted) * 1000 : Date.parse(wanted) - Date.now();
  return Math.min(longestWait, Math.max(0, Number.isFinite(asked) ? asked : 500 * 2 ** attempt));
}

function refused(access: JiraAccess): CannotCheck {
  return new CannotCheck(`${access.site.host} does not let ${nameOf(access)} read: check the e-mail address and the API token.`);
}

function nameOf({ login }: JiraAccess): string {
  return login === null ? 'an anonymous caller' : login.user;
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { BridgeCall } from '../src/contracts/bridge';
import { publishedVerdictSchema, verdictPropertyKey, type PublishedVerdict } from '../src/contracts/published-verdict';

/** What came back over HTTP; `body` is the parsed JSON, null for none. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export type Person = 'rhea' | 'dev' | 'qa' | 'ops' | 'lead' | 'head' | 'admin' | 'viewer' | 'outsider';

/** Where a screen stands. */
export interface Place {
  readonly moduleKey: string;
  readonly projectKey?: string;
  readonly issueKey?: string;
}

const databaseAddress = z.object({
  socketPath: z.string().exactOptional(),
  host: z.string().exactOptional(),
  port: z.number().exactOptional(),
  user: z.string(),
  password: z.string(),
  schema: z.string(),
});
const started = z.object({
  url: z.string(),
  notes: z.array(z.string()),
  database: databaseAddress,
  connection: z.string().nullable(),
});
const versions = z.array(z.object({ id: z.string(), name: z.string() }));
const found = z.object({ issues: z.array(z.object({ id: z.string(), key: z.string() })) });
const offered = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string(), to: z.object({ name: z.string() }) })),
});
const traced = z.object({
  next: z.number(),
  entries: z.array(
    z.object({ kind: z.string(), what: z.string(), status: z.union([z.number(), z.string()]), points: z.number() }),
  ),
});

/** A sandbox in a process of its own, driven over HTTP alone, as a script would. */
export class RunningSandbox {
  private constructor(
    readonly url: string,
    readonly notes: readonly string[],
    /** Where the app's tables are, for tests that look at them beside the app. */
    readonly database: z.infer<typeof databaseAddress>,
    /** HOLDPOINT_CONNECTION of the demo's pipeline; empty where the site has none. */
    readonly connection: string,
    private readonly ask: (line: string) => Promise<string>,
    private readonly end: () => Promise<void>,
  ) {}

  /**
   * @param what number of generated defects (`60+PAY`: with an empty project PAY beside them), `empty`, or `import:FILE`
   * @param refereed false where so many answers are asked for that checking each against Atlassian's specification takes most of the time
   * @param livedIn true for the site as `npm start` shows it: roles hold the app's permissions, the team has met and has deferred something
   */
  static async start(what: string, refereed = true, livedIn = false): Promise<RunningSandbox> {
    const child = spawn(
      'node',
      [
        ...['--import', 'tsx', join(__dirname, 'sandbox-process.ts'), what],
        ...[refereed ? 'refereed' : 'unrefereed', livedIn ? 'lived-in' : 'fresh'],
      ],
      {
        cwd: join(__dirname, '..'),
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => {
      const line = await lines.next();
      if (line.done === true) throw new Error('The sandbox ended before it was ready; the lines above say why.');
      return line.value;
    };
    const { url, notes, database, connection } = started.parse(JSON.parse(await next()));
    const ask = async (line: string) => {
      child.stdin.write(`${line}\n`);
      return next();
    };
    const end = async () => {
      child.stdin.end();
      await ended;
    };
    return new RunningSandbox(url, notes, database, connection ?? '', ask, end);
  }

  /** Stops it. @returns answers of its REST API that do not fit Atlassian's specification */
  async stop(): Promise<string[]> {
    const findings = z.array(z.string()).parse(JSON.parse(await this.ask('findings')));
    await this.end();
    return findings;
  }

  async rest(who: Person, method: string, path: string, body?: unknown): Promise<Answered> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${who}@example.com:token`).toString('base64')}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }

  async control(path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(
      new URL(`/sandbox/${path}`, this.url),
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    );
    if (!response.ok) throw new Error(`/sandbox/${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }

  async settle(): Promise<void> {
    while (!z.object({ idle: z.boolean() }).parse(await this.control('idle')).idle) await sleep(50);
  }

  async advance(duration: string): Promise<void> {
    await this.control('clock', { advance: duration });
    await this.settle();
  }

  async versionId(project: string, name: string): Promise<string> {
    const { body } = await this.rest('admin', 'GET', `/rest/api/3/project/${project}/versions`);
    const version = versions.parse(body).find((candidate) => candidate.name === name);
    if (version === undefined) throw new Error(`${project} has no version ${name}.`);
    return version.id;
  }

  /** The published property of a version, unparsed; null while there is none. */
  async property(project: string, versionId: string): Promise<unknown> {
    const { status, body } = await this.rest(
      'rhea',
      'GET',
      `/rest/api/3/project/${project}/properties/${verdictPropertyKey(versionId)}`,
    );
    return status === 404 ? null : z.object({ value: z.unknown() }).parse(body).value;
  }

  async published(project: string, versionId: string): Promise<PublishedVerdict> {
    return publishedVerdictSchema.parse(await this.property(project, versionId));
  }

  /** Milliseconds until the stage of the published verdict is in this state. @throws after ten seconds */
  async until(project: string, versionId: string, stage: string, state: string): Promise<number> {
    const started = Date.now();
    while (Date.now() - started < 10_000) {
      if ((await this.published(project, versionId)).stages[stage]?.state === state) return Date.now() - started;
      await sleep(50);
    }
    throw new Error(
      `${stage} was not ${state} after ten seconds: ${JSON.stringify((await this.published(project, versionId)).stages[stage])}`,
    );
  }

  /** What a query finds, with everything changed before the call: Jira's search sees a change half a second late. */
  async search(jql: string, who: Person = 'rhea'): Promise<{ id: string; key: string }[]> {
    await sleep(550);
    const { status, body } = await this.rest(who, 'POST', '/rest/api/3/search/jql', {
      jql,
      fields: ['id', 'key'],
      maxResults: 1000,
    });
    if (status !== 200) throw new Error(`The search "${jql}" answered ${status}: ${JSON.stringify(body)}`);
    return found.parse(body).issues;
  }

  async transitions(issue: string, who: Person = 'rhea'): Promise<{ id: string; name: string }[]> {
    return offered.parse((await this.rest(who, 'GET', `/rest/api/3/issue/${issue}/transitions`)).body).transitions;
  }

  async transition(issue: string, name: string, who: Person = 'rhea'): Promise<Answered> {
    const transition = (await this.transitions(issue, who)).find((candidate) => candidate.name === name);
    if (transition === undefined) throw new Error(`${issue} offers no transition "${name}" to ${who}.`);
    return this.rest(who, 'POST', `/rest/api/3/issue/${issue}/transitions`, { transition: { id: transition.id } });
  }

  /** Gives a permission of Holdpoint, by its name, to the people in a role of a project, in Jira's own permission scheme. */
  async grant(project: string, name: string, role: string): Promise<void> {
    const known = z.object({ permissions: z.record(z.string(), z.object({ name: z.string() })) });
    const { permissions } = known.parse((await this.rest('admin', 'GET', '/rest/api/3/permissions')).body);
    const [permission] = Object.entries(permissions).find(([, one]) => one.name === name) ?? [''];
    const scheme = await this.rest('admin', 'GET', `/rest/api/3/project/${project}/permissionscheme`);
    const { id } = z.object({ id: z.number() }).parse(scheme.body);
    const holder = { type: 'projectRole', value: role };
    const path = `/rest/api/3/permissionscheme/${id}/permission`;
    const { status } = await this.rest('admin', 'POST', path, { permission, holder });
    if (status !== 201) throw new Error(`Granting "${name}" to ${role} answered ${status}.`);
  }

  /** Takes a permission of Jira from the people in a role of a project. */
  async revoke(project: string, permission: string, role: string): Promise<void> {
    const scheme = await this.rest('admin', 'GET', `/rest/api/3/project/${project}/permissionscheme?expand=permissions`);
    const holder = z.object({ type: z.string(), value: z.coerce.string().optional(), parameter: z.coerce.string().optional() });
    const grants = z.object({
      id: z.number(),
      permissions: z.array(z.object({ id: z.number(), permission: z.string(), holder })),
    });
    const roles = z.record(z.string(), z.string());
    const known = roles.parse((await this.rest('admin', 'GET', `/rest/api/3/project/${project}/role`)).body);
    const roleId = known[role]?.split('/').at(-1);
    const { id, permissions } = grants.parse(scheme.body);
    const grant = permissions.find(
      (one) => one.permission === permission && (one.holder.value ?? one.holder.parameter) === roleId,
    );
    const path = `/rest/api/3/permissionscheme/${id}/permission/${grant?.id ?? ''}`;
    const { status } = await this.rest('admin', 'DELETE', path);
    if (status !== 204) throw new Error(`Taking ${permission} from ${role} answered ${status}.`);
  }

  /** Creates a defect in a version. @returns its key */
  async createDefect(project: string, versionId: string, severity: string | null, who: Person = 'dev'): Promise<string> {
    const { body: fields } = await this.rest(who, 'GET', '/rest/api/3/field');
    const field = z
      .array(z.looseObject({ id: z.string(), name: z.string() }))
      .parse(fields)
      .find(({ name }) => name === 'Defect severity');
    const created = await this.rest(who, 'POST', '/rest/api/3/issue', {
      fields: {
        project: { key: project },
        issuetype: { name: 'Bug' },
        summary: 'Checkout refuses every card',
        fixVersions: [{ id: versionId }],
        ...(severity === null || field === undefined ? {} : { [field.id]: severity }),
      },
    });
    if (created.status !== 201) throw new Error(`Creating a defect answered ${created.status}: ${JSON.stringify(created.body)}`);
    return z.object({ key: z.string() }).parse(created.body).key;
  }

  /** Calls the app's back end as a screen does. @throws where the call failed or the app refused it */
  async screen<View extends z.ZodType>(
    who: Person,
    place: Place,
    call: BridgeCall,
    view: View,
    payload: unknown,
  ): Promise<z.output<View>> {
    const body = await this.invoke(who, place, call, payload);
    const answer = z.object({ value: z.object({ kind: z.literal('ok'), view: z.unknown() }) }).safeParse(body);
    if (!answer.success) throw new Error(`${call} answered ${JSON.stringify(body)}`);
    return view.parse(answer.data.value.view);
  }

  /** What the page around a screen gets for a call, whatever it is: `{value}` from the back end, or why it could not be asked. */
  async invoke(who: Person, place: Place, call: string, payload: unknown): Promise<unknown> {
    const response = await fetch(new URL('/sandbox-chrome/invoke', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.url, cookie: `sandbox-user=sandbox:${who}` },
      body: JSON.stringify({ place, functionKey: call, payload }),
    });
    return response.json();
  }

  /** The sandbox's time. */
  async now(): Promise<string> {
    return z.object({ now: z.string() }).parse(await this.control('clock')).now;
  }

  /** What the app's functions have logged so far. */
  async functionLog(): Promise<string> {
    return z.object({ log: z.string() }).parse(JSON.parse(await this.ask('log'))).log;
  }

  /** What went through since entry `n` of the trace; `next` is where to go on. */
  async trace(n = 0): Promise<z.infer<typeof traced>> {
    return traced.parse(await this.control(`trace?since=${n}`));
  }
}

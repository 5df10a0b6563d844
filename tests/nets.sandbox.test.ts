import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { exportViewSchema, verifyViewSchema } from '../src/contracts/decisions';
import { healthViewSchema } from '../src/contracts/health';
import { exportedEntrySchema } from '../src/contracts/ledger-export';
import { readinessViewSchema } from '../src/contracts/readiness';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';

/**
 * Events that are lost, versions that are released past a gate, projects and people that go: what the three nets find, what they put
 * right, and what the ledger says of it. Ticks come every five minutes from 09:00 on; changes are made half a minute after one.
 */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
let projectId: string;
let version: string;
let severityField: string;
let detectedField: string;
const projectPage = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('60');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  version = await sandbox.versionId('SHOP', '4.2.0');
  const { body } = await sandbox.rest('dev', 'GET', '/rest/api/3/field');
  const fields = z.array(z.looseObject({ id: z.string(), name: z.string() })).parse(body);
  severityField = fields.find(({ name }) => name === 'Defect severity')?.id ?? '';
  detectedField = fields.find(({ name }) => name === 'Detected in')?.id ?? '';
  await sandbox.advance('6m');
});
afterEach(() => sandbox.control('faults', {}));
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

type Entry = z.output<typeof exportedEntrySchema>;

async function ledger(kind: string, chain: 'project' | 'site' = 'project'): Promise<Entry[]> {
  const entries: Entry[] = [];
  let next: number | null = null;
  do {
    const page: z.output<typeof exportViewSchema> = await sandbox.screen(
      'admin',
      projectPage,
      'exportDecisions',
      exportViewSchema,
      {
        ...{ projectId, ledger: chain, format: 'json', next },
      },
    );
    entries.push(...z.array(exportedEntrySchema).parse(JSON.parse(`[${page.text}]`)));
    next = page.next;
  } while (next !== null);
  return entries.filter((entry) => entry.kind === kind);
}

const health = () => sandbox.screen('admin', settingsPage, 'health', healthViewSchema, {});
const signal = async (id: string) => (await health()).projects[0]?.signals.find((one) => one.id === id);

/** Half a minute past the next tick: what changes now is old enough for the tick that follows. */
async function afterTick(): Promise<void> {
  const { now } = z.object({ now: z.string() }).parse(await sandbox.control('clock'));
  const past = Date.parse(now) % 300_000;
  await sandbox.advance(`${Math.ceil((330_000 - past) / 1000)}s`);
}

/** Changes Jira without a word to the app. */
async function unheard<Result>(change: () => Promise<Result>): Promise<Result> {
  await sandbox.control('faults', { drop: 1 });
  const result = await change();
  await sandbox.settle();
  await sandbox.control('faults', {});
  return result;
}

const repairBody = z.object({
  net: z.string(),
  count: z.number(),
  wrong: z.object({ missing: z.number(), outdated: z.record(z.string(), z.number()), ghost: z.number() }),
});
const repairs = async () => (await ledger('repair')).map(({ body }) => repairBody.parse(body));

describe('the nets', () => {
  let defect: string;

  test('what events tell is no repair', async () => {
    await afterTick();
    defect = await sandbox.createDefect('SHOP', version, 'S3');
    await sandbox.settle();
    await sandbox.advance('11m');
    expect(await ledger('repair')).toEqual([]);
    expect(await signal('repairs')).toMatchObject({ state: 'good' });
  });

  test('the five-minute read finds a defect that nobody told of', async () => {
    await afterTick();
    const key = await unheard(() => sandbox.createDefect('SHOP', version, 'S2'));
    await sandbox.advance('5m');
    const [entry] = await ledger('repair');
    expect(await repairs()).toEqual([{ net: 'five-minutes', count: 1, wrong: { missing: 1, outdated: {}, ghost: 0 } }]);
    expect(entry?.actor).toEqual({ kind: 'app', rule: null });
    expect(entry?.evidence).toMatchObject({ issues: [{ key, level: null, wrong: ['missing'] }] });
    expect(JSON.stringify(entry?.body)).not.toMatch(/SHOP-\d|Checkout/);
  });

  test('and names the fields that were outdated, never their text', async () => {
    await afterTick();
    const path = `/rest/api/3/issue/${defect}`;
    const fields = { [severityField]: 'S1', summary: 'Nobody may read this' };
    await unheard(() => sandbox.rest('dev', 'PUT', path, { fields }));
    await sandbox.advance('5m');
    expect((await repairs()).at(-1)).toEqual({
      ...{ net: 'five-minutes', count: 1, wrong: { missing: 0, outdated: { severity: 1, summary: 1 }, ghost: 0 } },
    });
    expect(JSON.stringify(await ledger('repair'))).not.toMatch(/Nobody may read/);
  });

  test('the button finds it before the clock does', async () => {
    await afterTick();
    await unheard(() => sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${defect}`, { fields: { fixVersions: [] } }));
    await sandbox.advance('2m');
    await sandbox.screen('lead', projectPage, 'refresh', z.unknown(), { projectId });
    expect((await repairs()).at(-1)).toMatchObject({ net: 'button', wrong: { outdated: { fixVersions: 1 } } });
  });

  test('a change that nothing stored shows is no repair', async () => {
    const before = await repairs();
    await afterTick();
    await unheard(() => sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${defect}`, { fields: { labels: ['seen'] } }));
    await sandbox.advance('5m');
    expect(await repairs()).toEqual(before);
  });

  test('the health page says that events were lost and repaired', async () => {
    const found = await signal('repairs');
    expect(found?.state).toBe('attention');
    expect(found?.action).toMatch(/found and repaired/);
  });
});

describe('events of versions, each of them told twice', () => {
  const changed = async (id: string) =>
    (await ledger('version-changed'))
      .filter(({ subject }) => subject === `version:${id}`)
      .map(({ body }) => z.object({ what: z.string() }).parse(body).what);
  const put = async (id: string, body: object) => {
    expect((await sandbox.rest('admin', 'PUT', `/rest/api/3/version/${id}`, body)).status).toBe(200);
    await rest();
  };
  const rest = async () => {
    await sandbox.advance('10s');
  };
  const make = async (name: string) => {
    const { body } = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name, projectId: Number(projectId) });
    await rest();
    return z.object({ id: z.string() }).parse(body).id;
  };
  const readiness = (versionId: string) =>
    sandbox.screen('lead', projectPage, 'readiness', readinessViewSchema, { projectId, versionId });
  let fresh: string;

  beforeEach(() => sandbox.control('faults', { duplicate: 1 }));

  test('created: it is known, and no entry', async () => {
    fresh = await make('6.0.0');
    expect((await readiness(fresh)).version.name).toBe('6.0.0');
    expect(await changed(fresh)).toEqual([]);
  });

  test('updated: its new name is known, and no entry', async () => {
    await put(fresh, { name: '6.0.1' });
    expect((await readiness(fresh)).version.name).toBe('6.0.1');
    expect(await changed(fresh)).toEqual([]);
  });

  test('moved: no entry', async () => {
    const moved = await sandbox.rest('admin', 'POST', `/rest/api/3/version/${fresh}/move`, { position: 'First' });
    expect(moved.status).toBe(200);
    await rest();
    expect(await changed(fresh)).toEqual([]);
  });

  test('released while its last gate is held: an entry that says so', async () => {
    await put(version, { released: true });
    expect(await changed(version)).toEqual(['released']);
    const held = await ledger('released-while-held');
    expect(held).toHaveLength(1);
    expect(held[0]?.body).toMatchObject({
      ...{ version: { id: version, name: '4.2.0' }, stage: { key: 'production' }, state: 'held', mode: 'enforce' },
    });
    expect(z.object({ sentence: z.string() }).parse(held[0]?.body).sentence).toMatch(/^4\.2\.0 may not enter production/);
    expect(held[0]?.actor).toEqual({ kind: 'app', rule: null });
    expect(JSON.stringify(held[0]?.body)).not.toMatch(/SHOP-\d/);
  });

  test('unreleased, and released again: an entry each time', async () => {
    await put(version, { released: false });
    await put(version, { released: true });
    await put(version, { released: false });
    expect(await changed(version)).toEqual(['released', 'unreleased', 'released', 'unreleased']);
    expect(await ledger('released-while-held')).toHaveLength(2);
  });

  test('released through an open gate: no entry of a held one', async () => {
    const open = await make('6.1.0');
    await put(open, { released: true });
    expect(await changed(open)).toEqual(['released']);
    expect(await ledger('released-while-held')).toHaveLength(2);
  });

  test('archived and unarchived', async () => {
    await put(fresh, { archived: true });
    await put(fresh, { archived: false });
    expect(await changed(fresh)).toEqual(['archived', 'unarchived']);
  });

  test('merged into another: one entry, of the one that is gone', async () => {
    const into = await make('6.2.0');
    expect((await sandbox.rest('admin', 'PUT', `/rest/api/3/version/${fresh}/mergeto/${into}`)).status).toBe(204);
    await rest();
    expect(await changed(fresh)).toEqual(['archived', 'unarchived', 'merged']);
    expect(await changed(into)).toEqual([]);
    const [entry] = (await ledger('version-changed')).slice(-1);
    expect(entry?.body).toMatchObject({ version: { name: '6.0.1' }, into: { id: into, name: '6.2.0' } });
  });

  test('deleted', async () => {
    const gone = await make('6.3.0');
    expect((await sandbox.rest('admin', 'DELETE', `/rest/api/3/version/${gone}`)).status).toBe(204);
    await rest();
    expect(await changed(gone)).toEqual(['deleted']);
  });
});

describe('where no release ticket is open', () => {
  beforeAll(async () => {
    for (const { key } of await sandbox.search('project = SHOP AND issuetype = Release', 'admin'))
      expect((await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${key}`)).status).toBe(204);
    await sandbox.settle();
    await sandbox.advance('1m');
  });

  test('the hourly read finds what was lost', async () => {
    await afterTick();
    const before = await repairs();
    const key = await unheard(() => sandbox.createDefect('SHOP', version, 'S3'));
    await sandbox.advance('1h');
    const found = await repairs();
    expect(found).toHaveLength(before.length + 1);
    expect(found.at(-1)).toEqual({ net: 'hourly', count: 1, wrong: { missing: 1, outdated: {}, ghost: 0 } });
    expect((await ledger('repair')).at(-1)?.evidence).toMatchObject({ issues: [{ key }] });
  });

  test('and stops the line for an S1 in what is deployed dark', async () => {
    const pipeline = new Pipeline(sandbox);
    const deployed = {
      service: 'shop',
      version: '4.2.0',
      build: '420-9',
      environment: 'staging',
      deployment: 'dark',
      dark: true,
    };
    await pipeline.send('deployment', { ...(await pipeline.envelope()), ...deployed, step: 'finish' });
    await sandbox.settle();
    await afterTick();
    const key = await unheard(async () => {
      const made = await sandbox.createDefect('SHOP', version, 'S1');
      await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${made}`, { fields: { [detectedField]: 'Staging' } });
      return made;
    });
    await sandbox.advance('1h');
    const payload = { projectId, versionId: version };
    const { holds } = await sandbox.screen('rhea', projectPage, 'gateControl', bridgeCalls.gateControl.view, payload);
    expect(holds).toMatchObject([{ standing: true, line: { defect: key } }]);
  });

  test('the daily count finds a closed defect that was deleted, and forgets whose account was closed', async () => {
    const [closed] = await sandbox.search('project = SHOP AND issuetype = Bug AND statusCategory = Done', 'admin');
    await unheard(() => sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${closed?.key ?? ''}`));
    const [assigned] = await sandbox.search('project = SHOP AND issuetype = Bug AND assignee is not EMPTY', 'admin');
    const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${assigned?.key ?? ''}?fields=assignee`);
    const { accountId } = z.object({ fields: z.object({ assignee: z.object({ accountId: z.string() }) }) }).parse(body)
      .fields.assignee;
    await sandbox.control('accounts', { accountId, status: 'closed' });
    await sandbox.advance('25h');
    expect((await repairs()).at(-1)).toEqual({ net: 'daily', count: 1, wrong: { missing: 0, outdated: {}, ghost: 1 } });
    expect((await ledger('repair')).at(-1)?.evidence).toMatchObject({
      issues: [{ id: closed?.id, key: closed?.key, wrong: ['ghost'] }],
    });
    expect((await signal('count'))?.state).toBe('good');
    const erased = await ledger('person-erased', 'site');
    expect(erased.map((entry) => entry.body)).toEqual([{ schema: 1, count: 1 }]);
    expect(JSON.stringify(erased)).not.toContain(accountId);
  });

  test('who was forgotten is not reported again, and both ledgers are whole', async () => {
    const reports = z.object({
      marked: z.array(z.object({ accountId: z.string() })),
      reported: z.array(z.object({ accountId: z.string(), reportedAt: z.string() })),
    });
    const { marked, reported } = reports.parse(await sandbox.control('accounts'));
    const first = reported.find(({ accountId }) => accountId === marked[0]?.accountId)?.reportedAt;
    expect(first).toBeDefined();
    await sandbox.advance('24h');
    const again = reports.parse(await sandbox.control('accounts')).reported;
    expect(again.find(({ accountId }) => accountId === marked[0]?.accountId)?.reportedAt).toBe(first);
    expect(again.some(({ reportedAt }) => reportedAt > (first ?? ''))).toBe(true);
    for (const which of ['project', 'site'] as const) {
      const check = await sandbox.screen('admin', projectPage, 'verifyLedger', verifyViewSchema, { projectId, ledger: which });
      expect(check).toMatchObject({ kind: 'whole', withheld: 0 });
    }
  });
});

describe('a project that goes', () => {
  const keys = async () => (await health()).projects.map(({ project }) => project.key);

  test('in the bin it is hidden, and read from the start when it comes back', async () => {
    expect((await sandbox.rest('admin', 'DELETE', '/rest/api/3/project/SHOP')).status).toBe(204);
    await sandbox.settle();
    expect(await keys()).toEqual([]);
    await sandbox.advance('25h');
    expect((await sandbox.rest('admin', 'POST', '/rest/api/3/project/SHOP/restore')).status).toBe(200);
    await sandbox.settle();
    expect((await health()).projects[0]).toMatchObject({ project: { key: 'SHOP' }, store: { kind: 'ready' } });
    expect(await ledger('repair')).not.toEqual([]);
  });

  test('deleted for good, what was stored of it goes with the daily round; its ledger stays', async () => {
    const { next } = await sandbox.trace();
    expect((await sandbox.rest('admin', 'DELETE', '/rest/api/3/project/SHOP?enableUndo=false')).status).toBe(204);
    await sandbox.settle();
    expect(await keys()).toEqual([]);
    await sandbox.advance('26h');
    const deletes = (await sandbox.trace(next)).entries.map(({ what }) => what).filter((what) => what.includes('DELETE FROM'));
    for (const table of ['projects', 'verdicts', 'published', 'versions'])
      expect(deletes.filter((what) => what.includes(`DELETE FROM ${table} `))).not.toEqual([]);
    expect(deletes.filter((what) => what.includes('DELETE FROM ledger'))).toEqual([]);
  });

  test('nothing that the app called is unmodelled', async () => {
    const { entries } = await sandbox.trace();
    expect(entries.filter(({ kind, status }) => kind === 'unmodelled' || status === 501)).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readinessViewSchema } from '../src/contracts/readiness';
import type { GateRow } from '../src/contracts/gate-settings';
import { saveViewSchema, settingsViewSchema } from '../src/contracts/settings';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';

/**
 * Gates that rest on what pipelines tell: whether fixes were verified in the stage before, whether anything changed since, how long it has
 * stood there, and whether it can be taken back. Each verdict turns by what happens in Jira or in a pipeline, and by nothing else.
 */
jest.setTimeout(600_000);

let sandbox: RunningSandbox;
let pipeline: Pipeline;
let projectId: string;
let revision = 0;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('40');
  pipeline = new Pipeline(sandbox);
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const page = { moduleKey: 'holdpoint-settings' };
const project = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };

/** Staging asks for these rows and nothing else, and enforces them. */
async function stagingAsks(rows: readonly object[], freshHours: Record<string, number> = {}) {
  const { settings, revision: before } = await sandbox.screen('admin', page, 'settings', settingsViewSchema, {});
  const asked = rows.map((row) => ({ stage: 'staging', breach: 'holds', ...row }));
  const gates = { ...settings.gates, rows: asked, freshHours };
  const projects = { ...settings.projects, [projectId]: { staging: 'enforce', production: 'observe' } };
  const document = { ...settings, gates, projects };
  const saved = await sandbox.screen('admin', page, 'saveSettings', saveViewSchema, { settings: document, revision: before });
  if (saved.kind !== 'saved') return saved;
  revision = saved.revision;
  await sandbox.settle();
  return saved;
}

const row = <Rule extends GateRow['rule']>(rule: Rule, parts: object = {}) => ({ rule, ...parts });

/** A release without a defect, whose ticket is open, so that its verdicts are kept fresh. */
async function release(name: string): Promise<string> {
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name, projectId: Number(projectId) });
  const { id } = z.object({ id: z.string() }).parse(made.body);
  const fields = { project: { key: 'SHOP' }, issuetype: { name: 'Release' }, summary: `Release ${name}`, fixVersions: [{ id }] };
  expect((await sandbox.rest('rhea', 'POST', '/rest/api/3/issue', { fields })).status).toBe(201);
  await sandbox.settle();
  await sandbox.advance('1m');
  return id;
}

/** What the readiness screen says of staging. */
async function staging(versionId: string) {
  const { stages } = await sandbox.screen('rhea', project, 'readiness', readinessViewSchema, { projectId, versionId });
  const found = stages.find(({ stage }) => stage.key === 'staging');
  if (found === undefined) throw new Error('Staging has no gate.');
  const { state, sentence, conditions } = found;
  return { state, sentence, conditions };
}

const send = async (trigger: string, payload: Record<string, unknown>): Promise<void> => {
  const sent = await pipeline.send(trigger, { ...(await pipeline.envelope()), service: 'shop', ...payload });
  if (sent.status !== 202) throw new Error(`${sent.status}: ${sent.text}`);
  await sandbox.settle();
  await sandbox.advance('1m');
};
const builds = (version: string, build: string, more: Record<string, unknown> = {}) =>
  send('build', { version, build, branch: `release/${version}`, ...more });
const deploys = (version: string, build: string | null, environment: string, more: Record<string, unknown> = {}) =>
  send('deployment', { version, build, environment, deployment: randomUUID(), step: 'finish', outcome: 'successful', ...more });
const runsGreen = (version: string, build: string, environment: string) => {
  const tally = { tests: 9, passed: 9, failed: 0, errors: 0, skipped: 0, flaky: 0 };
  return send('test-results', {
    kind: 'run',
    run: randomUUID(),
    suite: 'nightly',
    version,
    build,
    environment,
    tally,
    failures: [],
  });
};

describe('a fix must be verified in the stage before', () => {
  test('closing a defect holds the gate until somebody says that it is fixed in test', async () => {
    const version = await release('6.0.0');
    await stagingAsks([row('unverified-fixes', { most: 0 })]);
    expect(await staging(version)).toMatchObject({ state: 'open' });

    const key = await sandbox.createDefect('SHOP', version, 'S3');
    await sandbox.settle();
    await sandbox.transition(key, 'Close', 'dev');
    await sandbox.settle();
    await sandbox.until('SHOP', version, 'staging', 'held');
    expect((await staging(version)).sentence).toBe('6.0.0 may not enter staging: 1 fix is not verified in test, none allowed.');

    const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${key}`);
    const issueId = z.object({ id: z.string() }).parse(body).id;
    const said = { issueId, stage: 'test', state: 'fixed', build: '', note: 'Paid with three cards' };
    await sandbox.invoke('qa', { moduleKey: 'holdpoint-panel', issueKey: key }, 'setBehaviour', said);
    await sandbox.advance('6m');
    expect(await staging(version)).toMatchObject({ state: 'open' });
  });
});

describe('nothing may have changed since it ran green in the stage before', () => {
  let version: string;
  beforeAll(async () => {
    version = await release('6.1.0');
    await stagingAsks([row('change-since')]);
  });

  test('before a build was told nobody can know, and a build that ran green opens the gate', async () => {
    expect(await staging(version)).toMatchObject({
      state: 'unknown',
      sentence: '6.1.0 may not enter staging yet: no successful build of this release was told.',
    });
    await builds('6.1.0', '610-1');
    await runsGreen('6.1.0', '610-1', 'test');
    expect((await staging(version)).sentence).toBe('6.1.0 may enter staging: the one condition is met.');
  });

  test('a newer build holds it until that ran green too, and the verdict names the build that it judged', async () => {
    expect((await sandbox.published('SHOP', version)).stages['staging']?.build).toBe('610-1');
    await builds('6.1.0', '610-2', { changes: ['ab'.repeat(20), 'cd'.repeat(20)] });
    expect((await staging(version)).sentence).toBe(
      '6.1.0 may not enter staging: build 610-2 has not run green in test: 2 changes came after build 610-1, which did.',
    );
    expect((await sandbox.published('SHOP', version)).stages['staging']?.build).toBe('610-2');
    await runsGreen('6.1.0', '610-2', 'test');
    expect(await staging(version)).toMatchObject({ state: 'open' });
  });

  test('a pipeline that asks about one build is told about no other', async () => {
    const ask = (build: string) => holdpoint('--version', '6.1.0', '--build', build);
    expect(await ask('610-2')).toMatchObject({ code: 0 });
    const other = await ask('610-1');
    expect(other.code).toBe(2);
    expect(other.out).toContain('unknown: The verdict is about build 610-2, not about build 610-1.');
    expect(await gate('6.1.0', { build: '610-2' })).toMatchObject({ status: 200 });
    expect(await gate('6.1.0', { build: '610-1' })).toMatchObject({ status: 503 });
  });
});

describe('it must have stood in the stage before for some hours', () => {
  test('time opens the gate by itself, and an S1 that is reported closes it again', async () => {
    const version = await release('6.2.0');
    await stagingAsks([row('soak-time', { hours: 2 })]);
    await deploys('6.2.0', '620-1', 'test');
    expect(await staging(version)).toMatchObject({ state: 'held' });
    expect((await staging(version)).sentence).toContain('2 hours are needed, which is on');

    await sandbox.advance('100m');
    expect(await staging(version)).toMatchObject({ state: 'held' });
    // Nothing happens but that time passes; the round of every five minutes finds it.
    await sandbox.advance('30m');
    expect(await staging(version)).toMatchObject({ state: 'open' });
    expect((await sandbox.published('SHOP', version)).stages['staging']?.state).toBe('open');

    await sandbox.createDefect('SHOP', version, 'S1');
    await sandbox.until('SHOP', version, 'staging', 'held');
    expect((await staging(version)).sentence).toContain('an S1 or S2 came up on');
    await sandbox.advance('130m');
    expect(await staging(version)).toMatchObject({ state: 'open' });
  });

  test('a held verdict stands while it is fresh, also past the moment at which it may turn', async () => {
    const version = await release('6.2.1');
    await deploys('6.2.1', '621-1', 'test');
    const { state, until } = (await sandbox.published('SHOP', version)).stages['staging'] ?? {};
    expect(state).toBe('held');
    expect(Date.parse(until ?? '') - Date.parse(await sandbox.now())).toBeGreaterThan(8 * 60_000);
  });
});

describe('it must be possible to take it back', () => {
  test('each item of the checklist is judged by what was told, and nobody can tick it', async () => {
    const version = await release('6.3.0');
    const items = ['target', 'returning', 'migrations', 'dependants'];
    await stagingAsks([row('rollback-readiness', { items, mostReturning: 0, targetDays: 30 })]);
    const states = async () => {
      const { conditions } = await staging(version);
      return Object.fromEntries(conditions.map(({ id, state }): [string, string] => [id.split(':')[1] ?? id, state]));
    };

    await builds('6.3.0', '630-1');
    expect(await states()).toMatchObject({ returning: 'met', migrations: 'unknown' });
    await deploys('6.1.0', '610-2', 'staging');
    await builds('6.3.0', '630-2', { migrations: 'irreversible' });
    expect(await states()).toEqual({ target: 'met', returning: 'met', migrations: 'breached', dependants: 'met' });

    await builds('6.3.0', '630-3', { migrations: 'reversible' });
    expect(await staging(version)).toMatchObject({ state: 'open' });

    await builds('6.3.0', 'cart-1', { service: 'cart', migrations: 'none' });
    expect((await staging(version)).sentence).toContain('cart is new to staging: whatever depends on it has to go back first');
  });

  test('a defect that was fixed in the release would come back', async () => {
    const version = await release('6.3.1');
    await stagingAsks([row('rollback-readiness', { items: ['returning'], mostReturning: 0, targetDays: 30 })]);
    expect(await staging(version)).toMatchObject({ state: 'open' });
    const key = await sandbox.createDefect('SHOP', version, 'S2');
    await sandbox.settle();
    await sandbox.transition(key, 'Close', 'dev');
    await sandbox.until('SHOP', version, 'staging', 'held');
    expect((await staging(version)).sentence).toContain('1 defect would come back (1 S2), none allowed');
  });
});

describe('evidence that grew too old', () => {
  test('opens no gate, and says since when nothing was told', async () => {
    const version = await release('6.4.0');
    await builds('6.4.0', '640-1', { migrations: 'none' });
    const rollback = row('rollback-readiness', { items: ['migrations'], mostReturning: 0, targetDays: 30 });
    await stagingAsks([rollback], { builds: 3 });
    expect(await staging(version)).toMatchObject({ state: 'open' });
    await sandbox.advance('190m');
    expect(await staging(version)).toMatchObject({
      state: 'unknown',
      sentence: '6.4.0 may not enter staging yet: builds were last told 3 hours ago, more than the 3 hours allowed.',
    });
    await builds('6.4.0', '640-2', { migrations: 'none' });
    expect(await staging(version)).toMatchObject({ state: 'open' });
  });
});

describe('a rollback is never held', () => {
  beforeAll(async () => {
    await stagingAsks([row('open-defects', { severity: 'S4', tier: 'any', most: 0 })]);
    for (const name of ['7.0.0', '7.1.0']) {
      const version = await release(name);
      await sandbox.createDefect('SHOP', version, 'S4');
      await sandbox.until('SHOP', version, 'staging', 'held');
      await builds(name, `${name}-b`, { service: 'till' });
      await deploys(name, `${name}-b`, 'staging', { service: 'till' });
    }
  });

  test('what was there before may go back although its gate is held, and the ledger says so once', async () => {
    expect(await gate('7.1.0')).toMatchObject({ status: 409 });
    const passed = await gate('7.0.0', { build: '7.0.0-b' });
    expect([passed.status, passed.text.split(':')[0]]).toEqual([200, 'rollback']);
    expect(await gate('7.0.0', { build: '7.0.0-b' })).toMatchObject({ status: 200 });
    const told = await holdpoint('--version', '7.0.0');
    expect(told.code).toBe(0);
    expect(told.out).toContain('7.0.0 was there before, and a rollback is never held');
    // Jira's own locks know the published verdict alone; the screen shows what the gate says.
    const version = await sandbox.versionId('SHOP', '7.0.0');
    expect((await sandbox.published('SHOP', version)).stages['staging']?.state).toBe('open');
    expect(await staging(version)).toMatchObject({ state: 'held' });

    const decisions = await entered('rollback-passed');
    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.title).toBe('Rollback let through');
    expect(decisions[0]?.sentence).toContain(
      '7.0.0, build 7.0.0-b, goes back to Staging in place of 7.1.0 although its gate is held: a rollback is never held.',
    );
  });

  test('the deployment that follows is entered as that rollback, and what was taken back does not pass as one', async () => {
    const before = await entered('deployed-while-held');
    await deploys('7.0.0', '7.0.0-b', 'staging', { service: 'till' });
    expect(await entered('rollback-passed')).toHaveLength(1);
    expect(await entered('deployed-while-held')).toEqual(before);
    expect(await gate('7.1.0')).toMatchObject({ status: 409 });
  });

  test('who says so of something that was never there is held all the same', async () => {
    const version = await release('7.2.0');
    await sandbox.createDefect('SHOP', version, 'S4');
    await sandbox.until('SHOP', version, 'staging', 'held');
    expect(await gate('7.2.0', { rollback: 'true' })).toMatchObject({ status: 409 });
  });
});

test('a row about the stage before cannot be given to the first stage', async () => {
  const { settings, revision: now } = await sandbox.screen('admin', page, 'settings', settingsViewSchema, {});
  const stages = settings.stages.map((stage) => ({ ...stage, gated: true }));
  const rows = [{ rule: 'soak-time', stage: 'test', breach: 'holds', hours: 2 }];
  const document = { ...settings, stages, gates: { ...settings.gates, rows } };
  const saved = await sandbox.screen('admin', page, 'saveSettings', saveViewSchema, { settings: document, revision: now });
  expect(saved).toMatchObject({ kind: 'invalid', problems: [{ path: 'gates.rows.0.stage' }] });
  expect(now).toBe(revision);
});

/** What the ledger of SHOP holds of a kind, as the screen shows it. */
async function entered(kind: string): Promise<{ title: string; sentence: string }[]> {
  const shown = z.object({ decisions: z.array(z.object({ title: z.string(), sentence: z.string() })) });
  return (await sandbox.screen('rhea', project, 'decisions', shown, { projectId, kind })).decisions;
}

async function gate(version: string, more: Record<string, string> = {}) {
  const query = new URLSearchParams({ project: 'SHOP', version, stage: 'staging', ...more }).toString();
  const headers = { authorization: `Bearer ${pipeline.connection.gateToken}` };
  const response = await fetch(new URL(`/webtrigger/gate?${query}`, sandbox.url), { headers });
  return { status: response.status, text: await response.text() };
}

/** `holdpoint gate`, with a Jira account and nothing else. */
function holdpoint(...args: string[]): Promise<{ code: number; out: string }> {
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', HOLDPOINT_PROJECT: 'SHOP' },
    ...{ JIRA_BASE_URL: sandbox.url, JIRA_EMAIL: 'rhea@example.com', JIRA_API_TOKEN: 'token' },
  };
  const command = join(__dirname, '../cli/bin/holdpoint.mjs');
  return new Promise((resolve) => {
    execFile('node', [command, 'gate', '--stage', 'staging', ...args], { env, encoding: 'utf8' }, (error, out) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, out });
    });
  });
}

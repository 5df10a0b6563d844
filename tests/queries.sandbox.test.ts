import { joinForgeSql, type ForgeSqlHere } from './forge-sql';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { saveViewSchema, settingsViewSchema } from '../src/contracts/settings';
import * as store from '../src/defects/shell';
import { growTables } from './grown-tables';
import { Pipeline } from './pipeline';
import { heard, listen, plansOf, type Plan } from './query-plans';
import { RunningSandbox } from './running-sandbox';

/**
 * Every statement that the app sends finds its rows by an index: no table that grows with a site is gone through whole. The plans are
 * those of the sandbox's database; TiDB has the same indexes to choose from.
 */
jest.setTimeout(600_000);

/** Tables that grow with the defects of a site, or with its age. */
const large =
  /^(defects|spans|defect_\w+|ledger\w*|dirty_issues|to_read|history\w*|day_counts|accesses|facts|sightings|failures|deliveries|messages|scores|behaviours|duplicate_(?:documents|postings|pairs|suggestions)|deferrals|triage_\w+|origins|escalations)$/;

let sandbox: RunningSandbox;
let sql: ForgeSqlHere;
let sizes: Map<string, number>;
let plans: readonly Plan[] = [];
let projectId: string;
let versionId: string;

const project = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('600');
  versionId = await sandbox.versionId('SHOP', '4.2.0');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  sql = await joinForgeSql(sandbox.database, true);
  sizes = await growTables(sql.connection);
  await listen(sql.connection);
  await useEverything();
  plans = await plansOf(sql.connection, await heard(sql.connection));
  console.log([...plans].map(described).join('\n\n'));
});
afterAll(async () => {
  await sql.stop();
  await sandbox.stop();
});

async function useEverything(): Promise<void> {
  const key = await sandbox.createDefect('SHOP', versionId, 'S1');
  await sandbox.settle();
  const [defect] = await sandbox.search(`key = ${key}`, 'dev');
  const issueId = defect?.id ?? '';
  await openScreens(issueId);
  await followFixes();
  await changeDefect(key);
  await changeVersions();
  await passTheGate();
  await sendEverything(key);
  await openScreens(issueId);
  await readAfresh();
  await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${key}`);
  await sandbox.advance('6m');
  await sandbox.advance('70m');
  await callTheStore();
}

/** Every call of every screen; what it refuses sends no more statements than it sends. */
async function openScreens(issueId: string): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const payload = { projectId, versionId, issueId, settings, revision, paused: false, field: 'defect-severity' };
  for (const call of Object.keys(bridgeCalls)) {
    for (const [who, place] of [
      ['lead', project],
      ['admin', settingsPage],
    ] as const) {
      await sandbox.invoke(who, place, call, payload);
    }
  }
  await sandbox.settle();
}

/** Defects that commits name: what was built and deployed of them is read only then. */
async function followFixes(): Promise<void> {
  const fixed = await sandbox.search(
    `project = SHOP AND issuetype = Bug AND fixVersion = ${versionId} AND statusCategory = Done`,
    'lead',
  );
  for (const { id } of fixed.slice(0, 5)) await sandbox.invoke('lead', project, 'defectTrail', { issueId: id });
}

async function changeDefect(key: string): Promise<void> {
  const path = `/rest/api/3/issue/${key}`;
  const other = await sandbox.versionId('SHOP', '4.3.0');
  await sandbox.rest('dev', 'PUT', path, { fields: { summary: 'Checkout refuses some cards', versions: [{ id: versionId }] } });
  await sandbox.rest('dev', 'PUT', path, { fields: { fixVersions: [{ id: other }] } });
  await sandbox.settle();
  await sandbox.rest('dev', 'PUT', path, { fields: { issuetype: { name: 'Story' } } });
  await sandbox.settle();
  await sandbox.rest('dev', 'PUT', path, { fields: { issuetype: { name: 'Bug' } } });
  await sandbox.settle();
}

async function changeVersions(): Promise<void> {
  const body = { name: '9.9.0', projectId: Number(projectId) };
  const made = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'POST', '/rest/api/3/version', body)).body);
  await sandbox.settle();
  await sandbox.createDefect('SHOP', made.id, 'S2');
  await sandbox.rest('admin', 'PUT', `/rest/api/3/version/${made.id}`, { name: '9.9.1' });
  await sandbox.settle();
  await sandbox.rest('admin', 'POST', `/rest/api/3/version/${made.id}/removeAndSwap`, {});
  await sandbox.settle();
}

async function passTheGate(): Promise<void> {
  const [ticket] = await sandbox.search(`project = SHOP AND issuetype = Release AND fixVersion = ${versionId}`);
  for (const { name } of await sandbox.transitions(ticket?.key ?? '')) await sandbox.transition(ticket?.key ?? '', name);
  await sandbox.settle();
}

/** Every kind of delivery, with failures that become defects, come back and stay away, while people are told. */
async function sendEverything(key: string): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const told = {
    ...settings,
    notifications: { ...settings.notifications, on: true },
    failures: { ...settings.failures, greenRuns: 1 },
  };
  await sandbox.screen('admin', settingsPage, 'saveSettings', saveViewSchema, { settings: told, revision });
  const pipeline = new Pipeline(sandbox);
  const send = async (trigger: string, payload: object) => {
    await pipeline.send(trigger, { ...(await pipeline.envelope()), ...payload });
    await sandbox.settle();
  };
  const of = { service: 'shop', version: '4.2.0', build: 'b1', commit: 'abcdef1' };
  await send('build', { ...of, branch: 'main', changes: ['abcdef1'] });
  await send('commits', {
    branch: 'release/4.2.0',
    commits: [{ sha: 'abcdef1', at: await sandbox.now(), message: `${key} Mend` }],
  });
  for (const step of ['start', 'finish', 'expose', 'rollback'])
    await send('deployment', { ...of, deployment: 'd', environment: 'production', step });
  await send('incident', {
    incident: 'I',
    title: 't',
    severity: 'S1',
    environment: 'production',
    startedAt: await sandbox.now(),
  });
  await send('test-results', { kind: 'sighting', issue: key, environment: 'production' });
  const tally = { tests: 9, passed: 8, failed: 1, errors: 0, skipped: 0 };
  const failures = [{ name: 'pays', class: 'A', message: 'XError: broken', trace: 'XError: broken\n    at A.b (/x/a.ts:1:1)' }];
  const aRun = (run: string, failed: object[], part = { n: 1, of: 1 }) =>
    send('test-results', {
      ...of,
      kind: 'run',
      run,
      suite: 'q',
      environment: 'staging',
      tally,
      failures: failed,
      log: 'log',
      part,
    });
  await aRun('r1', failures);
  await aRun('r2', failures, { n: 1, of: 2 });
  await aRun('r2', failures, { n: 2, of: 2 });
  await aRun('r3', []);
  const letters = [...'abcdefghijklmnopqrstuvwxy'];
  await aRun(
    'r4',
    letters.map((letter) => ({ ...failures[0], message: `Q${letter}Error: x`, trace: null })),
  );
  await sandbox.advance('2m');
}

/** Another list of defect work types makes the app read everything anew. */
async function readAfresh(): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const changed = { ...settings, defectTypes: [...settings.defectTypes, 'Fault'] };
  const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', saveViewSchema, { settings: changed, revision });
  expect(saved.kind).toBe('saved');
  await sandbox.settle();
}

/** What no flow of the above reaches, by the functions of the store themselves. */
async function callTheStore(): Promise<void> {
  const now = '2026-11-02T12:00:00.000Z';
  await store.oldestMark(projectId);
  await store.waitingChanges(projectId);
  const [person] = await store.accountIdsHeld('', 100);
  await store.eraseAccount(person ?? '');
  await store.nameProject({ id: '7x10000', key: 'GONE', name: 'Gone' }, now);
  await store.removeProject('7x10000');
  await store.purgeProject('7x10000');
  // The plans are made afterwards: without the project's row they would end before they begin.
  await store.nameProject({ id: '7x10000', key: 'GONE', name: 'Gone' }, now);
  await store.removeProject('7x10000');
}

function described({ shape, steps }: Plan): string {
  const ways = steps.map(({ table, type, key, rows }) => `  ${table}: ${type} by ${key ?? 'no index'}, ${rows} rows`);
  return [shape, ...ways].join('\n');
}

test('the tables that can grow have grown, and nobody took their rows away', async () => {
  for (const table of sizes.keys())
    if (large.test(table)) sizes.set(table, Number((await sql.rows(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n));
  const grown = [...sizes].filter(([table]) => large.test(table));
  expect(grown.filter(([, rows]) => rows < 5_000)).toEqual([]);
  expect(grown.length).toBeGreaterThanOrEqual(8);
});

test('the statements of every part of the app were heard', () => {
  const verbs = (table: string) =>
    plans.flatMap(({ shape, steps }) => (steps.some((step) => step.table === table) ? [shape.split(' ')[0]] : []));
  for (const table of ['defects', 'spans', 'defect_versions', 'dirty_issues', 'facts', 'sightings', 'failures'])
    expect(verbs(table)).toContain('SELECT');
  for (const table of ['defects', 'spans', 'defect_versions', 'defect_links', 'dirty_issues', 'to_read'])
    expect(verbs(table)).toContain('DELETE');
  expect(plans.length).toBeGreaterThan(60);
});

const goesThroughWhole = ({ steps }: Plan) =>
  steps.some(
    ({ table, type, rows }) => large.test(table) && (type === 'ALL' || (type === 'index' && rows > (sizes.get(table) ?? 0) / 2)),
  );

test('no statement goes through a large table whole', () => {
  const scans = plans.filter(goesThroughWhole);
  expect(scans.map((plan) => `${described(plan)}\n  e.g. ${plan.statement.slice(0, 500)}`)).toEqual([]);
});

test('one that did would be found', async () => {
  const slow = [
    `SELECT id FROM defects WHERE summary = 'x'`,
    `UPDATE spans SET label = NULL WHERE to_at = 'x'`,
    `DELETE d FROM defect_links JOIN defect_versions d ON d.read_at = defect_links.type`,
    'SELECT COUNT(*) AS n FROM defects',
  ];
  expect((await plansOf(sql.connection, slow)).filter(goesThroughWhole)).toHaveLength(slow.length);
});

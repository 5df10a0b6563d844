import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/**
 * Trains (X1): releases of two projects that go out together, formed on the screen or by a query, judged by the worst of them, asked
 * about by a pipeline.
 */
jest.setTimeout(240_000);

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

let sandbox: RunningSandbox;
let shopId: string;
let payId: string;
/** Held for production from the start. */
let shopVersion: string;
let payVersion: string;
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const idOf = async (path: string, method = 'GET', body?: unknown) =>
  z.object({ id: z.coerce.string() }).parse((await sandbox.rest('admin', method, path, body)).body).id;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('60+PAY');
  shopId = await idOf('/rest/api/3/project/SHOP');
  payId = await idOf('/rest/api/3/project/PAY');
  shopVersion = await sandbox.versionId('SHOP', '4.2.0');
  payVersion = await idOf('/rest/api/3/version', 'POST', { name: '1.0', projectId: Number(payId) });
  await sandbox.settle();
  await sandbox.advance('6m');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const form = (who: Person, wish: Record<string, unknown>) =>
  sandbox.screen(who, shop, 'saveTrain', bridgeCalls.saveTrain.view, {
    ...{ projectId: shopId, trainId: null, name: 'Autumn', versionIds: [shopVersion, payVersion], query: null },
    ...wish,
  });
const trains = async (who: Person = 'admin', versionId: string | null = null) =>
  (await sandbox.screen(who, shop, 'trains', bridgeCalls.trains.view, { projectId: shopId, versionId })).trains;
const train = (trainId: string, who: Person = 'admin') =>
  sandbox.screen(who, shop, 'train', bridgeCalls.train.view, { projectId: shopId, trainId });
const outlook = (trainId: string, who: Person = 'admin') =>
  sandbox.screen(who, shop, 'trainOutlook', bridgeCalls.trainOutlook.view, { projectId: shopId, trainId });
const scopeOf = (trainId: string, who: Person = 'admin') =>
  sandbox.screen(who, shop, 'trainScope', bridgeCalls.trainScope.view, { projectId: shopId, trainId });
const stateOf = (stages: readonly { stage: { key: string }; state: string }[], key: string) =>
  stages.find(({ stage }) => stage.key === key)?.state;

/** The command with the connection of a pipeline. */
function holdpoint(...args: string[]): Promise<{ code: number; out: string }> {
  const env = { PATH: process.env['PATH'], HOLDPOINT_CONNECTION: sandbox.connection };
  return new Promise((resolve) => {
    execFile('node', [join(__dirname, '../cli/bin/holdpoint.mjs'), 'gate', ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err });
    });
  });
}

test('who may place holds in every project of it forms a train; nobody else does', async () => {
  expect(await form('dev', {})).toMatchObject({ kind: 'refused', message: saying('in every project') });
  expect(await form('admin', { name: ' ' })).toEqual({ kind: 'refused', message: 'Give the train a name.' });
  expect(await form('admin', { versionIds: ['999999'] })).toMatchObject({ kind: 'refused' });
  expect(await trains()).toEqual([]);
  expect(await form('admin', {})).toMatchObject({ kind: 'done', sentence: '2 releases ride in Autumn.' });
  expect(await form('admin', { name: 'autumn' })).toMatchObject({
    kind: 'refused',
    message: 'There is a train called autumn already.',
  });
});

test('its verdict is the worst of its releases, each of which names it', async () => {
  const [autumn] = await trains('admin', shopVersion);
  expect(stateOf(autumn?.stages ?? [], 'production')).toBe('held');
  const view = await train(autumn?.id ?? '');
  expect(view.releases.map(({ project, version }) => [project.key, version.name])).toEqual([
    ['SHOP', '4.2.0'],
    ['PAY', '1.0'],
  ]);
  expect(view.stages.find(({ stage }) => stage.key === 'production')?.sentence).toBe(
    'Autumn may not enter production: 1 of its 2 releases is held.',
  );
  expect(await trains('admin', '10999')).toEqual([]);
});

test('a release of a project that somebody may not see counts, and is not named', async () => {
  const [autumn] = await trains();
  const outsider = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
  expect(await sandbox.invoke('outsider', outsider, 'train', { projectId: shopId, trainId: autumn?.id })).toMatchObject({
    ok: false,
  });
  await sandbox.revoke('PAY', 'BROWSE_PROJECTS', 'Viewers');
  const view = await train(autumn?.id ?? '', 'viewer');
  const { forecast, score } = await outlook(autumn?.id ?? '', 'viewer');
  const scope = await scopeOf(autumn?.id ?? '', 'viewer');
  expect([view.members, view.releases.length, view.hidden, forecast.untold, scope.untold]).toEqual([2, 1, 1, 1, 1]);
  expect(score.terms.find(({ name }) => name === 'forecast')).toMatchObject({ known: false, points: 0 });
  expect(JSON.stringify([view, forecast, score, scope])).not.toMatch(/PAY|"1\.0/);
});

test('its page says rule by rule what holds it, and what to see to first', async () => {
  const [autumn] = await trains();
  const { conditions, next } = await train(autumn?.id ?? '');
  const production = conditions.find(({ stage }) => stage.key === 'production')?.conditions ?? [];
  expect(production[0]).toMatchObject({ state: 'breached', breach: 'holds', hidden: 0 });
  expect(production[0]?.sum).toBeGreaterThan(0);
  expect(production[0]?.releases.map(({ name, state }) => [name, state])).toEqual([
    ['SHOP 4.2.0', 'breached'],
    ['PAY 1.0', 'met'],
  ]);
  expect(next).toMatchObject({ release: { name: 'SHOP 4.2.0' }, because: saying('open') });
});

test('it has a score, a forecast and a scope of its own', async () => {
  const [autumn] = await trains();
  const { score, forecast } = await outlook(autumn?.id ?? '');
  expect(score.terms.reduce((sum, { points }) => sum + points, 0)).toBe(score.score);
  expect(score.terms[0]?.sentence).toMatch(/^SHOP 4\.2\.0 has \d+ %, PAY 1\.0 has 100 %\.$/);
  // Nothing was ever closed in PAY: what nobody can tell of one release nobody can tell of all.
  expect(forecast).toMatchObject({ state: 'refused', sentence: saying('is not calibrated'), untold: 0 });
  const scope = await scopeOf(autumn?.id ?? '');
  expect(scope.rows.map(({ name }) => name).sort()).toEqual(['PAY 1.0', 'SHOP 4.2.0']);
  expect(scope.sums[0]).toMatchObject({ unit: scope.rows[0]?.unit });
});

/** What the rule about trains says of a release for production. */
async function together(projectKey: string, versionId: string) {
  const projectId = projectKey === 'SHOP' ? shopId : payId;
  const place = { ...shop, projectKey };
  const view = await sandbox.screen('admin', place, 'readiness', bridgeCalls.readiness.view, { projectId, versionId });
  const stage = view.stages.find((one) => one.stage.key === 'production');
  return stage?.conditions.find(({ rule }) => rule === 'train-members');
}

test('a release goes only together with the others, by a rule of its gate; that they wait for each other holds nobody', async () => {
  const settingsPage = { moduleKey: 'holdpoint-settings', projectKey: 'SHOP' };
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const rows = [...settings.gates.rows, { rule: 'train-members', stage: 'production', breach: 'holds' }];
  const payload = { settings: { ...settings, gates: { ...settings.gates, rows } }, revision };
  const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, payload);
  expect(saved.kind).toBe('saved');
  await sandbox.until('PAY', payVersion, 'production', 'held');
  expect((await sandbox.published('PAY', payVersion)).stages['production']?.sentence).toBe(
    '1.0 may not enter production: the other release of Autumn, in another project, is held.',
  );
  await sandbox.settle();
  expect(await together('SHOP', shopVersion)).toMatchObject({ state: 'met', reason: 'the other release of Autumn is open too' });
});

test('a pipeline asks about the train; the last release that is held keeps it', async () => {
  expect(await holdpoint('--train', 'Autumn', '--stage', 'production')).toMatchObject({ code: 1, out: saying('held') });
  expect((await holdpoint('--train', 'Winter', '--stage', 'production')).code).toBe(2);
  expect((await holdpoint('--train', 'Autumn', '--version', '4.2.0', '--stage', 'production')).out).toContain('goes without');
  const defects = await sandbox.search(`project = SHOP AND fixVersion = "4.2.0" AND issuetype = Bug AND statusCategory != Done`);
  for (const { key } of defects) await sandbox.transition(key, 'Close', 'dev');
  await sandbox.until('SHOP', shopVersion, 'production', 'open');
  // Nothing happened to the other release: it is let in because this one is.
  await sandbox.until('PAY', payVersion, 'production', 'open');
  expect(stateOf((await trains())[0]?.stages ?? [], 'production')).toBe('open');
  expect((await holdpoint('--train', 'autumn', '--stage', 'production')).code).toBe(0);
  expect(await together('PAY', payVersion)).toMatchObject({ state: 'met', value: 0 });
});

test('a query names its releases by the fix versions of what it finds', async () => {
  const refused = await form('admin', { name: 'Spring', query: 'colour = blue' });
  expect(refused).toMatchObject({ kind: 'refused', message: saying('Jira does not take this query') });
  expect(await form('admin', { name: 'Spring', query: 'project = PAY' })).toMatchObject({ kind: 'refused' });
  const spring = await form('admin', { name: 'Spring', query: 'issuetype = Release AND fixVersion = "4.2.0"' });
  if (spring.kind !== 'done') throw new Error(spring.message);
  const view = await train(spring.trainId);
  expect([view.query, view.releases.map(({ version }) => version.name)]).toEqual([
    'issuetype = Release AND fixVersion = "4.2.0"',
    ['4.2.0'],
  ]);
});

test('it is changed, and ends; the ledger of the site has all of it', async () => {
  const [autumn] = await trains();
  const trainId = autumn?.id ?? '';
  expect(await form('admin', { trainId, name: 'Autumn 2026', versionIds: [payVersion] })).toMatchObject({ kind: 'done' });
  expect((await train(trainId)).members).toBe(1);
  await sandbox.settle();
  expect(await together('PAY', payVersion)).toMatchObject({ reason: 'no other release of Autumn 2026 is still to come' });
  const end = (who: Person) => sandbox.screen(who, shop, 'endTrain', bridgeCalls.endTrain.view, { projectId: shopId, trainId });
  expect(await end('dev')).toMatchObject({ kind: 'refused' });
  expect(await end('admin')).toMatchObject({
    kind: 'done',
    sentence: 'Autumn 2026 has ended. Its releases go on by themselves.',
  });
  expect(await end('admin')).toMatchObject({ kind: 'refused', message: 'It has ended already.' });
  await sandbox.settle();
  expect(await together('PAY', payVersion)).toMatchObject({ state: 'met', reason: 'it rides in no train' });
  const site = await sandbox.screen('admin', shop, 'decisions', bridgeCalls.decisions.view, {
    projectId: shopId,
    ledger: 'site',
  });
  const told = site.decisions.map(({ sentence }) => sentence).filter((sentence) => sentence.includes('Autumn'));
  expect(told).toEqual([
    'The train Autumn 2026 was ended.',
    'The train Autumn 2026 was changed.',
    'The train Autumn was formed.',
  ]);
});

test('while it runs its query is looked up again; one that finds nothing leaves its releases as they are', async () => {
  const spring = (await trains()).find(({ name }) => name === 'Spring');
  const [ticket] = await sandbox.search('issuetype = Release AND fixVersion = "4.2.0"');
  const later = await sandbox.versionId('SHOP', '4.3.0');
  const plan = async (versionIds: readonly string[]) => {
    const fields = { fixVersions: versionIds.map((id) => ({ id })) };
    expect((await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${ticket?.key ?? ''}`, { fields })).status).toBe(204);
    await sandbox.settle();
    await sandbox.advance('6m');
    return train(spring?.id ?? '');
  };
  const wider = await plan([shopVersion, later]);
  expect(wider.releases.map(({ version }) => version.name).sort()).toEqual(['4.2.0', '4.3.0']);
  expect(wider.lookup).toMatchObject({ problem: null, elsewhere: 0 });
  const empty = await plan([]);
  expect([empty.members, empty.lookup?.problem]).toEqual([2, 'it finds no release of its projects any more']);
  const site = await sandbox.screen('admin', shop, 'decisions', bridgeCalls.decisions.view, {
    projectId: shopId,
    ledger: 'site',
  });
  const told = site.decisions.map(({ sentence }) => sentence).filter((sentence) => sentence.includes('Spring'));
  expect(told).toEqual(['The query of the train Spring finds other releases now.', 'The train Spring was formed.']);
});

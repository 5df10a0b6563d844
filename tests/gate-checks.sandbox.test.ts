import { createConnection } from 'mysql2/promise';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

/**
 * The checklist of a release (M4.4): what a role of the project confirms, with evidence, and nobody who has a hand in it; for the builds
 * that are judged, and for no other (X13). Lea and Hedda are the approvers of SHOP, Rhea is its release manager.
 */
jest.setTimeout(240_000);

let sandbox: RunningSandbox;
let pipeline: Pipeline;
let projectId: string;
let versionId: string;
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const page = { moduleKey: 'holdpoint-settings' };
const briefed = { stage: 'staging', name: 'Support team briefed' };
const slides = 'https://wiki.example.com/briefing-8.0.0';

const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: Record<string, unknown> = {}) =>
  sandbox.screen(who, shop, name, view, { projectId, versionId, ...payload });
const confirm = (who: Person, parts: Record<string, unknown> = {}) =>
  call(who, 'confirmCheck', bridgeCalls.confirmCheck.view, { ...briefed, evidence: slides, builds: [], ...parts });
const takeBack = (who: Person, because = 'The slides were those of the release before.') =>
  call(who, 'withdrawCheck', bridgeCalls.withdrawCheck.view, { ...briefed, because });
const refusedSaying = (message: string, field = 'check') => ({ kind: 'refused', field, message: saying(message) });
const ledger = async (kind: string) =>
  (await sandbox.screen('rhea', shop, 'decisions', bridgeCalls.decisions.view, { projectId, kind })).decisions;

/** Staging asks for these and nothing else, and enforces them. */
async function stagingAsks(rows: readonly object[]) {
  const { settings, revision } = await sandbox.screen('admin', page, 'settings', bridgeCalls.settings.view, {});
  const gates = { ...settings.gates, rows: rows.map((row) => ({ stage: 'staging', breach: 'holds', ...row })) };
  const projects = { ...settings.projects, [projectId]: { staging: 'enforce', production: 'observe' } };
  const document = { settings: { ...settings, gates, projects }, revision };
  const saved = await sandbox.screen('admin', page, 'saveSettings', bridgeCalls.saveSettings.view, document);
  await sandbox.settle();
  return saved;
}
const check = (name: string, role: string, parts: object = {}) => ({ rule: 'manual-check', name, role, ...parts });

async function staging() {
  const { stages } = await call('rhea', 'readiness', bridgeCalls.readiness.view);
  const found = stages.find(({ stage }) => stage.key === 'staging');
  if (found === undefined) throw new Error('Staging has a gate.');
  return found;
}
/** The check as a person sees it. */
async function shown(who: Person) {
  const { checks } = await call(who, 'gateChecks', bridgeCalls.gateChecks.view);
  const found = checks.find(({ name }) => name === briefed.name);
  if (found === undefined) throw new Error('The gate asks for it.');
  return found;
}

async function newTicket(): Promise<string> {
  const fields = { project: { key: 'SHOP' }, issuetype: { name: 'Release' }, summary: 'Release 8.0.0' };
  const made = await sandbox.rest('rhea', 'POST', '/rest/api/3/issue', {
    fields: { ...fields, fixVersions: [{ id: versionId }] },
  });
  return z.object({ key: z.string() }).parse(made.body).key;
}
/** Takes a new release ticket to staging, through the locks on its transition. */
async function enters(): Promise<boolean> {
  const key = await newTicket();
  await sandbox.transition(key, 'Start stabilisation');
  const offered = (await sandbox.transitions(key)).some(({ name }) => name === 'Deploy to staging');
  return offered && (await sandbox.transition(key, 'Deploy to staging')).status === 204;
}
async function builds(build: string): Promise<void> {
  const sent = await pipeline.send('build', {
    ...(await pipeline.envelope()),
    service: 'shop',
    version: '8.0.0',
    build,
    changes: [],
  });
  expect(sent.status).toBe(202);
  await sandbox.settle();
  await sandbox.advance('1m');
}

beforeAll(async () => {
  sandbox = await RunningSandbox.start('40');
  pipeline = new Pipeline(sandbox);
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name: '8.0.0', projectId: Number(projectId) });
  versionId = z.object({ id: z.string() }).parse(made.body).id;
  await newTicket();
  const key = await sandbox.createDefect('SHOP', versionId, 'S3');
  const { status } = await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${key}/assignee`, { accountId: 'sandbox:lead' });
  expect(status).toBe(204);
  await sandbox.transition(key, 'Close', 'dev');
  await sandbox.settle();
  await sandbox.advance('1m');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

test('the gate is held until somebody in the role says so, and names the role and no person', async () => {
  expect(await stagingAsks([check(briefed.name, 'Approvers')])).toMatchObject({ kind: 'saved' });
  expect(await staging()).toMatchObject({
    state: 'held',
    sentence: '8.0.0 may not enter staging: “Support team briefed” is not confirmed by the role Approvers.',
    conditions: [{ rule: 'manual-check', value: 0, limit: 1, unit: 'confirmations' }],
  });
  expect((await sandbox.published('SHOP', versionId)).stages['staging']).toMatchObject({ state: 'held', rule: 'manual-check' });
  expect(await enters()).toBe(false);
});

test('it is refused from a stranger to the role, from who worked on a fix, and without evidence', async () => {
  expect((await shown('dev')).may).toEqual({ confirm: false, withdraw: false });
  expect((await shown('head')).may).toEqual({ confirm: true, withdraw: false });
  expect(await confirm('dev')).toMatchObject(refusedSaying('you are not in it'));
  expect(await confirm('lead')).toMatchObject(refusedSaying('You worked on a fix of this release'));
  expect(await confirm('head', { evidence: '' })).toMatchObject(refusedSaying('a yes needs evidence', 'evidence'));
  expect(await confirm('head', { evidence: 'javascript:alert(1)' })).toMatchObject(refusedSaying('https://', 'evidence'));
  expect(await confirm('head', { name: 'Cake ordered' })).toMatchObject(refusedSaying('does not ask for this'));
  expect(
    JSON.stringify(await sandbox.invoke('outsider', shop, 'confirmCheck', { projectId, versionId, ...briefed })),
  ).not.toContain('"done"');
  expect(await ledger('check-confirmed')).toEqual([]);
  expect((await staging()).state).toBe('held');
});

test('it opens with the confirmation of a member, who is named on the screen alone', async () => {
  expect(await confirm('head')).toEqual({ kind: 'done', sentence: 'Confirmed.' });
  expect(await staging()).toMatchObject({ state: 'open', sentence: '8.0.0 may enter staging: the one condition is met.' });
  expect(await shown('rhea')).toMatchObject({
    standing: 'confirmed',
    said: [{ act: 'confirmed', who: { accountId: 'sandbox:head' }, role: 'Approvers', evidence: slides, builds: [] }],
  });
  expect(await confirm('head')).toMatchObject(refusedSaying('It is confirmed already'));
  expect(await enters()).toBe(true);
  const [entry] = await ledger('check-confirmed');
  expect(entry).toMatchObject({
    title: 'Check confirmed',
    sentence: '“Support team briefed” for 8.0.0 and staging was confirmed by the role Approvers.',
    who: { accountId: 'sandbox:head' },
  });
  expect(JSON.stringify(entry)).not.toContain(slides);
});

test('another build has to be confirmed anew, by who saw that one', async () => {
  await builds('800-1');
  expect(await staging()).toMatchObject({
    state: 'held',
    sentence: saying('was confirmed before a build was told, not for build 800-1'),
  });
  expect(await shown('head')).toMatchObject({ standing: 'other-builds', builds: ['800-1'], may: { confirm: true } });
  expect(await enters()).toBe(false);
  expect(await confirm('head', { builds: [] })).toMatchObject(refusedSaying('Meanwhile 800-1 is judged'));
  expect(await confirm('head', { builds: ['800-1'] })).toEqual({ kind: 'done', sentence: 'Confirmed for build 800-1.' });
  expect((await staging()).state).toBe('open');
  await builds('800-2');
  expect((await staging()).sentence).toContain('was confirmed for build 800-1, not for build 800-2');
  expect(await confirm('head', { builds: ['800-2'] })).toMatchObject({ kind: 'done' });
  expect((await staging()).state).toBe('open');
});

test('it is taken back with a reason, by whoever is in the role, and the gate is held at once', async () => {
  expect(await takeBack('dev')).toMatchObject(refusedSaying('Only who confirmed it'));
  expect(await takeBack('lead', ' ')).toMatchObject(refusedSaying('Say why', 'evidence'));
  expect(await takeBack('lead')).toMatchObject({ kind: 'done' });
  expect(await staging()).toMatchObject({ state: 'held', sentence: saying('was taken back') });
  expect(await enters()).toBe(false);
  const [entry] = await ledger('check-withdrawn');
  expect(entry?.sentence).toBe('The confirmation of “Support team briefed” for 8.0.0 and staging was taken back.');
});

test('a confirmation is good for its hours, and who wrote the policy gives none', async () => {
  await stagingAsks([
    check('On-call staffed', 'Release managers', { evidence: 'text', hours: 2 }),
    check('Backup tried', 'Administrators', { breach: 'warns' }),
  ]);
  const words = 'Three colleagues are on the rota tonight, phones answered';
  const staffed = { name: 'On-call staffed', evidence: words, builds: ['800-2'] };
  expect(await confirm('admin', { name: 'Backup tried', builds: ['800-2'] })).toMatchObject(
    refusedSaying('You changed what gates ask for in the last 90 days'),
  );
  expect(await confirm('rhea', staffed)).toMatchObject({ kind: 'done' });
  expect(await staging()).toMatchObject({ state: 'open', sentence: saying('with a warning, “Backup tried” is not confirmed') });
  await sandbox.advance('115m');
  expect((await staging()).state).toBe('open');
  await sandbox.advance('10m');
  expect(await staging()).toMatchObject({ state: 'held', sentence: saying('was good for 2 hours') });
  expect(await enters()).toBe(false);
});

test('a stage asks for a name once, and a role that a project does not have is pointed out', async () => {
  const twice = await stagingAsks([check('Backup tried', 'Approvers'), check('backup  TRIED', 'Developers')]);
  expect(twice).toMatchObject({ kind: 'invalid', problems: [{ path: 'gates.rows.1', message: 'Another row says the same.' }] });
  await stagingAsks([check('Legal agrees', 'Lawyers')]);
  const { warnings } = await sandbox.screen('admin', page, 'settings', bridgeCalls.settings.view, {});
  expect(warnings).toContainEqual({
    ...{ kind: 'never-met', stage: 'staging', row: 0, sentence: 'SHOP has no role Lawyers: nobody there can confirm this.' },
    advice: 'Choose another role, or add it to the project in Jira.',
  });
  expect(await confirm('head', { name: 'Legal agrees', builds: ['800-2'] })).toMatchObject(refusedSaying('no role Lawyers'));
  const { roles } = await sandbox.screen('admin', page, 'roleChoices', bridgeCalls.roleChoices.view, {});
  expect(roles).toEqual(['Administrators', 'Approvers', 'Developers', 'Release managers', 'Viewers']);
});

test('whoever is in the role through a group confirms as well', async () => {
  await stagingAsks([check(briefed.name, 'Viewers')]);
  expect(await confirm('head', { builds: ['800-2'] })).toMatchObject(refusedSaying('you are not in it'));
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/role');
  const address = z.record(z.string(), z.string()).parse(body)['Viewers'] ?? '';
  const added = await sandbox.rest('admin', 'POST', new URL(address).pathname, { group: ['shop-users'] });
  expect(added.status).toBe(200);
  expect(await confirm('head', { builds: ['800-2'] })).toMatchObject({ kind: 'done' });
  expect((await staging()).state).toBe('open');
});

test('a confirmation counts once it stands on record: what a dead function left out is entered by the next round, once', async () => {
  const entries = (await ledger('check-confirmed')).length;
  const { schema, ...server } = sandbox.database;
  const connection = await createConnection({ ...server, database: schema });
  await connection.query("UPDATE controls SET entered = revision - 1 WHERE kind = 'check'");
  await connection.end();
  expect(await enters()).toBe(false);
  await sandbox.advance('6m');
  expect(await enters()).toBe(true);
  expect(await ledger('check-confirmed')).toHaveLength(entries);
});

test('fixes that nobody verified are listed with the condition that counts them', async () => {
  await stagingAsks([{ rule: 'unverified-fixes', most: 0 }]);
  const [condition] = (await staging()).conditions;
  expect(condition).toMatchObject({
    value: 1,
    done: { defects: [{ summary: 'Checkout refuses every card' }], more: 0 },
    hidden: 0,
  });
});

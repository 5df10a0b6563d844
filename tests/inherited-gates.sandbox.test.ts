import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import type { GateRow } from '../src/contracts/gate-settings';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

const saying = (text: string): unknown => expect.stringContaining(text);

/**
 * Gates per project with inheritance from a site default: what of them a project has of its own, where each rule came from, and what
 * project admins may change, which is delegated (X20). Lea administers SHOP and not Jira; Rhea is its release manager.
 */
jest.setTimeout(240_000);

let sandbox: RunningSandbox;
let shopId: string;
let payId: string;
let shopVersion: string;
let payVersion: string;
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const page = { moduleKey: 'holdpoint-settings' };
const idSchema = z.object({ id: z.coerce.string() });

const restId = async (path: string, method = 'GET', body?: unknown) =>
  idSchema.parse((await sandbox.rest('admin', method, path, body)).body).id;
const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: Record<string, unknown> = {}) =>
  sandbox.screen(who, shop, name, view, { projectId: shopId, ...payload });
const gates = (who: Person = 'lead') => call(who, 'projectGates', bridgeCalls.projectGates.view);
const answer = async (who: Person, name: BridgeCall, payload: Record<string, unknown>) =>
  JSON.stringify(await sandbox.invoke(who, shop, name, { projectId: shopId, ...payload }));

const s1 = {
  rule: 'open-defects',
  stage: 'staging',
  breach: 'holds',
  severity: 'S1',
  tier: 'any',
  most: 0,
  releaseAt: null,
} as const;
const openRow = (severity: 'S1' | 'S2' | 'S3' | 'S4', most: number): GateRow => ({ ...s1, severity, most });

/** What Jira admins ask of all projects, and what they delegate. */
async function siteAsks(rows: readonly GateRow[], delegated: 'nothing' | 'tighter' | 'anything') {
  const { settings, revision } = await sandbox.screen('admin', page, 'settings', bridgeCalls.settings.view, {});
  const document = { settings: { ...settings, gates: { ...settings.gates, rows, delegated } }, revision };
  const saved = await sandbox.screen('admin', page, 'saveSettings', bridgeCalls.saveSettings.view, document);
  expect(saved.kind).toBe('saved');
  await sandbox.settle();
}
async function save(who: Person, rows: readonly GateRow[]) {
  const { revision } = await gates(who);
  const saved = await call(who, 'saveProjectGates', bridgeCalls.saveProjectGates.view, { rows, revision });
  await sandbox.settle();
  return saved;
}
const staging = async (project: 'SHOP' | 'PAY') =>
  (await sandbox.published(project, project === 'SHOP' ? shopVersion : payVersion)).stages['staging']?.state;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('60+PAY');
  shopId = await restId('/rest/api/3/project/SHOP');
  payId = await restId('/rest/api/3/project/PAY');
  const roles = z
    .record(z.string(), z.string())
    .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/role')).body);
  const administrators = new URL(roles['Administrators'] ?? '').pathname;
  expect((await sandbox.rest('admin', 'POST', administrators, { user: ['sandbox:lead'] })).status).toBe(200);
  shopVersion = await restId('/rest/api/3/version', 'POST', { name: '8.0.0', projectId: Number(shopId) });
  payVersion = await restId('/rest/api/3/version', 'POST', { name: '1.0', projectId: Number(payId) });
  for (const role of ['Release managers', 'Approvers']) await sandbox.grant('SHOP', 'Override Holdpoint gates', role);
  await sandbox.createDefect('SHOP', shopVersion, 'S2');
  await sandbox.createDefect('PAY', payVersion, 'S2');
  await sandbox.settle();
  await sandbox.advance('6m');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

test('a project has what all projects have, and whoever may see it can read that', async () => {
  await siteAsks([s1, openRow('S2', 1)], 'nothing');
  const { rows, site, may, administers } = await gates('rhea');
  expect({ rows, site, may, administers }).toEqual({
    rows: site,
    site: [s1, openRow('S2', 1)],
    may: 'nothing',
    administers: false,
  });
  expect([await staging('SHOP'), await staging('PAY')]).toEqual(['open', 'open']);
  expect(await answer('outsider', 'projectGates', {})).not.toContain('open-defects');
});

test('nothing is delegated to begin with: who administers the project is told so and changes nothing', async () => {
  expect(await gates()).toMatchObject({ may: 'nothing', administers: true, delegated: 'nothing' });
  const { revision } = await gates();
  const wish = { rows: [s1, openRow('S2', 0)], revision };
  for (const name of ['saveProjectGates', 'previewProjectGates'] as const)
    expect(await answer('lead', name, wish)).toContain('Not yours to change');
  expect((await gates()).rows).toEqual([s1, openRow('S2', 1)]);
});

test('where asking for more is delegated, it is seen before it is saved, holds this project and no other', async () => {
  await siteAsks([s1, openRow('S2', 1)], 'tighter');
  const rows = [s1, openRow('S2', 0), openRow('S4', 9)];
  const preview = await call('lead', 'previewProjectGates', bridgeCalls.previewProjectGates.view, { rows });
  if (preview.kind !== 'preview') throw new Error(JSON.stringify(preview));
  expect(preview.sentence).toContain('8.0.0 (Staging)');
  expect(new Set(preview.changes.map(({ projectKey }) => projectKey))).toEqual(new Set(['SHOP']));
  expect(await save('lead', rows)).toMatchObject({ kind: 'saved' });
  await sandbox.until('SHOP', shopVersion, 'staging', 'held');
  expect(await staging('PAY')).toBe('open');
  const { stages } = await call('rhea', 'readiness', bridgeCalls.readiness.view, { versionId: shopVersion });
  const definitions = stages.find(({ stage }) => stage.key === 'staging')?.conditions.map(({ definition }) => definition);
  expect(definitions).toEqual([
    saying('Asked by all projects.'),
    saying('Asked by this project.'),
    saying('Asked by this project.'),
  ]);
});

test('asking for less is refused at its row, leaving out too, and so is a save over what somebody else saved', async () => {
  const refusal = (path: string, message: string) => ({ kind: 'invalid', problems: [{ path, message: saying(message) }] });
  expect(await save('lead', [s1, openRow('S2', 2)])).toMatchObject(refusal('gates.rows.1', 'asks for less'));
  expect(await save('lead', [openRow('S2', 0)])).toMatchObject(refusal('gates.rows', 'left out'));
  expect(await save('lead', [s1, openRow('S2', 0), { ...s1, stage: 'moon' }])).toMatchObject(
    refusal('gates.rows.2.stage', 'no stage "moon"'),
  );
  const stale = { rows: [s1, openRow('S2', 0)], revision: 1 };
  expect(await call('lead', 'saveProjectGates', bridgeCalls.saveProjectGates.view, stale)).toMatchObject({ kind: 'conflict' });
  for (const who of ['rhea', 'dev', 'viewer'] as const)
    expect(await answer(who, 'saveProjectGates', { rows: [], revision: (await gates()).revision })).toContain(
      'Not yours to change',
    );
  const elsewhere = { rows: [], revision: (await gates()).revision, projectId: payId };
  expect(await answer('lead', 'saveProjectGates', elsewhere)).not.toContain('"saved"');
  expect((await gates()).rows).toEqual([s1, openRow('S2', 0), openRow('S4', 9)]);
});

test('a change for all projects reaches the project but for what it replaced', async () => {
  await siteAsks([s1, openRow('S2', 5), openRow('S3', 7)], 'tighter');
  expect((await gates()).rows).toEqual([s1, openRow('S2', 0), openRow('S3', 7), openRow('S4', 9)]);
  await siteAsks([s1, openRow('S2', 1)], 'tighter');
});

test('it stands in the ledger of the project, and its author does not approve that it is passed over', async () => {
  const asked = { kind: 'gates-changed' };
  const { decisions } = await call('rhea', 'decisions', bridgeCalls.decisions.view, asked);
  expect(decisions).toMatchObject([
    { title: 'Gates of the project changed', sentence: saying('2 rules of its own'), who: { accountId: 'sandbox:lead' } },
  ]);
  const { stages } = await sandbox.published('SHOP', shopVersion);
  expect(stages['staging']?.state).toBe('held');
  const rationale =
    'Couriers print labels twice when the scanner beeps; the depot manager throws duplicates away and watches the counter.';
  const wish = { stage: 'staging', reason: 'risk-accepted', rationale, hours: 2 };
  expect(
    await call('rhea', 'requestOverride', bridgeCalls.requestOverride.view, { versionId: shopVersion, ...wish }),
  ).toMatchObject({ kind: 'done' });
  const { overrides } = await control();
  const decide = { versionId: shopVersion, overrideId: overrides[0]?.id, act: 'approve', because: '' };
  expect(await answer('lead', 'decideOverride', decide)).toContain('You wrote the policy');
  expect(await answer('head', 'decideOverride', decide)).toContain('"done"');
  expect(await answer('head', 'decideOverride', { ...decide, act: 'revoke', because: 'It was only tried.' })).toContain('"done"');
});
const control = () => call('rhea', 'gateControl', bridgeCalls.gateControl.view, { versionId: shopVersion });
test('where anything is delegated, a rule may be left out; a Jira admin may it anyway, and the project comes back to all others', async () => {
  await siteAsks([s1, openRow('S2', 0)], 'anything');
  await sandbox.until('PAY', payVersion, 'staging', 'held');
  expect(await save('lead', [s1])).toMatchObject({ kind: 'saved' });
  await sandbox.until('SHOP', shopVersion, 'staging', 'open');
  expect(await staging('PAY')).toBe('held');
  const { decisions } = await call('rhea', 'decisions', bridgeCalls.decisions.view, { kind: 'gates-changed' });
  expect(decisions[0]?.sentence).toContain('leave out 1 of all projects');
  await siteAsks([s1, openRow('S2', 0)], 'nothing');
  expect(await save('admin', [s1, openRow('S2', 0)])).toMatchObject({ kind: 'saved' });
  await sandbox.until('SHOP', shopVersion, 'staging', 'held');
  const { settings } = await sandbox.screen('admin', page, 'settings', bridgeCalls.settings.view, {});
  expect(settings.gates.byProject).toEqual({});
});

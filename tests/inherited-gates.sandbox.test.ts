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
let shopDefect: string;
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
  shopDefect = await sandbox.createDefect('SHOP', shopVersion, 'S2');
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
  for (const name of ['saveProjectGates', 'previewProjectGates', 'replayProjectGates', 'projectRoleChoices'] as const)
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

test('before it is saved it is replayed over the decisions of this project, with the issues that the person may see', async () => {
  const replay = (who: Person, rows: readonly GateRow[], projectId = shopId) =>
    call(who, 'replayProjectGates', bridgeCalls.replayProjectGates.view, { rows, projectId });
  // They are saved by now: replayed is what was decided before them.
  const rows = [s1, openRow('S2', 0), openRow('S4', 9)];
  const replayed = await replay('lead', rows);
  if (replayed.kind !== 'replayed') throw new Error(JSON.stringify(replayed));
  const { decisions } = await call('rhea', 'decisions', bridgeCalls.decisions.view, { kind: 'verdict-changed' });
  expect(replayed.judged).toBe(decisions.length);
  expect(replayed.sentence).toContain(`${replayed.held + replayed.opened} of ${decisions.length} decisions`);
  expect(new Set(replayed.flips.map(({ projectId }) => projectId))).toEqual(new Set([shopId]));
  const flip = replayed.flips.find(({ version, stage, to }) => version === '8.0.0' && stage === 'Staging' && to === 'held');
  expect(flip).toMatchObject({ because: '1 open S2 defect, none allowed', keys: [shopDefect], others: 0 });
  const elsewhere = await replay('admin', rows, payId);
  expect(elsewhere).toMatchObject({ kind: 'replayed' });
  expect(JSON.stringify(elsewhere)).not.toContain('SHOP');
  // More than is delegated is not tried either; why not, the preview says.
  expect(await replay('lead', [])).toEqual({ kind: 'invalid' });
  expect(await answer('lead', 'replayProjectGates', { rows, projectId: payId })).not.toContain('"replayed"');
  for (const who of ['rhea', 'dev', 'viewer', 'outsider'] as const)
    expect(await answer(who, 'replayProjectGates', { rows })).not.toContain('"replayed"');
});

test('who confirms a check is chosen from the roles of the project, by who may change its gates', async () => {
  const { roles } = await call('lead', 'projectRoleChoices', bridgeCalls.projectRoleChoices.view);
  const inJira = z.record(z.string(), z.string());
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/role');
  const people = Object.keys(inJira.parse(body)).filter((name) => name !== 'atlassian-addons-project-access');
  expect(roles).toEqual(people.sort((a, b) => a.localeCompare(b)));
  expect(roles).toContain('Administrators');
  expect((await call('admin', 'projectRoleChoices', bridgeCalls.projectRoleChoices.view)).roles).toEqual(roles);
  for (const who of ['rhea', 'dev', 'viewer', 'outsider'] as const)
    expect(await answer(who, 'projectRoleChoices', {})).not.toContain('Administrators');
  expect(await answer('lead', 'projectRoleChoices', { projectId: payId })).not.toContain('Administrators');
  expect(await answer('lead', 'roleChoices', {})).not.toContain('Administrators');
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
  // A rule whose original is gone stays, as one that the project adds.
  await siteAsks([s1], 'tighter');
  expect((await gates()).rows).toEqual([s1, openRow('S2', 0), openRow('S4', 9)]);
  await siteAsks([s1, openRow('S2', 1)], 'tighter');
});

test('settings that leave a rule of a project without what it rests on are refused by its name, until it is taken out', async () => {
  const { settings, revision } = await sandbox.screen('admin', page, 'settings', bridgeCalls.settings.view, {});
  const { byProject } = settings.gates;
  const stages = settings.stages.map((stage) => (stage.key === 'staging' ? { ...stage, gated: false } : stage));
  const { [shopId]: ofShop = {}, ...otherModes } = settings.projects;
  const projects = { ...otherModes, [shopId]: Object.fromEntries(Object.entries(ofShop).filter(([key]) => key !== 'staging')) };
  const without = { ...settings, stages, projects, gates: { ...settings.gates, rows: [] } };
  const words = 'has a rule of its own, “open S2 defects” into Staging, that cannot stay. The stage "Staging" has no gate.';
  const refusal = { path: `gates.byProject.${shopId}.rows.0.stage`, message: saying(`(SHOP) ${words} Take the rule out`) };
  for (const call of ['previewSettings', 'saveSettings'] as const) {
    const refused = await sandbox.screen('admin', page, call, bridgeCalls[call].view, { settings: without, revision });
    expect(refused).toMatchObject({ kind: 'invalid', problems: [refusal, { message: saying('“open S4 defects”') }] });
  }
  // Of a project that is gone nobody could choose the gates any more: it is named, too, and its rules can be taken out.
  const gone = { ...without.gates, byProject: { '99999': byProject[shopId] } };
  const refused = await sandbox.screen('admin', page, 'saveSettings', bridgeCalls.saveSettings.view, {
    ...{ settings: { ...without, gates: gone }, revision },
  });
  expect(JSON.stringify(refused)).toContain('The project 99999, which Holdpoint does not follow any more, has a rule of its own');
  const taken = { ...without.gates, byProject: { [shopId]: { rows: [], without: [] } } };
  const saved = await sandbox.screen('admin', page, 'previewSettings', bridgeCalls.previewSettings.view, {
    ...{ settings: { ...without, gates: taken } },
  });
  expect(saved.kind).toBe('preview');
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

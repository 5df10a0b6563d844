import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);
const containing = (some: unknown[]): unknown => expect.arrayContaining(some);

/**
 * Holds and overrides, from the request to their end, through the screens' calls and Jira's REST API: what they let pass and what not,
 * who may say so, and what the ledger has of it. 4.2.0 is held for staging and production from the start.
 */
jest.setTimeout(240_000);

let sandbox: RunningSandbox;
let projectId: string;
let versionId: string;
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };

/** Gives a permission of Holdpoint to the people in a role of the project, in Jira's own permission scheme. */
async function grant(name: string, role: string): Promise<void> {
  const known = z.object({ permissions: z.record(z.string(), z.object({ name: z.string() })) });
  const { permissions } = known.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/permissions')).body);
  const [permission] = Object.entries(permissions).find(([, one]) => one.name === name) ?? [''];
  const { id } = z
    .object({ id: z.number() })
    .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/permissionscheme')).body);
  const roles = z
    .record(z.string(), z.string())
    .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/role')).body);
  const holder = { type: 'projectRole', value: roles[role]?.split('/').at(-1) };
  const { status } = await sandbox.rest('admin', 'POST', `/rest/api/3/permissionscheme/${id}/permission`, { permission, holder });
  expect(status).toBe(201);
}

beforeAll(async () => {
  sandbox = await RunningSandbox.start('300');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  versionId = await sandbox.versionId('SHOP', '4.2.0');
  await grant('Override Holdpoint gates', 'Release managers');
  await grant('Override Holdpoint gates', 'Approvers');
  await grant('Lift Holdpoint holds', 'Release managers');
  await grant('Lift Holdpoint holds', 'Approvers');
  await sandbox.advance('6m');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: Record<string, unknown> = {}) =>
  sandbox.screen(who, shop, name, view, { projectId, versionId, ...payload });
const control = (who: Person = 'rhea') => call(who, 'gateControl', bridgeCalls.gateControl.view);
const stageOf = async (key: string) => (await sandbox.published('SHOP', versionId)).stages[key];
const ledger = async (kind: string) =>
  (await sandbox.screen('rhea', shop, 'decisions', bridgeCalls.decisions.view, { projectId, kind })).decisions;

/** Takes a new release ticket to staging, through the locks on its transition. */
async function enters(): Promise<boolean> {
  const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/issue', {
    fields: {
      ...{ project: { key: 'SHOP' }, issuetype: { name: 'Release' }, summary: 'Release 4.2.0' },
      fixVersions: [{ id: versionId }],
    },
  });
  const { key } = z.object({ key: z.string() }).parse(body);
  await sandbox.transition(key, 'Start stabilisation');
  return (await sandbox.transition(key, 'Deploy to staging')).status === 204;
}

let texts = 0;
const reasons = [
  'Partner vouchers break only beside expired gift cards; support switches vouchers off tonight and refunds whoever complains.',
  'Guests on old tablets see a grey basket button, yet reloading helps everybody, and our hotline expects their calls this evening.',
  'Invoices for Norway miss one tax line that accountants add by hand each morning until Thursday, as agreed with finance.',
  'Search by colour finds nothing for three retailers, who were phoned, wait patiently and prefer the new prices sooner.',
  'Couriers print labels twice when the scanner beeps; the depot manager throws duplicates away and watches the counter.',
  'Newsletter preferences reset after logging out, which nobody needs before December because mailings are paused anyway.',
  'Wishlists lose their order on import, two test shops use that feature, and both have confirmed they can wait a week.',
];
/** A rationale that no other one is a copy of. */
function rationale(): string {
  texts += 1;
  return reasons[texts % reasons.length] ?? '';
}
const ask = (who: Person, more: Record<string, unknown> = {}) =>
  call(who, 'requestOverride', bridgeCalls.requestOverride.view, {
    ...{ stage: 'staging', reason: 'risk-accepted', rationale: rationale(), hours: 2 },
    ...more,
  });
const decide = (who: Person, overrideId: string, act: string) =>
  call(who, 'decideOverride', bridgeCalls.decideOverride.view, { overrideId, act, because: 'Because of the review.' });

async function asked(who: Person = 'rhea'): Promise<string> {
  expect(await ask(who)).toMatchObject({ kind: 'done' });
  const [first] = (await control()).overrides;
  return first?.id ?? '';
}

describe('An override', () => {
  test('is asked for with a reason that says something, for a held gate and a limited time', async () => {
    expect(await ask('rhea', { rationale: 'Trust me.' })).toMatchObject({ kind: 'refused', problems: [{ field: 'rationale' }] });
    expect(await ask('rhea', { hours: 200 })).toMatchObject({ kind: 'refused', problems: [{ field: 'hours' }] });
    expect(await ask('rhea', { reason: 'because' })).toMatchObject({ kind: 'refused', problems: [{ field: 'reason' }] });
    expect((await control()).overrides).toEqual([]);
    const id = await asked();
    expect((await control()).overrides[0]).toMatchObject({ id, state: 'requested', passes: false, may: { approve: false } });
    expect(await ask('lead')).toMatchObject({
      kind: 'refused',
      problems: [{ message: saying('waits for a decision') }],
    });
  });

  test('is approved by somebody else who may, and lets the release ticket pass until its time is over', async () => {
    const [waiting] = (await control('lead')).overrides;
    const id = waiting?.id ?? '';
    expect(waiting?.may.approve).toBe(true);
    expect(await decide('rhea', id, 'approve')).toMatchObject({
      kind: 'refused',
      message: saying('somebody else'),
    });
    expect(await decide('dev', id, 'approve')).toMatchObject({
      kind: 'refused',
      message: saying('may override'),
    });
    expect(await stageOf('staging')).toMatchObject({ state: 'held', override: null });
    expect(await decide('lead', id, 'approve')).toMatchObject({ kind: 'done' });
    await sandbox.settle();
    const published = await stageOf('staging');
    expect(published).toMatchObject({ state: 'open', override: { id } });
    expect(published?.sentence).toMatch(/^It may be passed by an override until .* UTC, although 4\.2\.0 may not enter staging/);
    expect((await control()).overrides[0]).toMatchObject({
      state: 'approved',
      passes: true,
      covers: containing([saying('Open S1 defects')]),
    });
    expect(await enters()).toBe(true);
    expect((await ledger('override-approved'))[0]?.sentence).toContain('was approved until');
  });

  test('is void as soon as a new reason holds the gate, and stays void', async () => {
    const key = await sandbox.createDefect('SHOP', versionId, 'S1');
    await sandbox.settle();
    await sandbox.advance('1m');
    expect(await stageOf('staging')).toMatchObject({ state: 'held', override: null });
    expect((await control()).overrides[0]).toMatchObject({ state: 'void', passes: false });
    expect(await enters()).toBe(false);
    await sandbox.transition(key, 'Close', 'dev');
    await sandbox.settle();
    await sandbox.advance('1m');
    expect(await stageOf('staging')).toMatchObject({ state: 'held', override: null });
    expect(await ledger('override-voided')).toHaveLength(1);
  });

  test('is not approved by who wrote the policy', async () => {
    await grant('Override Holdpoint gates', 'Administrators');
    const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
    const gates = { ...settings.gates, overrides: { ...settings.gates.overrides, mostHours: 12, decideWithinHours: 1 } };
    const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, {
      settings: { ...settings, gates },
      revision,
    });
    expect(saved.kind).toBe('saved');
    await sandbox.settle();
    await sandbox.advance('6m');
    const id = await asked();
    expect(await decide('admin', id, 'approve')).toMatchObject({
      kind: 'refused',
      message: saying('wrote the policy'),
    });
    expect(await decide('head', id, 'approve')).toMatchObject({ kind: 'done' });
    expect((await stageOf('staging'))?.state).toBe('open');
  });

  test('is revoked with a reason, and the gate is held at once', async () => {
    const [live] = (await control()).overrides;
    expect(await decide('lead', live?.id ?? '', 'revoke')).toMatchObject({ kind: 'done' });
    expect(await stageOf('staging')).toMatchObject({ state: 'held', override: null });
  });

  test('is over to the minute, although nobody looks', async () => {
    const id = await asked();
    expect(await decide('lead', id, 'approve')).toMatchObject({ kind: 'done' });
    await sandbox.advance('119m');
    expect((await stageOf('staging'))?.state).toBe('open');
    await sandbox.advance('2m');
    expect(await enters()).toBe(false);
    await sandbox.advance('6m');
    expect(await stageOf('staging')).toMatchObject({ state: 'held', override: null });
    expect((await control()).overrides[0]?.state).toBe('expired');
    expect(await ledger('override-expired')).toHaveLength(1);
  });

  test('that nobody decides lapses', async () => {
    const id = await asked();
    await sandbox.advance('61m');
    expect(await decide('lead', id, 'approve')).toMatchObject({ kind: 'refused', message: saying('in time') });
    expect(await ledger('override-lapsed')).toHaveLength(1);
  });

  test('is in the report of who overrides most', async () => {
    const report = await sandbox.screen('rhea', shop, 'overrideReport', bridgeCalls.overrideReport.view, { projectId });
    // Asked for: approved and void, approved and revoked, approved and over, lapsed.
    expect(report).toMatchObject({ asked: 4, granted: 3, voided: 1, reasons: [{ name: 'The risk is accepted', count: 4 }] });
    const rows = report.people.map(({ who, ...counts }) => [who.accountId, counts]);
    expect(rows).toEqual([
      ['sandbox:rhea', { asked: 4, granted: 3, approved: 0 }],
      ['sandbox:lead', { asked: 0, granted: 0, approved: 2 }],
      ['sandbox:head', { asked: 0, granted: 0, approved: 1 }],
    ]);
    expect(await sandbox.invoke('outsider', shop, 'overrideReport', { projectId })).toMatchObject({ ok: false });
  });

  test('is nothing that somebody without access learns of', async () => {
    expect(await sandbox.invoke('outsider', shop, 'gateControl', { projectId, versionId })).toMatchObject({ ok: false });
    const elsewhere = { moduleKey: 'holdpoint-settings' };
    const wish = { stage: 'staging', reason: 'risk-accepted', rationale: rationale(), hours: 1 };
    const answer = await sandbox.invoke('outsider', elsewhere, 'requestOverride', { projectId, versionId, ...wish });
    expect(JSON.stringify(answer)).not.toContain('"done"');
  });
});

describe('A hold', () => {
  const place = (who: Person, stages: string[] | null) =>
    call(who, 'placeHold', bridgeCalls.placeHold.view, { stages, because: 'Marketing waits for the partner.' });
  const lift = (who: Person, holdId: string) =>
    call(who, 'liftHold', bridgeCalls.liftHold.view, { holdId, because: 'The partner is ready.' });
  const open = async () => sandbox.versionId('SHOP', '4.1.3');

  test('closes an open gate at once, and says so in Jira', async () => {
    versionId = await open();
    expect((await stageOf('staging'))?.state).toBe('open');
    expect(await place('dev', null)).toMatchObject({ kind: 'refused' });
    expect(await place('rhea', ['staging'])).toMatchObject({ kind: 'done' });
    expect(await stageOf('staging')).toMatchObject({ state: 'held', rule: 'hold' });
    expect((await stageOf('staging'))?.sentence).toMatch(/^4\.1\.3 may not enter staging: it is held by hand since \d+ November/);
    expect(JSON.stringify(await stageOf('staging'))).not.toContain('Marketing');
    expect((await stageOf('production'))?.state).toBe('open');
    expect((await ledger('hold-placed'))[0]?.sentence).toBe('4.1.3 was held by hand for staging.');
  });

  test('is shown with who placed it and why, and cannot be overridden', async () => {
    const view = await control();
    expect(view.holds[0]).toMatchObject({
      ...{
        title: 'Held by hand',
        because: 'Marketing waits for the partner.',
        stages: ['Staging'],
        standing: true,
        mayLift: true,
      },
      placedBy: { accountId: 'sandbox:rhea' },
    });
    expect(view.stages.find(({ key }) => key === 'staging')?.askable).toBe(false);
    expect(await ask('rhea', { stage: 'staging' })).toMatchObject({
      kind: 'refused',
      problems: [{ message: saying('lifted, not overridden') }],
    });
  });

  test('is lifted with a reason, and the gate opens again', async () => {
    const [hold] = (await control()).holds;
    expect(await lift('dev', hold?.id ?? '')).toMatchObject({ kind: 'refused' });
    expect(await lift('head', hold?.id ?? '')).toMatchObject({ kind: 'done', sentence: 'The hold is lifted.' });
    expect((await stageOf('staging'))?.state).toBe('open');
    expect((await control()).holds[0]).toMatchObject({ standing: false });
    expect(await lift('head', hold?.id ?? '')).toMatchObject({ kind: 'refused', message: 'It was lifted already.' });
    expect(await ledger('hold-lifted')).toHaveLength(1);
  });
});

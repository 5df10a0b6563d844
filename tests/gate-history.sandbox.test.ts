import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import type { GateRow } from '../src/contracts/gate-settings';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/**
 * Rules that look at what was: each is the only row of the gate, and the gate turns by what people do in Jira. How each one counts stands
 * in the tables of src/gates/rules.
 */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
let projectId: string;
/** 4.2.0 is in work; 4.1.2 was shipped before it. */
let version: string;
let shipped: string;
const settingsPage = { moduleKey: 'holdpoint-settings' };
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('300');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  version = await sandbox.versionId('SHOP', '4.2.0');
  shipped = await sandbox.versionId('SHOP', '4.1.2');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: unknown) =>
  sandbox.screen(who, shop, name, view, payload);

/** Makes this the one row of the gate of production. */
async function onlyRow(row: GateRow, freezes: Record<string, { day: string; note: string }> = {}): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const changed = { ...settings, gates: { ...settings.gates, rows: [row] }, forecast: { freezes } };
  const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, {
    settings: changed,
    revision,
  });
  expect(saved.kind).toBe('saved');
  await sandbox.settle();
}
const production = { stage: 'production', breach: 'holds' } as const;

/** What the screen of 4.2.0 says of production. */
async function gate() {
  await sandbox.settle();
  // What another release is told of is noticed with the next reading, within five minutes.
  await sandbox.advance('6m');
  const { stages } = await call('rhea', 'readiness', bridgeCalls.readiness.view, { projectId, versionId: version });
  const stage = stages.find((one) => one.stage.key === 'production');
  const [condition] = stage?.conditions ?? [];
  if (stage === undefined || condition === undefined) throw new Error('Production has one condition.');
  return { ...condition, state: stage.state, sentence: stage.sentence };
}

async function idOf(key: string): Promise<string> {
  return z.object({ id: z.string() }).parse((await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}?fields=summary`)).body).id;
}
async function newDefect(severity: string | null): Promise<{ id: string; key: string }> {
  const key = await sandbox.createDefect('SHOP', version, severity, 'qa');
  return { key, id: await idOf(key) };
}
async function close(key: string): Promise<void> {
  expect((await sandbox.transition(key, 'Close', 'dev')).status).toBe(204);
}
async function fieldId(name: string): Promise<string> {
  const fields = z.array(z.looseObject({ id: z.string(), name: z.string() }));
  const field = fields.parse((await sandbox.rest('qa', 'GET', '/rest/api/3/field')).body).find((one) => one.name === name);
  if (field === undefined) throw new Error(`There is no field "${name}".`);
  return field.id;
}
async function ledger(kind: string): Promise<string[]> {
  return (await call('rhea', 'decisions', bridgeCalls.decisions.view, { projectId, kind, issueKey: null })).decisions.map(
    ({ sentence }) => sentence,
  );
}
async function dayAfter(days: number): Promise<string> {
  return new Date(Date.parse(await sandbox.now()) + days * 86_400_000).toISOString().slice(0, 10);
}

test('aging: what is older than most closed ones of its severity holds, until it is closed', async () => {
  const row = { rule: 'aging', ...production, severity: 'any', percentile: 50, releaseAt: null } as const;
  await onlyRow({ ...row, most: 0 });
  const all = await gate();
  expect(all).toMatchObject({ state: 'held', unit: 'defects' });
  expect(all.definition).toMatch(/That is: S1 .* days? \(of \d+\)/);
  // The search of Jira finds the same ones.
  expect(await sandbox.search(all.jql ?? '', 'admin')).toHaveLength(all.value ?? -1);
  await onlyRow({ ...row, most: (all.value ?? 0) - 1 });
  expect((await gate()).state).toBe('held');
  const [oldest] = all.defectIds;
  await close(
    z.object({ key: z.string() }).parse((await sandbox.rest('dev', 'GET', `/rest/api/3/issue/${oldest ?? ''}`)).body).key,
  );
  expect(await gate()).toMatchObject({ state: 'open', value: (all.value ?? 0) - 1 });
});

test('escape rate: what escaped from the release before holds the next one, until the analysis of its causes is approved', async () => {
  await onlyRow({ rule: 'escape-rate', ...production, atMost: 25, windowDays: 90 });
  expect(await gate()).toMatchObject({ state: 'open', unit: 'percent' });
  const [detectedIn, severity] = [await fieldId('Detected in'), await fieldId('Defect severity')];
  for (let n = 0; n < 60; n += 1) {
    const fields = {
      ...{ project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: `Payment ${n} is taken twice` },
      ...{ versions: [{ id: shipped }], [detectedIn]: 'production', [severity]: 'S3' },
    };
    expect((await sandbox.rest('qa', 'POST', '/rest/api/3/issue', { fields })).status).toBe(201);
  }
  const held = await gate();
  expect(held.state).toBe('held');
  expect(held.sentence).toMatch(
    /^4\.2\.0 may not enter production: \d+ of \d+ defects of 4\.1\.2 escaped so far, on day \d+ of 90 \(\d+ %, for certain between/,
  );
  expect(held.sentence).toContain('the analysis of its causes has not begun');

  const place = { projectId, versionId: shipped };
  const read = (who: Person) => call(who, 'analysis', bridgeCalls.analysis.view, place);
  const change = async (who: Person, act: Record<string, unknown>) =>
    call(who, 'changeAnalysis', bridgeCalls.changeAnalysis.view, { ...place, revision: (await read(who)).revision, ...act });
  const level = (because: string) => ({ because, evidence: 'https://example.com/report' });
  const action = {
    ...{ what: 'Run the payment tests against the gateway', owner: 'sandbox:dev', due: await dayAfter(10) },
    ...{ check: 'No payment defect escapes from 4.2.0', checkOn: await dayAfter(90) },
  };
  const content = {
    causes: [{ levels: [level('No test pays twice'), level('The gateway of the tests forgets')] }],
    actions: [action],
  };
  expect(await read('dev')).toMatchObject({ state: 'none', may: { write: true, decide: false } });
  expect(await change('viewer', { act: 'write', content })).toMatchObject({ kind: 'refused' });
  // A person is no cause, and half an analysis is none.
  const blame = { ...content, causes: [{ levels: [level('@dean did not look')] }] };
  expect(await change('dev', { act: 'write', content: blame })).toMatchObject({
    problems: [{ path: 'causes.0.levels.0.because' }],
  });
  await change('dev', { act: 'write', content: { ...content, actions: [] } });
  expect(await change('dev', { act: 'submit' })).toMatchObject({ kind: 'refused', problems: [{ path: 'actions' }] });
  await change('dev', { act: 'write', content });
  expect((await change('dev', { act: 'submit' })).kind).toBe('done');
  expect((await gate()).sentence).toContain('the analysis of its causes waits for approval');
  expect(await change('lead', { act: 'approve' })).toMatchObject({ kind: 'refused' });
  expect((await change('admin', { act: 'return', because: 'What of refunds?' })).kind).toBe('done');
  expect((await gate()).sentence).toContain('was returned to its authors');
  await change('dev', { act: 'submit' });
  expect((await change('admin', { act: 'approve' })).kind).toBe('done');
  expect((await gate()).state).toBe('open');
  const kinds = ['analysis-submitted', 'analysis-returned', 'analysis-approved'];
  expect((await Promise.all(kinds.map(ledger))).map(({ length }) => length)).toEqual([2, 1, 1]);
  // What was known when it was submitted stays, whatever is found later.
  const before = await read('dev');
  const late = {
    ...{ project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'Payment 99 is taken twice' },
    versions: [{ id: shipped }],
  };
  await sandbox.rest('qa', 'POST', '/rest/api/3/issue', { fields: { ...late, [detectedIn]: 'production' } });
  await gate();
  const after = await read('dev');
  expect(after.events).toEqual(before.events);
  expect(after.known?.escaped).toBe((before.known?.escaped ?? 0) + 1);
});

test('deferrals: one that holds is in order until its defect is assigned to who approved it', async () => {
  await onlyRow({ rule: 'deferrals-valid', ...production, daysLeft: 0 });
  const { id, key } = await newDefect('S4');
  await gate();
  const later = await sandbox.versionId('SHOP', '4.3.0');
  const rationale =
    'Only auditors exporting returned parcels notice slightly wrong totals, roughly nine people monthly, and support corrects every row manually.';
  const { results } = await call('qa', 'requestDeferrals', bridgeCalls.requestDeferrals.view, {
    ...{ projectId, issueIds: [id], reason: 'workaround', rationale, targetVersionId: later, expiresOn: await dayAfter(10) },
    control: 'Support corrects the totals by hand.',
  });
  const deferralId = results[0]?.deferralId ?? '';
  expect((await gate()).reason).toContain('1 more asked for and not decided, so it counts');
  const decide = { projectId, deferralId, act: 'approve' };
  expect((await call('admin', 'decideDeferral', bridgeCalls.decideDeferral.view, decide)).kind).toBe('done');
  expect(await gate()).toMatchObject({ state: 'open', value: 0 });
  await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${key}/assignee`, { accountId: 'sandbox:admin' });
  expect(await gate()).toMatchObject({ state: 'held', value: 1, defectIds: [id] });
  await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${key}/assignee`, { accountId: 'sandbox:dev' });
  expect((await gate()).state).toBe('open');
  await onlyRow({ rule: 'deferrals-valid', ...production, daysLeft: 30 });
  expect((await gate()).reason).toMatch(/ends? within 30 days/);
});

test('freeze: what comes in afterwards holds, unless its severity may still come in', async () => {
  const row: GateRow = { rule: 'freeze-violations', ...production, most: 0, releaseAt: null, admits: ['S1', 'S2'] };
  await onlyRow(row);
  expect(await gate()).toMatchObject({ state: 'open', reason: 'this release has no freeze' });
  await sandbox.advance('16h');
  await onlyRow(row, { [version]: { day: await dayAfter(0), note: '' } });
  expect((await gate()).state).toBe('open');
  await newDefect('S2');
  expect((await gate()).state).toBe('open');
  const late = await newDefect('S4');
  expect(await gate()).toMatchObject({ state: 'held', value: 1, defectIds: [late.id] });
  const moved = { fields: { fixVersions: [] } };
  expect((await sandbox.rest('qa', 'PUT', `/rest/api/3/issue/${late.key}`, moved)).status).toBe(204);
  expect((await gate()).state).toBe('open');
});

test('no worse than last: one more open defect than the release before had at this point holds', async () => {
  const row = { rule: 'no-worse-than-last', ...production, severity: 'S3' } as const;
  await onlyRow({ ...row, byHowMany: 0 });
  const first = await gate();
  expect(first.reason).toMatch(/\d+ open S3 defects?; \d+ days before it was shipped 4\.1\.2 had \d+/);
  // Two to spare: what 4.1.2 had changes by the hour, and one of its defects was closed at about this time of that day.
  const spare = Math.max(0, (first.value ?? 0) - first.limit) + 2;
  await onlyRow({ ...row, byHowMany: spare });
  expect((await gate()).state).toBe('open');
  const more = first.limit + spare - (first.value ?? 0) + 1;
  const created: string[] = [];
  for (let n = 0; n < more; n += 1) created.push((await newDefect('S3')).key);
  expect(await gate()).toMatchObject({ state: 'held', value: first.limit + spare + 1 });
  for (const key of created) await close(key);
  expect(await gate()).toMatchObject({ state: 'open', value: first.value });
});

test('blockers: a defect that is granted to be one holds, whatever its severity, until it is done', async () => {
  await onlyRow({ rule: 'blockers-nominated', ...production, undecided: 'passes' });
  const { id, key } = await newDefect('S4');
  expect((await gate()).state).toBe('open');
  const wish = { issueId: id, versionId: version, because: 'Refunds go to the wrong account.' };
  const nominate = (who: Person) => call(who, 'nominate', bridgeCalls.nominate.view, wish);
  expect(await nominate('qa')).toMatchObject({ kind: 'done' });
  expect(await nominate('dev')).toMatchObject({ kind: 'refused' });
  expect(await gate()).toMatchObject({
    state: 'open',
    reason: 'no granted blockers are open, 1 nomination waits for a decision',
  });
  const decide = (who: Person, act: string) =>
    call(who, 'decideNomination', bridgeCalls.decideNomination.view, {
      ...{ projectId, versionId: version, defectId: id, act, because: 'Money is lost.' },
    });
  expect(await decide('dev', 'granted')).toMatchObject({ kind: 'refused' });
  expect(await decide('admin', 'granted')).toMatchObject({ kind: 'done' });
  expect(await gate()).toMatchObject({ state: 'held', value: 1, defectIds: [id] });
  const listed = await call('rhea', 'nominations', bridgeCalls.nominations.view, { projectId, versionId: version });
  expect(listed.nominations.map(({ defect, state }) => [defect.key, state])).toEqual([[key, 'granted']]);
  await close(key);
  expect((await gate()).state).toBe('open');
  expect((await ledger('blocker-granted')).length).toBe(1);
});

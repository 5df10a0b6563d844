import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import type { GateRow } from '../src/contracts/gate-settings';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/**
 * Decisions judged again (M4.1, M2.3, M1.1): each verdict of the ledger keeps what it was decided from, is shown as known then and as
 * known now, and can be tried by other gates before they are saved.
 */
jest.setTimeout(240_000);

let sandbox: RunningSandbox;
let projectId: string;
let severityField: string;
const settingsPage = { moduleKey: 'holdpoint-settings' };
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('300');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  const fields = z.array(z.looseObject({ id: z.string(), name: z.string() }));
  const all = fields.parse((await sandbox.rest('qa', 'GET', '/rest/api/3/field')).body);
  severityField = all.find(({ name }) => name === 'Defect severity')?.id ?? '';
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: Record<string, unknown> = {}) =>
  sandbox.screen(who, shop, name, view, { projectId, ...payload });
const decisions = (payload: Record<string, unknown> = {}) => call('rhea', 'decisions', bridgeCalls.decisions.view, payload);
const turned = async (versionId: string) =>
  (await call('rhea', 'turned', bridgeCalls.turned.view)).decisions.filter(({ version }) => version.id === versionId);

async function verdicts(versionId: string | null = null) {
  const found = [];
  for (let before: number | null = null; ;) {
    const page = await decisions({ kind: 'verdict-changed', versionId, before });
    found.push(...page.decisions);
    before = page.next;
    if (before === null) return found;
  }
}

async function again(seq: number) {
  const view = await call('rhea', 'thenAndNow', bridgeCalls.thenAndNow.view, { seq });
  if (view.kind !== 'judged') throw new Error(view.because);
  return view.decision;
}

async function settings() {
  return sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
}
async function withRows(rows: readonly GateRow[]) {
  const { settings: saved, revision } = await settings();
  return { settings: { ...saved, gates: { ...saved.gates, rows } }, revision };
}
async function saveRows(rows: readonly GateRow[]): Promise<void> {
  const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, await withRows(rows));
  expect(saved.kind).toBe('saved');
  await sandbox.settle();
}
async function replay(rows: readonly GateRow[]) {
  const { settings: proposed } = await withRows(rows);
  const view = await sandbox.screen('admin', settingsPage, 'replaySettings', bridgeCalls.replaySettings.view, {
    settings: proposed,
  });
  if (view.kind !== 'replayed') throw new Error('These settings are not valid.');
  return view;
}

/** A new release, not gone out yet. */
async function newRelease(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const { body } = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name, projectId: Number(projectId), ...more });
  await sandbox.settle();
  return z.object({ id: z.string() }).parse(body).id;
}
async function edit(key: string, fields: Record<string, unknown>): Promise<void> {
  expect((await sandbox.rest('qa', 'PUT', `/rest/api/3/issue/${key}`, { fields })).status).toBe(204);
  await sandbox.settle();
}

/** What a screen gets that may see what it asks for. */
const answered = { value: { kind: 'ok' } };
const row = { stage: 'production', breach: 'holds' } as const;
const counted = { ...row, most: 0, releaseAt: null };
const noS1: GateRow = { ...counted, rule: 'open-defects', severity: 'S1', tier: 'any' };
const fewS3 = (most: number): GateRow => ({ ...counted, rule: 'open-defects', severity: 'S3', tier: 'any', most });
const everyRule: readonly GateRow[] = [
  noS1,
  { ...counted, rule: 'missing-severity' },
  { ...counted, rule: 'sla-breached', severity: 'any', most: 3, releaseAt: 1 },
  { ...counted, rule: 'score-ceiling', ceiling: 60 },
  { ...counted, rule: 'aging', severity: 'any', percentile: 85 },
  { ...row, rule: 'escape-rate', atMost: 10, windowDays: 90 },
  { ...row, rule: 'deferrals-valid', daysLeft: 3 },
  { ...counted, rule: 'freeze-violations', admits: ['S1'] },
  { ...row, rule: 'no-worse-than-last', severity: 'any', byHowMany: 1 },
  { ...row, rule: 'blockers-nominated', undecided: 'holds' },
  { ...counted, rule: 'unverified-fixes' },
  { ...row, rule: 'change-since' },
  { ...row, rule: 'soak-time', hours: 24 },
  { ...row, rule: 'rollback-readiness', items: ['target', 'returning', 'migrations'], mostReturning: 3, targetDays: 90 },
];

test('every decision of a project is judged again from what the ledger keeps, and comes to the same', async () => {
  await saveRows(everyRule);
  const all = await verdicts();
  expect(all.length).toBeGreaterThan(3);
  for (const { seq, sentence } of all) {
    const decision = await again(seq);
    expect([seq, decision.same]).toEqual([seq, true]);
    expect(decision.then.sentence).toBe(sentence);
    expect(decision.conditions.every(({ then }) => then !== null)).toBe(true);
  }
  const byEveryRule = await again(all[0]?.seq ?? 0);
  expect(new Set(byEveryRule.conditions.map(({ id }) => id.split(':')[0])).size).toBeGreaterThanOrEqual(14);
});

describe('As known then and as known now', () => {
  let release: string;
  let minor: string;
  let open: number;

  test('while nothing more is known, a verdict stands', async () => {
    await saveRows([noS1, fewS3(5)]);
    release = await newRelease('9.0.0');
    minor = await sandbox.createDefect('SHOP', release, 'S3', 'qa');
    await sandbox.settle();
    await sandbox.advance('6m');
    const [newest] = await verdicts(release);
    open = newest?.seq ?? 0;
    expect(newest).toMatchObject({ title: 'Gate open', stage: 'Production' });
    expect(await again(open)).toMatchObject({ turned: false, late: [], then: { state: 'open' }, now: { state: 'open' } });
    expect(await turned(release)).toEqual([]);
  });

  test('a severity that is raised later turns the verdict that let it pass', async () => {
    await sandbox.advance('20m');
    await edit(minor, { [severityField]: 'S1' });
    await sandbox.advance('6m');
    const decision = await again(open);
    expect(decision).toMatchObject({
      ...{ turned: true, same: true, then: { state: 'open' }, now: { state: 'held' } },
      late: [{ key: minor, cause: 'worse', then: 'S3', now: 'S1', conditions: ['Open S1 defects', 'Open S3 defects'] }],
    });
    expect(decision.conditions[0]).toMatchObject({
      title: 'Open S1 defects',
      differs: true,
      then: { value: 0 },
      now: { value: 1 },
    });
    // The verdict that holds since then knew it.
    expect((await turned(release)).map(({ seq }) => seq)).toContain(open);
    expect((await verdicts(release))[0]).toMatchObject({ title: 'Gate held' });
  });

  test('a defect that was there and planned for nothing turns it when it is planned', async () => {
    const other = await newRelease('9.1.0');
    const { body } = await sandbox.rest('qa', 'POST', '/rest/api/3/issue', {
      fields: {
        ...{ project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'Invoices lack a page' },
        [severityField]: 'S1',
      },
    });
    const { key } = z.object({ key: z.string() }).parse(body);
    const third = await sandbox.createDefect('SHOP', other, 'S3', 'qa');
    await sandbox.settle();
    await sandbox.advance('6m');
    const [was] = await verdicts(other);
    expect(was).toMatchObject({ title: 'Gate open' });
    await sandbox.advance('20m');
    await edit(key, { fixVersions: [{ id: other }] });
    await sandbox.advance('6m');
    expect(await again(was?.seq ?? 0)).toMatchObject({ turned: true, late: [{ key, cause: 'planned-since' }] });
    // What was known of the others stays as it was.
    expect((await again(was?.seq ?? 0)).late.map((one) => one.key)).not.toContain(third);
  });

  test('what escapes counts against the verdict with which the release went out', async () => {
    const out = await newRelease('8.9.0');
    await sandbox.createDefect('SHOP', out, 'S3', 'qa');
    await sandbox.settle();
    await sandbox.advance('6m');
    const [was] = await verdicts(out);
    expect(was).toMatchObject({ title: 'Gate open' });
    const today = (await sandbox.now()).slice(0, 10);
    await sandbox.rest('admin', 'PUT', `/rest/api/3/version/${out}`, { released: true, releaseDate: today });
    // What is found on the day itself belongs to the day.
    const minutes = (Date.parse(`${today}T24:00:00.000Z`) - Date.parse(await sandbox.now())) / 60_000;
    await sandbox.advance(`${Math.ceil(minutes) + 1}m`);
    const { body } = await sandbox.rest('qa', 'POST', '/rest/api/3/issue', {
      fields: {
        ...{ project: { key: 'SHOP' }, issuetype: { name: 'Bug' }, summary: 'Nobody can pay' },
        ...{ [severityField]: 'S1', versions: [{ id: out }] },
      },
    });
    const { key } = z.object({ key: z.string() }).parse(body);
    await sandbox.settle();
    await sandbox.advance('6m');
    const found = await turned(out);
    expect(found).toMatchObject([{ stage: 'Production', late: [{ key, cause: 'escaped', now: 'S1' }] }]);
    expect(await again(found[0]?.seq ?? 0)).toMatchObject({ then: { state: 'open' }, now: { state: 'held' } });
  });

  test('only verdicts are judged again, and only for people who may see the project', async () => {
    const { decisions: others } = await decisions();
    const other = others.find(({ kind }) => kind !== 'verdict-changed');
    if (other !== undefined)
      expect(await call('rhea', 'thenAndNow', bridgeCalls.thenAndNow.view, { seq: other.seq })).toMatchObject({
        kind: 'not-kept',
      });
    expect(await sandbox.invoke('outsider', shop, 'turned', { projectId })).not.toMatchObject(answered);
    expect(await sandbox.invoke('outsider', shop, 'thenAndNow', { projectId, seq: open })).not.toMatchObject(answered);
  });

  test('one decision has an address of its own', async () => {
    const { decisions: found, next } = await decisions({ entry: open });
    expect([found.map(({ seq }) => seq), next]).toEqual([[open], null]);
  });
});

describe('Replaying the decisions of 90 days', () => {
  test('gates as they are turn nothing of what they decided', async () => {
    const { rows } = (await settings()).settings.gates;
    const { judged, sentence, notKnown } = await replay(rows);
    expect(judged).toBe((await verdicts()).length);
    expect(notKnown).toBe(0);
    // Decisions of the gates before them may turn; those of 9.0.0 were theirs.
    expect((await replay(rows)).flips.filter(({ version }) => version === '9.0.0')).toEqual([]);
    expect(sentence).toMatch(/decisions of the last 90 days/);
  });

  test('tighter gates say which decisions they would have held, and by which defects', async () => {
    const { flips, held, sentence } = await replay([noS1, fewS3(0)]);
    const mine = flips.filter(({ version }) => version === '9.1.0');
    expect(mine).not.toHaveLength(0);
    expect(mine[0]).toMatchObject({ from: 'open', to: 'held', stage: 'Production', because: '1 open S3 defect, none allowed' });
    expect(mine[0]?.keys).toHaveLength(1);
    expect(held).toBeGreaterThan(0);
    expect(sentence).toContain(`${held} held`);
  });

  test('laxer gates say which they would have opened', async () => {
    const { flips, opened } = await replay([{ ...noS1, most: 99 }]);
    expect(opened).toBeGreaterThan(0);
    const mine = flips.find(({ version }) => version === '9.0.0');
    expect(mine).toMatchObject({ from: 'held', to: 'open', because: 'without: 1 open S1 defect, none allowed' });
  });

  test('what a decision did not keep is counted apart, not guessed', async () => {
    const ceiling: GateRow = { ...counted, rule: 'score-ceiling', ceiling: 90, most: 50 };
    const { notKnown, notes } = await replay([noS1, fewS3(5), ceiling]);
    expect(notKnown).toBeGreaterThan(0);
    expect(notes[0]).toMatch(/would be unknown now: what these gates ask was not kept/);
  });

  test('is for people who administer Jira', async () => {
    const { settings: proposed } = await withRows([noS1]);
    expect(await sandbox.invoke('rhea', shop, 'replaySettings', { settings: proposed })).toMatchObject({
      value: { kind: 'refused' },
    });
  });
});

test('a release has a track of its stages and a history with cause, actor and place in the ledger', async () => {
  const versionId = await sandbox.versionId('SHOP', '9.0.0');
  const track = await call('rhea', 'releaseTrack', bridgeCalls.releaseTrack.view, { versionId });
  expect(track.stages.map(({ key, gated }) => [key, gated])).toContainEqual(['production', true]);
  expect(track.standsIn).toBeNull();
  const { decisions: entries } = await call('rhea', 'releaseTimeline', bridgeCalls.releaseTimeline.view, { versionId });
  expect(entries[0]).toMatchObject({ title: 'Gate held', who: { kind: 'app', rule: 'open-defects' }, stage: 'Production' });
  expect(entries[0]?.issues).toMatchObject([{ role: 'came' }]);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).toSorted((a, b) => b - a));
  expect(await sandbox.invoke('outsider', shop, 'releaseTimeline', { projectId, versionId })).not.toMatchObject(answered);
});

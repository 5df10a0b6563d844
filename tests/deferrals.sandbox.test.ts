import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';
import { exportPath } from './shared-material';

/** Deferrals from the request to their end: what opens a gate, for how long, who may say so, and that it ends exactly once. */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
let projectId: string;
let version: string;
let target: { id: string; name: string };
const settingsPage = { moduleKey: 'holdpoint-settings' };
const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('300');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  version = await sandbox.versionId('SHOP', '4.2.0');
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const named = (...people: string[]) => ({ kind: 'people' as const, accountIds: people.map((person) => `sandbox:${person}`) });
  const approvers = [named('lead', 'dev', 'rhea', 'ops'), named('head')];
  const deferrals = { ...settings.deferrals, approvers };
  const saved = { settings: { ...settings, deferrals }, revision };
  await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, saved);
  await sandbox.settle();
});
afterEach(() => sandbox.control('faults', {}));
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: unknown) =>
  sandbox.screen(who, shop, name, view, payload);

const register = (who: Person = 'rhea') => call(who, 'deferrals', bridgeCalls.deferrals.view, { projectId });
const readiness = () => call('rhea', 'readiness', bridgeCalls.readiness.view, { projectId, versionId: version });
async function ledger(kind: string, issueKey: string | null = null): Promise<number> {
  return (await call('rhea', 'decisions', bridgeCalls.decisions.view, { projectId, kind, issueKey })).decisions.length;
}
async function stage(key: string) {
  const found = (await readiness()).stages.find((one) => one.stage.key === key);
  if (found === undefined) throw new Error(`No stage ${key}.`);
  return found;
}
async function dayAfter(days: number): Promise<string> {
  return new Date(Date.parse(await sandbox.now()) + days * 86_400_000).toISOString().slice(0, 10);
}

let texts = 0;
const subjects = [
  'invoices',
  'coupons',
  'refunds',
  'baskets',
  'parcels',
  'searches',
  'vouchers',
  'wishlists',
  'exports',
  'returns',
];
/** A rationale that no other one is a copy of. */
function rationale(): string {
  texts += 1;
  const [a, b] = [subjects[texts % 10] ?? '', subjects[Math.floor(texts / 10) % 10] ?? ''];
  const kind = ['merchants', 'accountants', 'couriers', 'shoppers', 'partners', 'auditors', 'resellers'][texts % 7] ?? '';
  return `Only ${kind} handling ${a} beside ${b} notice wrong totals, roughly ${texts} people monthly, and support corrects every ${a} row manually within hours.`;
}

async function request(who: Person, issueIds: readonly string[], more: Record<string, unknown> = {}) {
  const wish = {
    ...{ projectId, issueIds, reason: 'workaround', rationale: rationale(), targetVersionId: target.id },
    ...{ control: 'Support corrects the totals by hand.', expiresOn: await dayAfter(10) },
    ...more,
  };
  return call(who, 'requestDeferrals', bridgeCalls.requestDeferrals.view, wish);
}
const decide = (who: Person, deferralId: string, decision: Record<string, unknown>) =>
  call(who, 'decideDeferral', bridgeCalls.decideDeferral.view, { projectId, deferralId, ...decision });
async function approved(who: Person, issueId: string, more: Record<string, unknown> = {}): Promise<string> {
  const { results } = await request('qa', [issueId], more);
  const id = results[0]?.deferralId ?? '';
  expect(results[0]?.problems).toEqual([]);
  const decided = await decide(who, id, { act: 'approve' });
  if (decided.kind !== 'done') throw new Error(decided.message);
  return id;
}

async function newDefect(severity: string | null, who: Person = 'qa'): Promise<{ id: string; key: string }> {
  const key = await sandbox.createDefect('SHOP', version, severity, who);
  const { body } = await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}?fields=summary`);
  await sandbox.settle();
  await sandbox.advance('1m');
  return { key, id: z.object({ id: z.string() }).parse(body).id };
}

/** Every condition of every gate counts what Jira's own search finds. */
async function countsAgree(): Promise<number> {
  await sandbox.advance('2m');
  const { stages } = await readiness();
  const counted = stages.flatMap(({ conditions }) => conditions);
  for (const { id, value, jql } of counted) expect([id, (await sandbox.search(jql ?? '', 'admin')).length]).toEqual([id, value]);
  return counted.length;
}

test('the dialog is offered what the policy allows', async () => {
  const { defectIds = [] } = (await stage('staging')).unblock ?? {};
  const view = await call('rhea', 'deferralOptions', bridgeCalls.deferralOptions.view, { projectId, issueIds: defectIds });
  expect(view.releases.length).toBeGreaterThan(0);
  const [first] = view.releases;
  target = { id: first?.id ?? '', name: first?.name ?? '' };
  expect(view.defects.map(({ k, refusal }) => [k, refusal])).toEqual(defectIds.map(() => [1, null]));
  expect(view.needsControl).toBe(true);
  expect(view.defects[0]?.approver).toBe('One of the people whom the settings name approves it.');
  expect(view.latestDay).toBe(await dayAfter(14));
});

test('what the gate needs is deferred: it opens, says how many are left out, and its search agrees', async () => {
  const held = await stage('staging');
  expect(held).toMatchObject({ state: 'held' });
  expect(held.unblock?.sentence).toContain('defer them');
  const ids = held.unblock?.defectIds ?? [];
  // They end tonight: the clock of the sandbox goes on by itself, and every five minutes of it are worked through.
  const asked = await request('qa', ids, { expiresOn: await dayAfter(0) });
  expect([asked.requested, asked.refused]).toEqual([ids.length, 0]);
  // A request changes nothing yet.
  expect((await stage('staging')).state).toBe('held');
  expect((await register('head')).sums.waiting).toBe(ids.length);
  for (const { deferralId } of asked.results) {
    expect(await decide('rhea', deferralId ?? '', { act: 'approve', comment: true })).toMatchObject({
      kind: 'done',
      state: 'approved',
    });
  }
  const open = await stage('staging');
  expect(open.state).toBe('open');
  expect(open.sentence).toContain(`${ids.length} deferred defects are not counted`);
  await sandbox.settle();
  const published = (await sandbox.published('SHOP', version)).stages['staging'];
  expect(published).toMatchObject({ state: 'open' });
  expect(published?.jql).toContain('statusCategory != Done');
  expect(await countsAgree()).toBeGreaterThan(4);
  const { sums } = await register();
  expect(sums).toMatchObject({ waiting: 0, active: ids.length });
  expect(sums.releases.map(({ release, deferrals }) => [release.name, deferrals])).toEqual([['4.2.0', ids.length]]);
  expect(sums.expiring).toHaveLength(ids.length);
  const comments = await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${ids[0] ?? ''}/comment`);
  expect(JSON.stringify(comments.body)).toContain(`Deferred to ${target.name} until`);
  const entries = (await call('rhea', 'decisions', bridgeCalls.decisions.view, { projectId, kind: 'deferral-approved' }))
    .decisions;
  expect(entries).toHaveLength(ids.length);
  expect(JSON.stringify(entries.map(({ sentence, facts }) => [sentence, facts]))).not.toMatch(/SHOP-\d/);
});

test('a verdict is good for no longer than the deferrals that it rests on', async () => {
  const [next] = (await register()).rows.map(({ expiresAt }) => expiresAt).sort();
  const left = Date.parse(next ?? '') - Date.parse(await sandbox.now());
  await sandbox.advance(`${Math.floor(left / 60_000) - 4}m`);
  expect((await stage('staging')).state).toBe('open');
  const { stages, until } = await sandbox.published('SHOP', version);
  expect([stages['staging']?.until, until]).toEqual([next, next]);
});

test('at the expiry the gate is held again, even while nothing of the app runs, and each ends exactly once', async () => {
  const active = (await register()).rows.filter(({ state }) => state === 'approved');
  await sandbox.control('faults', { functions: 'fail' });
  await sandbox.advance('6m');
  const { until } = await sandbox.published('SHOP', version);
  expect(until < (await sandbox.now())).toBe(true);
  await sandbox.control('faults', { seed: 7, kill: 0.5 });
  await sandbox.advance('40m');
  await sandbox.control('faults', {});
  await sandbox.advance('11m');
  expect((await stage('staging')).state).toBe('held');
  const { rows } = await register();
  expect(rows.filter(({ id }) => active.some((one) => one.id === id)).map(({ state }) => state)).toEqual(
    active.map(() => 'expired'),
  );
  expect(rows.map(({ events }) => events.filter(({ title }) => title === 'Expired').length)).toEqual(rows.map(() => 1));
  expect(await ledger('deferral-expired')).toBe(active.length);
  expect(await countsAgree()).toBeGreaterThan(4);
});

test('no defect comes back late by its deferral: search and gate count its target from where it stood', async () => {
  const expired = (await register()).rows.filter(({ state }) => state === 'expired');
  const { defects } = await readiness();
  const row = defects.find(({ id }) => id === expired[0]?.defect.id);
  const { body } = await sandbox.rest('qa', 'GET', '/rest/api/3/field');
  const fields = z.array(z.looseObject({ id: z.string(), name: z.string() })).parse(body);
  const clock = fields.find(({ name }) => name === 'Resolution clock from')?.id ?? '';
  const issue = await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${row?.key ?? ''}`);
  const from = z.object({ fields: z.record(z.string(), z.unknown()) }).parse(issue.body).fields[clock];
  const approvedAt = expired[0]?.decidedAt ?? '';
  const held = Date.parse(expired[0]?.expiresAt ?? '') - Date.parse(approvedAt);
  expect(Date.parse(String(from)) - Date.parse(row?.openedAt ?? '')).toBe(held);
  expect(held).toBeGreaterThan(3_600_000);
});

test('the assignee and the requester approve nothing, and the second time takes the next approver', async () => {
  const again = (await register()).rows.find(({ state }) => state === 'expired')?.defect ?? { id: '', key: '' };
  const { results } = await request('lead', [again.id]);
  const id = results[0]?.deferralId ?? '';
  const row = (await register('head')).rows.find((one) => one.id === id);
  expect(row).toMatchObject({ k: 2, waitsForViewer: true });
  expect(await decide('rhea', id, { act: 'approve' })).toMatchObject({ kind: 'refused' });
  expect(await decide('head', id, { act: 'approve' })).toMatchObject({ kind: 'done' });
  const fresh = await newDefect('S3');
  await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${fresh.key}/assignee`, { accountId: 'sandbox:dev' });
  const asked = (await request('lead', [fresh.id])).results[0]?.deferralId ?? '';
  for (const [who, words] of [
    ['dev', 'assigned to you'],
    ['lead', 'You asked for this'],
    ['qa', 'This needs one of the people'],
  ] as const) {
    const refused = await decide(who, asked, { act: 'approve' });
    expect(refused.kind === 'refused' ? refused.message : '').toContain(words);
  }
  // Two who approve at once: one does.
  const both = await Promise.all([decide('rhea', asked, { act: 'approve' }), decide('ops', asked, { act: 'approve' })]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
  const events = (await register()).rows.find((one) => one.id === asked)?.events.map(({ title }) => title);
  expect(events).toEqual(['Asked for', 'Approved']);
});

test('it is extended, withdrawn and reinstated for exactly the chosen day; what expired is not extended', async () => {
  const { id } = await newDefect('S3');
  const deferral = await approved('lead', id);
  const longer = await dayAfter(30);
  expect(
    await decide('lead', deferral, { act: 'extend', because: 'The partner asked for it.', expiresOn: longer }),
  ).toMatchObject({ kind: 'done' });
  expect(await decide('qa', deferral, { act: 'withdraw', because: 'It is fixed sooner.' })).toMatchObject({ state: 'withdrawn' });
  expect(
    await decide('head', deferral, { act: 'reinstate', because: 'It is not.', expiresOn: await dayAfter(21) }),
  ).toMatchObject({
    kind: 'done',
    state: 'approved',
  });
  const row = (await register()).rows.find((one) => one.id === deferral);
  expect(row).toMatchObject({ k: 2, expiresAt: `${await dayAfter(21)}T23:59:59.000Z` });
  const expired = (await register()).rows.find(({ state }) => state === 'expired')?.id ?? '';
  const late = await decide('lead', expired, { act: 'extend', because: 'Too late.', expiresOn: await dayAfter(5) });
  expect(late.kind === 'refused' ? late.message : '').toContain('An expired deferral is not extended');
});

test('a defect that moves to the target fulfils its deferral, and one that is closed does too', async () => {
  const [moved, closed] = [await newDefect('S3'), await newDefect('S4')];
  const ids = [await approved('lead', moved.id), await approved('lead', closed.id)];
  await sandbox.rest('qa', 'PUT', `/rest/api/3/issue/${moved.key}`, { fields: { fixVersions: [{ id: target.id }] } });
  await sandbox.transition(closed.key, 'Close', 'dev');
  await sandbox.settle();
  await sandbox.advance('11m');
  const { rows } = await register();
  expect(ids.map((id) => rows.find((row) => row.id === id)?.state)).toEqual(['fulfilled', 'fulfilled']);
  expect(await countsAgree()).toBeGreaterThan(4);
});

test('a bulk is checked defect by defect; cut off half-way it is made again, and nothing is asked for twice', async () => {
  const open = await sandbox.search(
    `project = SHOP AND issuetype = Bug AND statusCategory != Done AND fixVersion is EMPTY`,
    'admin',
  );
  const more = await sandbox.search('project = SHOP AND issuetype = Bug AND statusCategory != Done', 'admin');
  const done = await sandbox.search('project = SHOP AND issuetype = Bug AND statusCategory = Done', 'admin');
  const known = new Set((await register()).rows.filter(({ state }) => state === 'approved').map(({ defect }) => defect.id));
  const ids = [...new Set([...open, ...more].map(({ id }) => id))].filter((id) => !known.has(id)).slice(0, 90);
  const all = [...ids, ...done.slice(0, 100 - ids.length).map(({ id }) => id)];
  const text = rationale();
  const wish = { rationale: text, expiresOn: await dayAfter(5), targetVersionId: target.id };
  await sandbox.control('faults', { seed: 3, kill: 0.9 });
  const cut = await request('qa', all, wish).catch(() => null);
  await sandbox.control('faults', {});
  const { results, requested, refused } = await request('qa', all, wish);
  expect(results).toHaveLength(all.length);
  expect(results.every(({ problems, outcome }) => (outcome === 'requested') === (problems.length === 0))).toBe(true);
  expect([requested, refused]).toEqual([results.filter(({ outcome }) => outcome === 'requested').length, all.length - requested]);
  expect(requested).toBeGreaterThan(20);
  await sandbox.advance('6m');
  const { rows } = await register();
  expect(rows.filter(({ rationale: said }) => said === text)).toHaveLength(requested);
  expect(cut === null || cut.requested <= requested).toBe(true);
  const copy = await request('dev', [results.find(({ outcome }) => outcome === 'refused')?.issueId ?? ''], wish);
  expect(copy.refused).toBe(1);
});

test('whoever may not edit an issue asks for nothing, and whoever may not see it reads nothing of it', async () => {
  const { id } = await newDefect('S3');
  const asked = await request('viewer', [id]);
  expect(asked.results[0]?.problems[0]?.field).toBe('permission');
  const opened = await sandbox.invoke('outsider', { moduleKey: 'holdpoint-project' }, 'deferrals', { projectId });
  expect(JSON.stringify(opened)).not.toContain('"kind":"ok"');
  const [all, some] = [await register('rhea'), await register('viewer')];
  expect(some.hidden).toBeGreaterThan(all.hidden);
  expect(some.rows.length + some.hidden).toBe(all.rows.length + all.hidden);
  for (const format of ['csv', 'json'] as const) {
    const file = await call('rhea', 'exportDeferrals', bridgeCalls.exportDeferrals.view, { projectId, format });
    expect(file.rows).toBe(all.rows.length);
    expect(file.text.length).toBeGreaterThan(1000);
    expect(file.text).not.toContain('sandbox:');
  }
});

test('a rationale that says nothing, or says what was said before, is refused with what is missing', async () => {
  const { id } = await newDefect('S2');
  const earlier = (await register()).rows[0]?.rationale ?? '';
  const problems = async (more: Record<string, unknown>) =>
    (await request('qa', [id], { dryRun: true, ...more })).results[0]?.problems;
  expect((await problems({ rationale: 'We will fix this later, no time now.' }))?.[0]?.message).toContain(
    'could be said of any defect',
  );
  expect((await problems({ rationale: earlier }))?.[0]?.message).toContain('copy');
  expect((await problems({ control: '' }))?.[0]?.field).toBe('control');
  expect((await problems({ targetVersionId: version }))?.[0]?.field).toBe('target');
  expect(await problems({})).toEqual([]);
  expect((await register()).rows.some(({ defect }) => defect.id === id)).toBe(false);
});

test('the panel shows the deferral of its defect', async () => {
  const { id, key } = await newDefect('S3');
  const panel = { moduleKey: 'holdpoint-panel', issueKey: key };
  const view = () => sandbox.screen('qa', panel, 'deferralsOf', bridgeCalls.deferralsOf.view, { issueId: id });
  expect(await view()).toMatchObject({ present: null, times: 0, refusal: null });
  await approved('lead', id);
  expect(await view()).toMatchObject({ present: { state: 'approved', k: 1 }, times: 1 });
});

test('whatever dies between a decision and what follows from it is made good, and nothing opens a gate that is not on record', async () => {
  const made = [await newDefect('S3'), await newDefect('S3'), await newDefect('S3')];
  const ids: string[] = [];
  for (const { id } of made) ids.push((await request('qa', [id])).results[0]?.deferralId ?? '');
  const before = await ledger('deferral-approved');
  for (const [n, id] of ids.entries()) {
    await sandbox.control('faults', { seed: 20 + n, kill: 0.6, http: { 500: 0.1 } });
    for (let tries = 0; tries < 30; tries += 1) {
      const answer = JSON.stringify(
        await sandbox.invoke('lead', shop, 'decideDeferral', { projectId, deferralId: id, act: 'approve' }),
      );
      if (answer.includes('"done"') || answer.includes('approved already')) break;
    }
    await sandbox.advance('7m');
  }
  await sandbox.control('faults', {});
  await sandbox.advance('11m');
  const { rows } = await register();
  expect(ids.map((id) => rows.find((row) => row.id === id)?.events.map(({ title }) => title))).toEqual(
    ids.map(() => ['Asked for', 'Approved']),
  );
  expect(await ledger('deferral-approved')).toBe(before + ids.length);
  expect(await countsAgree()).toBeGreaterThan(4);
});

test('people are told once that a deferral waits, and once that it ends soon', async () => {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const rule = {
    ...{ id: 'deferrals', name: 'Deferrals', active: true, events: ['deferral-requested', 'deferral-expiring'], severity: null },
    ...{ stream: { kind: 'any' }, place: 'issue', to: [{ kind: 'owner' }], channels: ['comment'], windowMinutes: 1 },
  };
  const notifications = { on: true, quiet: null, rules: [rule] };
  const saved = { settings: { ...settings, notifications }, revision };
  await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, saved);
  const { id, key } = await newDefect('S3');
  await approved('lead', id, { expiresOn: await dayAfter(1) });
  await sandbox.advance('30m');
  const { body } = await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}/comment`);
  const said = JSON.stringify(body);
  expect(said.split('It waits for one of the people').length).toBe(2);
  expect(said.split('extend the deferral').length).toBe(2);
});

/** Account ids that the comments of an issue mention. */
async function mentioned(key: string): Promise<string[]> {
  const { body } = await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}/comment`);
  return [
    ...new Set([...JSON.stringify(body).matchAll(/"type":"mention","attrs":\{"id":"([^"]+)"/g)].map(([, id]) => id ?? '')),
  ].sort();
}

test('who may approve is told that it waits, and who asked is told what was decided', async () => {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const rule = (id: string, events: readonly string[], to: string) => ({
    ...{ id, name: id, active: true, events, severity: null, stream: { kind: 'any' }, place: 'issue' },
    ...{ to: [{ kind: to }], channels: ['comment'], windowMinutes: 1 },
  });
  const rules = [
    rule('waits', ['deferral-requested'], 'approvers'),
    rule('decided', ['deferral-approved', 'deferral-refused'], 'requester'),
  ];
  const levels = settings.deferrals.approvers;
  const saved = { settings: { ...settings, notifications: { on: true, quiet: null, rules } }, revision };
  await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, saved);
  const { id, key } = await newDefect('S3');
  const refused = (await request('lead', [id])).results[0]?.deferralId ?? '';
  await sandbox.advance('3m');
  // Lea may approve, and asked for this one herself.
  expect(await mentioned(key)).toEqual(['sandbox:dev', 'sandbox:ops', 'sandbox:rhea']);
  await decide('rhea', refused, { act: 'refuse', because: 'It hurts too many.' });
  await sandbox.advance('6m');
  expect(await mentioned(key)).toEqual(['sandbox:dev', 'sandbox:lead', 'sandbox:ops', 'sandbox:rhea']);
  const { body } = await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}/comment`);
  expect(JSON.stringify(body)).toContain('the deferral was refused');
  expect(JSON.stringify(body)).not.toContain('It hurts too many');
  // Until somebody is granted the permission, admins of the project approve: Jira says who they are.
  const now = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const byPermission = { ...now.settings, deferrals: { ...now.settings.deferrals, approvers: [{ kind: 'permission' }] } };
  const asked = { settings: byPermission, revision: now.revision };
  await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, asked);
  const other = await newDefect('S3');
  await request('lead', [other.id]);
  await sandbox.advance('3m');
  expect(await mentioned(other.key)).toEqual(['sandbox:admin']);
  const last = await sandbox.screen('admin', settingsPage, 'settings', bridgeCalls.settings.view, {});
  const before = { ...last.settings, deferrals: { ...last.settings.deferrals, approvers: levels } };
  const restored = { settings: before, revision: last.revision };
  await sandbox.screen('admin', settingsPage, 'saveSettings', bridgeCalls.saveSettings.view, restored);
});

test('a push that names a deferred defect breaks the rule of its branch, until the deferral is over', async () => {
  const { id, key } = await newDefect('S3');
  const deferral = await approved('lead', id);
  const pipeline = new Pipeline(sandbox);
  const push = async (message: string) => {
    const commit = { sha: createHash('sha1').update(message).digest('hex'), message, author: 'Dev', at: await sandbox.now() };
    const payload = { ...(await pipeline.envelope()), repository: 'shop', branch: 'main', commits: [commit] };
    const { status, text } = await pipeline.send('commits', payload);
    expect([status, text]).toEqual([202, text]);
    await sandbox.settle();
    return ledger('push-broke-rule', key);
  };
  expect(await push(`${key} Round totals once`)).toBe(1);
  await decide('qa', deferral, { act: 'withdraw', because: 'It is fixed sooner.' });
  expect(await push(`${key} Round totals twice`)).toBe(1);
});

const board = (issueId: string) => call('rhea', 'triageOf', bridgeCalls.triageOf.view, { issueId });
const decideAtBoard = (defectId: string, kind: 'defer' | 'not-a-defect') =>
  call('rhea', 'decideTriage', bridgeCalls.decideTriage.view, { defectId, choice: { kind } });
async function waits(defectId: string): Promise<boolean> {
  const { rows } = await call('rhea', 'triageQueue', bridgeCalls.triageQueue.view, { projectId });
  return rows.some((row) => row.defectId === defectId);
}

test('a deferral that nobody decided at the board is adopted as a decision, once, and ends with the deferral', async () => {
  const { id, key } = await newDefect('S3');
  expect(await waits(id)).toBe(true);
  const deferral = await approved('lead', id);
  await sandbox.control('faults', { seed: 5, kill: 0.3 });
  await sandbox.advance('21m');
  await sandbox.control('faults', {});
  await sandbox.advance('11m');
  expect((await board(id)).row.decision).toMatchObject({ kind: 'defer', state: 'stands', byDefault: false });
  expect(await ledger('triage-decided', key)).toBe(1);
  expect(await waits(id)).toBe(false);
  await decide('qa', deferral, { act: 'withdraw', because: 'It is fixed sooner.' });
  await sandbox.advance('11m');
  expect((await board(id)).row.decision).toMatchObject({ state: 'lapsed', because: 'Its deferral was withdrawn.' });
  expect([await ledger('triage-lapsed', key), await waits(id)]).toEqual([1, true]);
});

test('what the board deferred is undecided again once its deferral is refused, and once it expires', async () => {
  const made = [await newDefect('S3'), await newDefect('S3')];
  const [refused, expired] = made.map(({ id }) => id);
  for (const { id } of made) expect(await decideAtBoard(id, 'defer')).toMatchObject({ kind: 'decided' });
  const asked = (await request('qa', [refused ?? ''])).results[0]?.deferralId ?? '';
  await approved('lead', expired ?? '', { expiresOn: await dayAfter(0) });
  await decide('lead', asked, { act: 'refuse', because: 'It hurts too many.' });
  await sandbox.advance('11m');
  expect((await board(refused ?? '')).row.decision).toMatchObject({ state: 'lapsed', because: 'Its deferral was refused.' });
  expect((await board(expired ?? '')).row.decision).toMatchObject({ kind: 'defer', state: 'stands' });
  const [ends] = (await register()).rows.filter(({ defect }) => defect.id === expired).map(({ expiresAt }) => expiresAt);
  await sandbox.advance(`${Math.ceil((Date.parse(ends ?? '') - Date.parse(await sandbox.now())) / 60_000) + 11}m`);
  expect((await board(expired ?? '')).row.decision).toMatchObject({ state: 'lapsed', because: 'Its deferral expired.' });
  expect([await waits(refused ?? ''), await waits(expired ?? '')]).toEqual([true, true]);
  for (const { key } of made) expect(await ledger('triage-lapsed', key)).toBe(1);
});

test('a defect that is closed and reopened needs a decision again', async () => {
  const { id, key } = await newDefect('S3');
  expect(await decideAtBoard(id, 'not-a-defect')).toMatchObject({ kind: 'decided' });
  await sandbox.transition(key, 'Close', 'dev');
  await sandbox.settle();
  await sandbox.advance('6m');
  expect(await ledger('triage-lapsed', key)).toBe(0);
  await sandbox.transition(key, 'Reopen', 'dev');
  await sandbox.settle();
  await sandbox.advance('11m');
  expect((await board(id)).row.decision).toMatchObject({ state: 'lapsed', because: 'It was reopened.' });
  expect([await ledger('triage-lapsed', key), await waits(id)]).toEqual([1, true]);
});

const workflows = z.object({
  workflows: z.array(
    z.looseObject({
      id: z.string(),
      version: z.unknown(),
      transitions: z.array(
        z.looseObject({
          name: z.string(),
          validators: z.array(z.looseObject({ id: z.string().nullish(), parameters: z.looseObject({ key: z.string() }) })),
        }),
      ),
    }),
  ),
  statuses: z.array(z.unknown()),
});
async function workflowOf(type: string) {
  const types = z.object({ issueTypes: z.array(z.object({ id: z.string(), name: z.string() })) });
  const { issueTypes } = types.parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body);
  const asked = { projectAndIssueTypes: [{ projectId, issueTypeId: issueTypes.find(({ name }) => name === type)?.id }] };
  return workflows.parse((await sandbox.rest('admin', 'POST', '/rest/api/3/workflows', asked)).body);
}

test('the validator lets an issue through only while an approved deferral holds, and says what is missing', async () => {
  const { id, key } = await newDefect('S3');
  const [first] = (await sandbox.transitions(key, 'dev')).map(({ name }) => name);
  const guard = (await workflowOf('Release')).workflows
    .flatMap(({ transitions }) => transitions.flatMap(({ validators }) => validators))
    .find(({ parameters }) => parameters.key.endsWith('gate-open-decided'));
  const rule = {
    ...guard,
    id: '6d0c6f1e-3c1a-4a58-9f60-0c8f5f1d9901',
    parameters: {
      ...guard?.parameters,
      id: undefined,
      key: guard?.parameters.key.replace('gate-open-decided', 'deferral-approved'),
    },
  };
  const read = await workflowOf('Bug');
  const changed = read.workflows.map((workflow) => ({
    ...{ id: workflow.id, version: workflow.version, statuses: workflow['statuses'] },
    transitions: workflow.transitions.map((one) => (one.name === first ? { ...one, validators: [rule] } : one)),
  }));
  const update = await sandbox.rest('admin', 'POST', '/rest/api/3/workflows/update', {
    statuses: read.statuses,
    workflows: changed,
  });
  expect([update.status, update.status === 200 ? '' : update.body]).toEqual([200, '']);
  const move = async () => {
    const { status, body } = await sandbox.transition(key, first ?? '', 'dev');
    return [status, JSON.stringify(body)].join(' ');
  };
  expect(await move()).toContain('This defect has no deferral. Ask for one in the Holdpoint panel');
  const deferral = (await request('qa', [id])).results[0]?.deferralId ?? '';
  expect(await move()).toContain('is not approved yet: it waits for one of the people whom the settings name.');
  await decide('lead', deferral, { act: 'approve' });
  await decide('qa', deferral, { act: 'withdraw', because: 'Not needed.' });
  expect(await move()).toContain('Its last deferral was withdrawn');
  await decide('head', deferral, { act: 'reinstate', because: 'It is.', expiresOn: await dayAfter(9) });
  await sandbox.control('faults', { http: { 500: 1 } });
  expect(await move()).toContain('cannot read this issue just now');
  await sandbox.control('faults', {});
  expect(await move()).toMatch(/^204/);
});

test('an empty project has an empty register, and a defect without a later release says so', async () => {
  const empty = await RunningSandbox.start('empty');
  const { body } = await empty.rest('admin', 'GET', '/rest/api/3/project/search');
  const [project] = z.object({ values: z.array(z.object({ id: z.string(), key: z.string() })) }).parse(body).values;
  if (project === undefined) throw new Error('The empty site has no project.');
  const place = { moduleKey: 'holdpoint-project', projectKey: project.key };
  const ask = { projectId: project.id };
  expect(await empty.screen('admin', place, 'deferrals', bridgeCalls.deferrals.view, ask)).toMatchObject({ rows: [], hidden: 0 });
  const file = await empty.screen('admin', place, 'exportDeferrals', bridgeCalls.exportDeferrals.view, { ...ask, format: 'csv' });
  expect(file.text.split('\r\n')).toHaveLength(2);
  const version10 = await empty.rest('admin', 'POST', '/rest/api/3/version', { projectId: Number(project.id), name: '1.0' });
  await empty.advance('6m');
  const key = await empty.createDefect(project.key, z.object({ id: z.string() }).parse(version10.body).id, null, 'admin');
  const made = await empty.rest('admin', 'GET', `/rest/api/3/issue/${key}?fields=summary`);
  await empty.advance('1m');
  const { id } = z.object({ id: z.string() }).parse(made.body);
  const options = await empty.screen('admin', place, 'deferralOptions', bridgeCalls.deferralOptions.view, {
    ...ask,
    issueIds: [id],
  });
  expect(options).toMatchObject({ releases: [], needsControl: true, defects: [{ severity: null, k: 1, maxDays: 14 }] });
  expect(options.defects[0]?.refusal).toContain('There is no later release');
  expect(await empty.stop()).toEqual([]);
});

const onExport = existsSync(exportPath) ? test : test.skip;
onExport('in an imported export a defect that is planned for nothing is deferred to a release that is to come', async () => {
  const imported = await RunningSandbox.start(`import:${exportPath}`);
  const all = await imported.search('project IS NOT EMPTY ORDER BY key', 'admin');
  const known: { id: string; key: string; projectId: string }[] = [];
  for (const { id, key } of all) {
    const place = { moduleKey: 'holdpoint-panel', issueKey: key };
    const view = bridgeCalls.deferralsOf.view;
    const found = await imported.screen('admin', place, 'deferralsOf', view, { issueId: id }).catch(() => null);
    if (found !== null) known.push({ id, key, projectId: found.project.id });
  }
  const [bug] = known;
  if (bug === undefined) throw new Error('The export has no defect.');
  const place = { moduleKey: 'holdpoint-panel', issueKey: bug.key };
  const ask = { projectId: bug.projectId, issueIds: [bug.id] };
  const options = await imported.screen('admin', place, 'deferralOptions', bridgeCalls.deferralOptions.view, ask);
  expect(options.defects).toHaveLength(1);
  expect(options.latestDay).toBe(options.defects[0]?.latestDay);
  expect(await imported.stop()).toEqual([]);
});

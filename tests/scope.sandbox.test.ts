import { z } from 'zod';
import { decisionsViewSchema } from '../src/contracts/decisions';
import { moveScopeViewSchema, scopeViewSchema, type ScopeView } from '../src/contracts/scope';
import { saveViewSchema, settingsViewSchema } from '../src/contracts/settings';
import { RunningSandbox, type Person } from './running-sandbox';

/** M1.3: what a release holds against what can be finished by its date; who takes an issue out says why, and the ledger keeps it. */
jest.setTimeout(300_000);

const page = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };
const dayMs = 86_400_000;
const reason = 'Store pick-up waits for the new cash desks; shops keep the paper list until spring';

let sandbox: RunningSandbox;
let projectId: string;
let versionId: string;
let laterId: string;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('200');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  versionId = await sandbox.versionId('SHOP', '4.2.0');
  laterId = await sandbox.versionId('SHOP', '4.3.0');
  for (const priority of ['Highest', 'High', 'Medium', 'Low', 'Lowest', 'Medium', 'Medium']) {
    const made = await sandbox.rest('dev', 'POST', '/rest/api/3/issue', {
      fields: {
        ...{ project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'Wish lists can be shared' },
        ...{ fixVersions: [{ id: versionId }], priority: { name: priority } },
      },
    });
    expect(made.status).toBe(201);
  }
  for (const severity of ['S3', 'S4', 'S3']) await sandbox.createDefect('SHOP', versionId, severity);
  await sandbox.settle();
  // Jira's search lags behind its writes.
  await sandbox.advance('1m');
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const read = (who: Person = 'rhea', id: string | null = versionId) =>
  sandbox.screen(who, page, 'scope', scopeViewSchema, { projectId, versionId: id });
const wish = (issueIds: readonly string[], requestId: string, because = reason) => ({
  ...{ projectId, versionId, toVersionId: laterId, issueIds, because, requestId },
});
const move = (who: Person, issueIds: readonly string[], requestId: string, because = reason) =>
  sandbox.screen(who, page, 'moveScope', moveScopeViewSchema, wish(issueIds, requestId, because));
const changes = async () =>
  (await sandbox.screen('rhea', page, 'decisions', decisionsViewSchema, { projectId, kind: 'scope-changed' })).decisions;

const versionsSchema = z.object({ fields: z.object({ fixVersions: z.array(z.object({ id: z.string() })) }) });
async function fixVersions(key: string): Promise<string[]> {
  const { body } = await sandbox.rest('rhea', 'GET', `/rest/api/3/issue/${key}?fields=fixVersions`);
  return versionsSchema.parse(body).fields.fixVersions.map(({ id }) => id);
}

async function count(jql: string): Promise<number> {
  const { body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/search/approximate-count', { jql });
  return z.object({ count: z.number() }).parse(body).count;
}

/** Working days from nine to five in UTC, of the first and last day their share. */
function workingDays(from: number, to: number): number {
  let hours = 0;
  for (let at = Math.floor(from / dayMs) * dayMs; at < to; at += dayMs) {
    if ([0, 6].includes(new Date(at).getUTCDay())) continue;
    const [opens, closes] = [at + 9 * 3_600_000, at + 17 * 3_600_000];
    hours += Math.max(0, Math.min(closes, to) - Math.max(opens, from)) / 3_600_000;
  }
  return hours / 8;
}

/** Something that may leave without harm. */
function free(view: ScopeView, kind: 'feature' | 'defect', n = 0) {
  const found = view.rows.filter((row) => row.kind === kind && row.stays === null)[n];
  if (found === undefined) throw new Error(`The release has too few issues of this kind: ${kind}.`);
  return found;
}

test('capacity, plan and budget are what Jira gives when it is asked by hand', async () => {
  const view = await read();
  const now = Date.parse(view.now);
  const types = 'issuetype in (Bug, Story, Task)';
  const finished = await count(`project = SHOP AND ${types} AND statusCategory = Done AND statusCategoryChangedDate >= -90d`);
  const own = (more: string) => count(`project = SHOP AND fixVersion = ${versionId} AND ${more}`);
  const [features, defects] = [
    await own('type in (Story, Task) AND statusCategory != Done'),
    await own('type = Bug AND statusCategory != Done'),
  ];
  const done = [
    await own('type in (Story, Task) AND statusCategory = Done'),
    await own('type = Bug AND statusCategory = Done'),
  ] as const;
  const earlier = await sandbox.versionId('SHOP', '4.1.3');
  const taken = await count(
    `project = SHOP AND ${types} AND statusCategory != Done AND fixVersion = ${earlier} AND NOT fixVersion = ${versionId}`,
  );
  const pace = finished / workingDays(now - 90 * dayMs, now);
  const capacity = pace * workingDays(now, Date.parse('2026-11-14')) - taken;
  expect(view.unit).toBe('issues');
  expect(view.capacity?.finished.count).toBe(finished);
  expect(view.capacity?.taken.count).toBe(taken);
  expect(view.capacity?.perWeek).toBeCloseTo(5 * pace, 8);
  expect(view.capacity?.size).toBeCloseTo(capacity, 8);
  expect(view.planned).toMatchObject({ feature: { count: features, size: features }, defect: { count: defects, size: defects } });
  expect(view.done).toMatchObject({ feature: { count: done[0] }, defect: { count: done[1] } });
  const budget = 0.2 * (done[0] + done[1] + capacity);
  expect(view.budget).toMatchObject({ share: 20, done: done[1], planned: defects });
  expect(view.budget?.size).toBeCloseTo(budget, 8);
  expect(view.budget?.over).toBeCloseTo(Math.max(0, done[1] + defects - budget), 8);
  const kept = Math.min(Math.max(0, budget - done[1]), 0.2 * capacity);
  expect(view.excess).toBeCloseTo(Math.max(0, features + defects - capacity, features + kept - capacity), 8);
  expect(features * defects * finished).toBeGreaterThan(0);
  // Every number opens its issues.
  expect(await count(view.planned.feature.jql ?? '')).toBe(features);
  expect(await count(view.capacity?.finished.jql ?? '')).toBe(finished);
});

test('what leaves is not severe, not done, and makes the rest fit', async () => {
  const view = await read();
  const leaving = (view.leaving?.ids ?? []).map((id) => view.rows.find((row) => row.id === id));
  for (const row of leaving) expect(row?.stays).toBeNull();
  expect(view.state).toBe(view.excess > 0 ? 'exceeds' : 'fits');
  if (view.leaving !== null && view.leaving.short === 0) expect(view.leaving.size).toBeGreaterThanOrEqual(view.excess - 1e-6);
  for (const { severity, kind, stays } of view.rows)
    expect(stays === null).toBe(kind === 'feature' || severity === 'S3' || severity === 'S4');
});

test('an issue moves as the person in Jira, and the ledger says who, from where, to where, why, and what it came to', async () => {
  const before = await read();
  const feature = free(before, 'feature');
  const defect = free(before, 'defect');
  const requestId = '11111111-1111-4111-8111-111111111111';
  const answer = await move('rhea', [feature.id, defect.id], requestId);
  expect(answer).toEqual({
    kind: 'done',
    results: [
      { issueId: feature.id, key: feature.key, problem: null },
      { issueId: defect.id, key: defect.key, problem: null },
    ],
  });
  expect(await fixVersions(feature.key)).toEqual([laterId]);
  expect(await fixVersions(defect.key)).toContain(laterId);
  await sandbox.settle();
  const after = await read();
  expect(after.rows.map(({ id }) => id)).not.toContain(feature.id);
  expect(after.rows.map(({ id }) => id)).not.toContain(defect.id);
  expect(after.rows).toHaveLength(before.rows.length - 2);
  const entries = await changes();
  expect(entries).toHaveLength(2);
  const [last, first] = entries;
  expect(first).toMatchObject({ version: { name: '4.2.0' }, title: 'Scope of a release changed', who: { kind: 'person' } });
  expect(first?.sentence).toBe(`An issue left 4.2.0 for 4.3.0: ${reason}`);
  expect(entries.map(({ issues }) => issues.map(({ key }) => key))).toEqual([[defect.key], [feature.key]]);
  const fact = (entry: typeof last, label: string) => entry?.facts.find((one) => one.label === label)?.value;
  expect(fact(first, 'Before')).toMatch(new RegExp(`^${before.rows.length} issues planned`));
  expect(fact(first, 'After')).toBe(fact(last, 'Before'));
  expect(fact(last, 'After')).toMatch(new RegExp(`^${after.rows.length} issues planned`));

  const again = await move('rhea', [feature.id, defect.id], requestId);
  expect(again).toMatchObject({ kind: 'done', results: [{ problem: null }, { problem: null }] });
  expect(await changes()).toHaveLength(2);
  const other = await move('rhea', [feature.id], '22222222-2222-4222-8222-222222222222');
  expect(other).toMatchObject({ results: [{ key: null, problem: 'It is not open and planned for 4.2.0 any more.' }] });
  expect(await changes()).toHaveLength(2);
});

test('the same wish sent twice at once is one', async () => {
  const row = free(await read(), 'feature');
  const requestId = '33333333-3333-4333-8333-333333333333';
  await Promise.all([move('rhea', [row.id], requestId), move('rhea', [row.id], requestId)]);
  expect(await fixVersions(row.key)).toEqual([laterId]);
  const entries = (await changes()).filter(({ issues }) => issues.some(({ key }) => key === row.key));
  expect(entries).toHaveLength(1);
});

test('who may not edit changes nothing; who may not see the project learns nothing', async () => {
  const row = free(await read(), 'feature');
  const known = (await changes()).length;
  const answer = await move('viewer', [row.id], '44444444-4444-4444-8444-444444444444');
  expect(answer).toMatchObject({ results: [{ issueId: row.id, problem: 'Jira does not let you edit it.' }] });
  const stranger = await sandbox.invoke(
    'outsider',
    settingsPage,
    'moveScope',
    wish([row.id], '55555555-5555-4555-8555-555555555555'),
  );
  expect(JSON.stringify(stranger)).not.toMatch(/"kind":"ok"|SHOP-\d/);
  expect(JSON.stringify(await sandbox.invoke('outsider', settingsPage, 'scope', { projectId, versionId }))).not.toMatch(
    /"kind":"ok"|SHOP-\d/,
  );
  expect(await fixVersions(row.key)).toEqual([versionId]);
  expect(await changes()).toHaveLength(known);
});

test.each(['', '   ', 'asap', 'not now please', 'x'.repeat(400)])(
  'a reason that says nothing moves nothing: %p',
  async (because) => {
    const row = free(await read(), 'feature');
    const answer = await move('rhea', [row.id], '66666666-6666-4666-8666-666666666666', because);
    expect(answer.kind).toBe('invalid');
    expect(await fixVersions(row.key)).toEqual([versionId]);
  },
);

test('some that move and one that is done already: each is told for itself', async () => {
  const view = await read();
  const row = free(view, 'feature');
  const [ended] = await sandbox.search(`project = SHOP AND fixVersion = ${versionId} AND type = Bug AND statusCategory = Done`);
  const answer = await move('rhea', [ended?.id ?? '', row.id], '77777777-7777-4777-8777-777777777777');
  expect(answer).toMatchObject({
    results: [{ problem: 'It is not open and planned for 4.2.0 any more.' }, { key: row.key, problem: null }],
  });
});

test('where Jira asks to wait, nothing moves, and the same wish goes through later', async () => {
  const view = await read();
  const [one, two] = [free(view, 'defect'), free(view, 'defect', 1)];
  const requestId = '88888888-8888-4888-8888-888888888888';
  await sandbox.control('faults', { seed: 7, http: { '429': 1 } });
  const refused = await sandbox.invoke('rhea', page, 'moveScope', wish([one.id, two.id], requestId));
  await sandbox.control('faults', {});
  expect(JSON.stringify(refused)).not.toMatch(/"problem":null/);
  const answer = await move('rhea', [one.id, two.id], requestId);
  expect(answer).toMatchObject({ results: [{ problem: null }, { problem: null }] });
});

test('the share of a project is a setting, and other states are told', async () => {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const changed = { ...settings, scope: { projects: { [projectId]: { defectShare: 90, unit: 'issues' } } } };
  await sandbox.screen('admin', settingsPage, 'saveSettings', saveViewSchema, { settings: changed, revision });
  const view = await read();
  expect(view.budget?.share).toBe(90);
  expect(view.unitBecause).toBe('Issues are counted, as the settings say.');
  const make = async (body: object) => {
    const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { projectId: Number(projectId), ...body });
    return z.object({ id: z.string() }).parse(made.body).id;
  };
  const empty = await make({ name: '5.0.0', releaseDate: '2027-03-01' });
  const undated = await make({ name: '5.1.0' });
  await sandbox.createDefect('SHOP', undated, 'S3');
  await sandbox.settle();
  expect(await read('rhea', empty)).toMatchObject({ state: 'empty', rows: [], leaving: null });
  expect(await read('rhea', undated)).toMatchObject({ state: 'no-date', capacity: null, budget: null, leaving: null });
  const released = await sandbox.versionId('SHOP', '4.1.2');
  expect((await read('rhea', released)).state).toBe('released');
});

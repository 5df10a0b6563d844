import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { healthViewSchema } from '../src/contracts/health';
import { readinessViewSchema } from '../src/contracts/readiness';
import { releasesViewSchema } from '../src/contracts/releases';
import { saveViewSchema, settingsViewSchema } from '../src/contracts/settings';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/** The reading of a whole project: what it costs, that it ends whatever happens on the way, and what it shows at its end. */
jest.setTimeout(600_000);

const size = 1200;
const names = ['4.1.3', '4.2.0', '4.3.0'];
const project = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };
const nothing = z.object({});
const traced = z.object({
  entries: z.array(z.object({ n: z.number(), at: z.string(), kind: z.string(), what: z.string(), points: z.number() })),
});

let sandbox: RunningSandbox;
let projectId: string;
let versions: string[];
let atFirst: Awaited<ReturnType<typeof shown>>;

beforeAll(async () => {
  sandbox = await RunningSandbox.start(String(size));
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  versions = await Promise.all(names.map((name) => sandbox.versionId('SHOP', name)));
  atFirst = await shown();
});
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const releases = (who: Person = 'lead') => sandbox.screen(who, project, 'releases', releasesViewSchema, { projectId });
const readAnew = () => sandbox.screen('admin', settingsPage, 'readProject', nothing, { projectId });
const pause = (paused: boolean) => sandbox.screen('admin', settingsPage, 'pauseReading', nothing, { projectId, paused });

/** What the screens say of every release, without the moments at which it was said. */
async function shown() {
  return Promise.all(
    versions.map(async (versionId) => {
      const view = await sandbox.screen('lead', project, 'readiness', readinessViewSchema, { projectId, versionId });
      return {
        defects: view.defects.map((row) => ({ ...row, ageDays: null })).sort((a, b) => a.id.localeCompare(b.id)),
        ...{ progress: view.progress, hidden: view.hidden, counts: view.trend.series.map(({ counts }) => counts.at(-1)) },
        stages: view.stages.map(({ stage, mode, state, sentence, conditions }) => ({ stage, mode, state, sentence, conditions })),
      };
    }),
  );
}

/** The reading under way. @throws where there is none */
async function reading() {
  const { store } = await releases();
  if (store.kind !== 'reading') throw new Error(`Nothing is being read: ${JSON.stringify(store)}`);
  return store;
}

/** Moves the clock until the reading has ended. @returns how often it had to be moved */
async function finish(step: string): Promise<number> {
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await releases()).store.kind === 'ready') return steps;
    await sandbox.advance(step);
  }
  throw new Error(`The reading did not end: ${JSON.stringify((await releases()).store)}`);
}

async function budget(pointsPerHour: number): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const changed = { settings: { ...settings, reading: { pointsPerHour } }, revision };
  expect((await sandbox.screen('admin', settingsPage, 'saveSettings', saveViewSchema, changed)).kind).toBe('saved');
  await sandbox.settle();
}

/** Calls of the REST API since entry `n` of the trace. */
async function calls(n = 0) {
  const { entries } = traced.parse(await sandbox.control(`trace?since=${n}`));
  return entries.filter(({ kind }) => kind === 'rest');
}

const isReading = ({ what }: { what: string }) => /bulkfetch|search\/jql/.test(what);

/** Points that went into reading issues, per hour of the clock. */
async function readingPerHour(since: number): Promise<number[]> {
  const hours = new Map<string, number>();
  for (const { at, points } of (await calls(since)).filter(isReading)) {
    hours.set(at.slice(0, 13), (hours.get(at.slice(0, 13)) ?? 0) + points);
  }
  return [...hours.values()];
}

test('a defect costs at most 3.05 points to read', async () => {
  const defects = (await sandbox.search('project = SHOP AND issuetype = Bug')).length;
  expect(defects).toBeGreaterThanOrEqual(1000);
  const { next } = await sandbox.trace();
  await readAnew();
  await sandbox.settle();
  await finish('1s');
  const spent = (await calls(next)).reduce((sum, { points }) => sum + points, 0);
  expect(spent / size).toBeLessThanOrEqual(3.05);
  expect(await shown()).toEqual(atFirst);
});

test('what the app counts is what Jira counts', async () => {
  await sandbox.advance('65m');
  const counted = async () => {
    const { signals } = await sandbox.screen('admin', settingsPage, 'health', healthViewSchema, {});
    return Number(/[\d,]+/.exec(signals.find(({ id }) => id === 'points')?.sentence ?? '')?.[0].replace(',', ''));
  };
  // What an invocation costs is counted at its end: each look finds what came before it.
  await counted();
  const from = (await sandbox.trace()).next;
  const before = await counted();
  await readAnew();
  await sandbox.settle();
  await finish('1s');
  const to = (await sandbox.trace()).next;
  // Jira's own pages ask for the project by its key, which the app never does, and once a call whether an admin opens the settings.
  const ofPages = 2;
  const ofApp = (await calls(from)).filter(({ n, what }) => n < to && !what.includes('/project/SHOP'));
  const points = ofApp.reduce((sum, one) => sum + one.points, 0);
  expect(points).toBeGreaterThan(size);
  expect((await counted()) - before).toBe(points - ofPages);
});

test('the hour’s budget is kept, and the reading goes on with the next hour', async () => {
  await budget(500);
  await sandbox.advance('61m');
  const { next } = await sandbox.trace();
  await readAnew();
  await sandbox.settle();
  const waiting = await reading();
  expect(waiting.done).toBeGreaterThan(300);
  expect(waiting.done).toBeLessThan(500);
  expect(waiting.waitUntil).toMatch(/:00:00\.000Z$/);
  expect(waiting.expectedEnd && waiting.waitUntil && waiting.expectedEnd >= waiting.waitUntil).toBe(true);
  await sandbox.advance('10m');
  expect((await reading()).done).toBe(waiting.done);
  await finish('30m');
  const perHour = await readingPerHour(next);
  expect(perHour.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...perHour)).toBeLessThanOrEqual(500);
  expect(await shown()).toEqual(atFirst);
});

test('edits while it is read are there at its end', async () => {
  await sandbox.advance('61m');
  await readAnew();
  await sandbox.settle();
  expect((await reading()).waitUntil).not.toBeNull();
  const version = versions[2] ?? '';
  const created = await sandbox.createDefect('SHOP', version, 'S1');
  const [closed] = await sandbox.search(
    `project = SHOP AND fixVersion = ${version} AND statusCategory != Done AND key != ${created}`,
  );
  expect((await sandbox.transition(closed?.key ?? '', 'Close', 'dev')).status).toBe(204);
  await sandbox.settle();
  // Nothing of the project is decided before everything of it is read.
  expect((await releases()).releases.flatMap(({ stages }) => stages.map(({ state }) => state))).not.toContain('open');
  await finish('30m');
  // However long it took, what it shows is of now.
  const stale = (await releases()).releases.flatMap(({ stages }) => stages.filter(({ staleSince }) => staleSince !== null));
  expect(stale).toEqual([]);
  const after = (await shown())[2];
  expect(after?.defects.map(({ key }) => key)).toContain(created);
  expect(after?.defects.map(({ key }) => key)).not.toContain(closed?.key);
  await sandbox.transition(created, 'Close', 'dev');
  await sandbox.transition(closed?.key ?? '', 'Reopen', 'dev');
  await sandbox.settle();
});

test('a paused reading rests until it is let go on', async () => {
  await sandbox.advance('61m');
  await readAnew();
  await sandbox.settle();
  await pause(true);
  const { done } = await reading();
  await sandbox.advance('3h');
  expect(await reading()).toMatchObject({ done, paused: true, expectedEnd: null });
  await pause(false);
  await sandbox.settle();
  expect((await reading()).done).toBeGreaterThan(done);
  // A larger budget lets it go on at once.
  await budget(20_000);
  expect(await finish('1s')).toBeLessThan(5);
});

test('only people who administer Jira may start or pause a reading', async () => {
  await expect(sandbox.screen('lead', project, 'readProject', nothing, { projectId })).rejects.toThrow(/For admins/);
  await expect(sandbox.screen('lead', project, 'pauseReading', nothing, { projectId, paused: true })).rejects.toThrow(
    /For admins/,
  );
  expect((await releases()).store.kind).toBe('ready');
});

test('functions that die half-way lose nothing', async () => {
  await sandbox.advance('6m');
  const before = await shown();
  await readAnew();
  for (let round = 0; round < 10; round += 1) {
    await sandbox.control('faults', { kill: 0.3, seed: round });
    await sandbox.advance('1m');
  }
  await sandbox.control('faults', {});
  await finish('1m');
  await sandbox.advance('6m');
  expect(await shown()).toEqual(before);
});

test('a database that stops in the middle of a batch costs that batch alone', async () => {
  await sandbox.advance('6m');
  const before = await shown();
  const { next } = await sandbox.trace();
  await readAnew();
  while ((await reading()).done < 300) await sleep(20);
  await sandbox.control('faults', { database: 'stop' });
  await sandbox.advance('1m');
  await sandbox.control('faults', {});
  const { done } = await reading();
  expect(done).toBeGreaterThanOrEqual(300);
  expect(done).toBeLessThan(size);
  await finish('1m');
  await sandbox.advance('6m');
  expect(await shown()).toEqual(before);
  const fetched = (await calls(next)).filter(({ what }) => what.includes('issue/bulkfetch'));
  expect(fetched.reduce((sum, { points }) => sum + points, 0)).toBeLessThan(1.3 * size);
});

test('a reading that Jira holds off again and again ends right', async () => {
  await sandbox.advance('6m');
  const before = await shown();
  const { next } = await sandbox.trace();
  await sandbox.control('faults', { http: { '429': 0.4 }, seed: 3 });
  await readAnew();
  await sandbox.settle();
  await finish('10s');
  await sandbox.control('faults', {});
  await sandbox.advance('6m');
  expect(await shown()).toEqual(before);
  // What was read is not read again: a refused request costs a request.
  const fetched = (await calls(next))
    .filter(({ what }) => what.includes('issue/bulkfetch'))
    .reduce((sum, { points }) => sum + points, 0);
  expect(fetched).toBeLessThan(1.5 * size);
});

test('the look back is there, and its figures are those of Jira’s own search', async () => {
  const { lookBack } = await releases();
  expect(lookBack?.sentence).toMatch(/^(None|All|\d+) of the last \d+ releases would have been held for production; /);
  expect(lookBack?.releases.length).toBeGreaterThan(1);
  expect(lookBack?.releases.length).toBeLessThanOrEqual(10);
  const dates = (lookBack?.releases ?? []).map(({ version }) => version.releaseDate);
  expect(dates).toEqual([...dates].sort().reverse());
  for (const { escaped, jql, stages } of lookBack?.releases ?? []) {
    const found = await sandbox.search(jql, 'lead');
    expect(Object.values(escaped).reduce((sum, count) => sum + count, 0)).toBe(found.length);
    expect(stages.map(({ stage }) => stage.key)).toEqual(['staging', 'production']);
  }
});

test('a version that was released a moment ago with open defects is looked back on', async () => {
  const [, , id = ''] = versions;
  const open = await sandbox.search(
    `project = SHOP AND issuetype = Bug AND fixVersion = ${id} AND statusCategory != Done`,
    'lead',
  );
  const { now } = z.object({ now: z.string() }).parse(await sandbox.control('clock'));
  const released = { released: true, startDate: now.slice(0, 10), releaseDate: now.slice(0, 10) };
  expect((await sandbox.rest('admin', 'PUT', `/rest/api/3/version/${id}`, released)).status).toBe(200);
  await sandbox.settle();
  const newest = (await releases()).lookBack?.releases[0];
  expect(newest).toMatchObject({ version: { id, name: '4.3.0' }, openAtRelease: open.length });
  expect(newest?.stages.at(-1)).toMatchObject({ state: 'held' });
});

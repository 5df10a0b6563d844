import { joinForgeSql, type ForgeSqlHere } from './forge-sql';
import { z } from 'zod';
import { spansOf } from '../src/defects/history-columns';
import * as store from '../src/defects/shell';
import { fillBits, randomFrom } from '../src/kernel/random';
import { compressed, expanded } from '../src/platform/compress';
import { RunningSandbox } from './running-sandbox';

/** What is kept beside the defects for charts is what the defects themselves say. */
jest.setTimeout(180_000);

let sandbox: RunningSandbox;
let sql: ForgeSqlHere;
let projectId: string;
beforeAll(async () => {
  sandbox = await RunningSandbox.start('150');
  sql = await joinForgeSql(sandbox.database, true);
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
});
afterAll(async () => {
  await sql.stop();
  expect(await sandbox.stop()).toEqual([]);
});

const now = async () => z.object({ now: z.string() }).parse(await sandbox.control('clock')).now;

async function columnsAreTheSpans(): Promise<number> {
  const columns = await store.historyColumnsOf(projectId);
  const histories = await store.historiesOf(columns.ids);
  const counted = await sql.rows(`SELECT COUNT(*) AS n FROM defects WHERE removed = 0 AND project_id = '${projectId}'`);
  expect(columns.ids).toHaveLength(Number(counted[0]?.['n']));
  columns.ids.forEach((id, n) => {
    const unlabelled = (histories.get(id)?.status ?? []).map((span) => ({ ...span, label: null }));
    expect(spansOf(columns.status, n)).toEqual(unlabelled);
  });
  return columns.ids.length;
}

test('the packed columns are the spans, before and after a defect changes, comes and goes', async () => {
  const before = await columnsAreTheSpans();
  expect(before).toBe(150);
  const versionId = await sandbox.versionId('SHOP', '4.2.0');
  const key = await sandbox.createDefect('SHOP', versionId, 'S2');
  await sandbox.transition(key, 'Close', 'dev');
  await sandbox.settle();
  expect(await columnsAreTheSpans()).toBe(before + 1);
  await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${key}`);
  await sandbox.settle();
  expect(await columnsAreTheSpans()).toBe(before);
});

/** What is packed beside the history: the versions that each defect names, and when somebody was assigned for the first time. */
async function factsAreTheRows(): Promise<number> {
  const { columns, facts } = await store.columnsWithFacts(projectId);
  const named = await sql.rows(
    `SELECT d.id, v.version_id, v.kind FROM defects d JOIN defect_versions v ON v.defect_id = d.id AND v.read_at = d.read_at
     WHERE d.project_id = '${projectId}' AND d.removed = 0`,
  );
  const packed = columns.ids.flatMap((id) => {
    const { affects = [], fix = [] } = facts.named.get(id) ?? {};
    return [...affects.map((version) => `${id} affects ${version}`), ...fix.map((version) => `${id} fix ${version}`)];
  });
  expect(packed.sort()).toEqual(
    named.map((row) => `${String(row['id'])} ${String(row['kind'])} ${String(row['version_id'])}`).sort(),
  );
  const assigned = await sql.rows(
    `SELECT d.id, MIN(s.from_at) AS first FROM defects d JOIN spans s ON s.defect_id = d.id AND s.kind = 'assignee' AND s.read_at = d.read_at
     WHERE d.project_id = '${projectId}' AND d.removed = 0 AND s.value IS NOT NULL AND s.from_at > d.created_at GROUP BY d.id`,
  );
  expect(facts.assigned).toEqual(new Map(assigned.map((row) => [String(row['id']), Date.parse(String(row['first']))])));
  return packed.length;
}

test('versions and first assignments are packed with the history; what an older Holdpoint packed without them is packed anew', async () => {
  expect(await factsAreTheRows()).toBeGreaterThan(100);
  const [chunk] = await sql.rows(`SELECT n, body FROM history_chunks WHERE project_id = '${projectId}' ORDER BY n LIMIT 1`);
  const packed = z.record(z.string(), z.unknown()).parse(JSON.parse(expanded(String(chunk?.['body']))));
  const before = Object.fromEntries(Object.entries(packed).filter(([part]) => part !== 'facts'));
  const older = compressed(JSON.stringify(before));
  await sql.rows(`UPDATE history_chunks SET body = '${older}' WHERE project_id = '${projectId}' AND n = ${String(chunk?.['n'])}`);
  expect(await factsAreTheRows()).toBeGreaterThan(100);
  await columnsAreTheSpans();
});

/** By level, state, severity and day, in one list. */
const counted = ({ levels }: Awaited<ReturnType<typeof store.dayCountsOf>>) => JSON.stringify(levels);
const isLate = () => () => false;
const daysOf = async (versionId: string, stamp = 'rules') =>
  store.dayCountsOf({ projectId, versionId }, { stamp, isLate }, Math.floor(Date.parse(await now()) / 86_400_000));
const keptRows = () => sql.rows(`SELECT version_id, stamp FROM day_counts WHERE project_id = '${projectId}' ORDER BY version_id`);

test('the days of a release to come are counted once it has been read, and yesterday adds up to its defects', async () => {
  const rows = await keptRows();
  const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/versions');
  const coming = z
    .array(z.looseObject({ id: z.string(), released: z.boolean(), archived: z.boolean() }))
    .parse(body)
    .filter(({ released, archived }) => !released && !archived);
  expect(coming.length).toBeGreaterThan(1);
  expect(rows.map((row) => String(row['version_id'])).sort()).toEqual(coming.map(({ id }) => id).sort());
  for (const { version_id: versionId } of rows) {
    const { days, levels } = await daysOf(String(versionId));
    const defects = await store.defectsOfVersion(String(versionId));
    const midnight = `${(await now()).slice(0, 10)}T00:00:00.000Z`;
    const last = levels.flatMap(({ open, done }) => [...open, ...done].map((column) => column[days - 1] ?? 0));
    const before = defects.filter(({ createdAt }) => createdAt < midnight);
    expect([versionId, last.reduce((sum, n) => sum + n, 0)]).toEqual([versionId, before.length]);
  }
});

test('counted a second time, nothing is written', async () => {
  const versionId = await sandbox.versionId('SHOP', '4.2.0');
  await daysOf(versionId);
  const rows = await keptRows();
  expect(counted(await daysOf(versionId))).toBe(counted(await daysOf(versionId)));
  expect(await keptRows()).toEqual(rows);
});

test('after changes in any order, late ones too, what is kept is what a fresh count says', async () => {
  const versionId = await sandbox.versionId('SHOP', '4.2.0');
  const other = await sandbox.versionId('SHOP', '4.3.0');
  const random = randomFrom('000102030405060708090a0b0c0d0e0f');
  const bits = new Int32Array(1);
  const pick = (count: number) => {
    fillBits(random, bits);
    return ((bits[0] ?? 0) >>> 0) % count;
  };
  const inVersion = () => sandbox.search(`project = SHOP AND fixVersion = "4.2.0" AND issuetype = Bug`, 'admin');
  const isAsFresh = async (round: string): Promise<void> => {
    for (const id of [versionId, other]) {
      const [kept, fresh] = [await daysOf(id), await daysOf(id, `fresh ${round}`)];
      expect([round, counted(kept)]).toEqual([round, counted(fresh)]);
      // The next round finds what was left there before its change.
      await daysOf(id);
    }
  };
  for (let round = 0; round < 12; round += 1) {
    const issues = await inVersion();
    const { key } = issues[pick(issues.length)] ?? { key: '' };
    const path = `/rest/api/3/issue/${key}`;
    const change = pick(4);
    if (change === 0) await sandbox.createDefect('SHOP', versionId, 'S1');
    // It leaves the release on all past days, and joins another on all of them.
    if (change === 1) await sandbox.rest('dev', 'PUT', path, { fields: { fixVersions: [{ id: other }] } });
    if (change === 2) await sandbox.rest('admin', 'DELETE', path);
    if (change === 3) {
      const [last] = (await sandbox.transitions(key, 'dev')).slice(-1);
      await sandbox.transition(key, last?.name ?? '', 'dev');
    }
    await sandbox.settle();
    await isAsFresh(`${round}: ${change} of ${key}`);
  }
  await sandbox.advance('15h20m');
  await isAsFresh('after midnight');
}, 400_000);

test('the days of a version that is gone go, too', async () => {
  await store.forgetOtherDayCounts(projectId, [await sandbox.versionId('SHOP', '4.2.0')]);
  expect(await keptRows()).toHaveLength(1);
});

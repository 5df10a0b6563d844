import { joinForgeSql, type ForgeSqlHere } from './forge-sql';
import { z } from 'zod';
import { spansOf } from '../src/defects/history-columns';
import * as store from '../src/defects/shell';
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

test('the snapshot of a day adds up to the defects, and a second one replaces it', async () => {
  for (let taken = 0; taken < 2; taken += 1) {
    await store.takeSnapshot(projectId, await now());
    const [all] = await sql.rows(
      `SELECT SUM(n) AS n, SUM(IF(age_band = 'done', 0, n)) AS open FROM snapshots WHERE project_id = '${projectId}' AND version_id = '*'`,
    );
    const [defects] = await sql.rows(
      `SELECT COUNT(*) AS n, SUM(open) AS open FROM defects WHERE removed = 0 AND project_id = '${projectId}'`,
    );
    expect([Number(all?.['n']), Number(all?.['open'])]).toEqual([Number(defects?.['n']), Number(defects?.['open'])]);
  }
  const perVersion = await sql.rows(
    `SELECT version_id, SUM(n) AS n FROM snapshots WHERE project_id = '${projectId}' AND version_id <> '*' GROUP BY version_id`,
  );
  for (const { version_id: versionId, n } of perVersion)
    expect(Number(n)).toBe((await store.defectsOfVersion(String(versionId))).length);
  expect(perVersion.length).toBeGreaterThan(3);
});

import { startForgeSql } from '../forge-sql';
import { columnValueAt } from '../../src/defects/history-columns';
import * as store from '../../src/defects/shell';
import { migrate } from '../../src/platform/database';
import { benchProject, benchVersions, emptyStore, fillProject } from './fill';
import { printFigure, rounded, shareOf } from './figure';
import { ingestPush, ingestRun } from './ingest';

interface Bench {
  readonly name: string;
  /** How many things are gone through; null for all defects of the project. */
  readonly n: number | null;
  /** What it is measured against, in milliseconds: a limit of Forge. */
  readonly limit: number;
  readonly run: () => Promise<unknown>;
}

/** Defects of the project, one size after the other. */
const sizes = [1_000, 10_000, 100_000];
/** Forge SQL lets a SELECT run for 5 seconds (docs/platform.md B.3); 4 MiB and 16 MiB are enforced by the sandbox's database. */
const selectLimit = 5_000;
const now = '2026-11-02T09:05:00.000Z';

async function openOnDay(): Promise<number> {
  const columns = await store.historyColumnsOf(benchProject);
  const at = Date.parse('2026-06-01T00:00:00.000Z');
  return columns.ids.reduce((open, _id, n) => open + (columnValueAt(columns.status, n, at) === '10003' ? 0 : 1), 0);
}

const daysCounted = (stamp: string) => {
  const version = { projectId: benchProject, versionId: benchVersions[0] ?? '' };
  return store.dayCountsOf(version, { stamp, isLate: () => () => false }, Math.floor(Date.parse(now) / 86_400_000));
};

const benches: readonly Bench[] = [
  { name: 'open-defects-of-version', n: null, limit: selectLimit, run: () => store.openDefectsOf([benchVersions[0] ?? '']) },
  { name: 'open-defects-of-ten-versions', n: null, limit: selectLimit, run: () => store.openDefectsOf(benchVersions) },
  { name: 'defects-of-version', n: null, limit: selectLimit, run: () => store.defectsOfVersion(benchVersions[0] ?? '') },
  { name: 'progress-of-ten-versions', n: null, limit: selectLimit, run: () => store.progressOf(benchVersions) },
  { name: 'open-ids-of-project', n: null, limit: selectLimit, run: () => store.openDefectIds(benchProject) },
  { name: 'all-issues-of-project', n: null, limit: selectLimit, run: () => store.issuesOfProject(benchProject) },
  { name: 'quality-facts', n: null, limit: selectLimit, run: () => store.qualityFacts(benchProject, '', now) },
  {
    name: 'defects-once-in-version',
    n: null,
    limit: 10 * 5_000,
    run: () => store.defectsOnceIn(benchVersions[0] ?? ''),
  },
  { name: 'day-counts-anew', n: null, limit: 10_000, run: () => daysCounted(String(performance.now())) },
  { name: 'day-counts-kept', n: null, limit: selectLimit, run: () => daysCounted('same') },
  { name: 'history-packed-first', n: null, limit: 100 * 5_000, run: () => store.packHistories(benchProject) },
  { name: 'chart-rows', n: null, limit: selectLimit, run: () => store.chartRowsOf(benchProject) },
  { name: 'history-columns-read', n: null, limit: selectLimit, run: () => store.historyColumnsOf(benchProject) },
  { name: 'open-on-a-day-from-columns', n: null, limit: selectLimit, run: openOnDay },
  // Forge lets a consumer run for 900 seconds, and a web trigger for 55.
  { name: 'ingest-push-of-1000-commits', n: 1000, limit: 55_000, run: ingestPush },
  { name: 'ingest-run-of-500-failures', n: 500, limit: 55_000, run: ingestRun },
];

/** What the app reads and writes, in a database as Forge's. @param wanted a part of the names of those to run; left out for all */
export async function benchStore(wanted = ''): Promise<void> {
  if (!benches.some(({ name }) => name.includes(wanted))) throw new Error(`There is no benchmark "${wanted}".`);
  const sql = await startForgeSql(59_399);
  try {
    await migrate();
    for (const size of sizes) {
      const started = performance.now();
      await emptyStore(sql.connection);
      await fillProject(sql.connection, size);
      const seconds = ((performance.now() - started) / 1_000).toFixed(0);
      console.log(`${size} defects with ${8 * size} spans stored in ${seconds} s`);
      const isLast = size === sizes.at(-1);
      for (const bench of benches) if (bench.name.includes(wanted) && (isLast || bench.n === null)) await measure(bench, size);
    }
  } finally {
    await sql.stop();
  }
}

async function measure({ name, n, limit, run }: Bench, size: number): Promise<void> {
  const rounds = name.endsWith('-first') ? 1 : 7;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const [p50, p95] = [rounded(shareOf(times, 0.5)), rounded(shareOf(times, 0.95))];
  printFigure({ name, n: n ?? size, p50, p95, unit: 'ms', reference: limit, ratio: rounded(p95 / limit) });
}

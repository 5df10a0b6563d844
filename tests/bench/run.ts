/** `npm run bench [-- [--check | --record] [NAME]]`: a table of what has a limit, at 100,000 defects in one project, and one JSON line a figure. */
import { startForgeSql } from '../forge-sql';
import { columnValueAt } from '../../src/defects/history-columns';
import * as store from '../../src/defects/shell';
import { entryHash, evidenceHash, firstHash, verifyChain, type LedgerEntry } from '../../src/governance/ledger';
import { sha256 } from '../../src/kernel/hash';
import { migrate } from '../../src/platform/database';
import { benchAnalyse } from './analyse';
import { benchCalendar } from './calendar';
import { checkBenches, recordBenches } from './check';
import { benchCommits } from './commits';
import { benchProject, benchVersions, fillProject } from './fill';
import { benchDuplicates, learnDuplicates } from './duplicates';
import { benchFingerprint } from './fingerprint';
import { benchForecast } from './forecast';
import { benchGenerate } from './generate';
import { ingestPush, ingestRun } from './ingest';
import { benchMask } from './mask';
import { benchParse } from './parse';
import { benchScore } from './score';

interface Bench {
  readonly name: string;
  /** How many things are gone through. */
  readonly n: number;
  /** What it is measured against, in milliseconds: a limit of Forge, or the time of something known. */
  readonly reference: () => number;
  readonly run: () => Promise<unknown>;
}

const size = 100_000;
/** Forge SQL lets a SELECT run for 5 seconds (docs/platform.md B.3); 4 MiB and 16 MiB are enforced by the sandbox's database. */
const selectLimit = () => 5_000;
const now = '2026-11-02T09:05:00.000Z';

function ledgerOf(entries: number): LedgerEntry[] {
  let previousHash = firstHash;
  return Array.from({ length: entries }, (_, n) => {
    const evidence = {
      issues: Array.from({ length: 40 }, (_unused, k) => ({ id: String(n + k), key: `BIG-${k}`, level: null })),
    };
    const said = {
      ...{
        chain: benchProject,
        seq: n + 1,
        at: now,
        kind: 'verdict-changed',
        subject: 'version:1/production',
        entryKey: `k${n}`,
      },
      ...{ actor: { kind: 'app' as const, rule: 'open-defects' }, app: '1.0.0', settings: 1 },
      ...{ body: { sentence: 'It may not enter production.', n }, evidenceHash: evidenceHash(evidence), evidence, previousHash },
    };
    const entry = { ...said, hash: entryHash(previousHash, said) };
    previousHash = entry.hash;
    return entry;
  });
}

async function openOnDay(): Promise<number> {
  const columns = await store.historyColumnsOf(benchProject);
  const at = Date.parse('2026-06-01T00:00:00.000Z');
  return columns.ids.reduce((open, _id, n) => open + (columnValueAt(columns.status, n, at) === '10003' ? 0 : 1), 0);
}

const ledger = ledgerOf(10_000);
const hashed = (): number => {
  const started = performance.now();
  for (const entry of ledger) sha256(JSON.stringify(entry));
  return performance.now() - started;
};

const benches: readonly Bench[] = [
  { name: 'open-defects-of-version', n: size, reference: selectLimit, run: () => store.openDefectsOf([benchVersions[0] ?? '']) },
  { name: 'open-defects-of-ten-versions', n: size, reference: selectLimit, run: () => store.openDefectsOf(benchVersions) },
  { name: 'defects-of-version', n: size, reference: selectLimit, run: () => store.defectsOfVersion(benchVersions[0] ?? '') },
  { name: 'progress-of-ten-versions', n: size, reference: selectLimit, run: () => store.progressOf(benchVersions) },
  { name: 'open-ids-of-project', n: size, reference: selectLimit, run: () => store.openDefectIds(benchProject) },
  { name: 'all-issues-of-project', n: size, reference: selectLimit, run: () => store.issuesOfProject(benchProject) },
  { name: 'quality-facts', n: size, reference: selectLimit, run: () => store.qualityFacts(benchProject, '', now) },
  {
    name: 'defects-once-in-version',
    n: size,
    reference: () => 10 * 5_000,
    run: () => store.defectsOnceIn(benchVersions[0] ?? ''),
  },
  { name: 'snapshot', n: size, reference: () => 10_000, run: () => store.takeSnapshot(benchProject, now) },
  { name: 'history-packed-first', n: size, reference: () => 100 * 5_000, run: () => store.packHistories(benchProject) },
  { name: 'history-columns-read', n: size, reference: selectLimit, run: () => store.historyColumnsOf(benchProject) },
  { name: 'open-on-a-day-from-columns', n: size, reference: selectLimit, run: openOnDay },
  // Forge lets a consumer run for 900 seconds, and a web trigger for 55.
  { name: 'ingest-push-of-1000-commits', n: 1000, reference: () => 55_000, run: ingestPush },
  { name: 'ingest-run-of-500-failures', n: 500, reference: () => 55_000, run: ingestRun },
  { name: 'verify-ledger', n: ledger.length, reference: hashed, run: () => Promise.resolve(verifyChain(ledger)) },
];

/** What needs no database: each prints its own lines. */
const alone: Readonly<Record<string, () => Promise<void>>> = {
  analyse: benchAnalyse,
  parse: benchParse,
  mask: benchMask,
  fingerprint: benchFingerprint,
  calendar: benchCalendar,
  'check-commits': benchCommits,
  duplicates: benchDuplicates,
  'duplicates-learn': learnDuplicates,
  score: benchScore,
  forecast: benchForecast,
  'generate-shop': benchGenerate,
};

async function main(): Promise<void> {
  const [wanted, ...others] = process.argv.slice(2);
  if (wanted === '--check') return void (process.exitCode = await checkBenches(others));
  if (wanted === '--record') return void (process.exitCode = await recordBenches(others));
  for (const [name, run] of Object.entries(alone)) if (wanted === undefined || name.includes(wanted)) await run();
  if (wanted === undefined || benches.some(({ name }) => name.includes(wanted))) await benchStore(wanted);
}

async function benchStore(wanted: string | undefined): Promise<void> {
  const sql = await startForgeSql(59_399);
  try {
    await migrate();
    const started = performance.now();
    await fillProject(sql.connection, size);
    console.log(`${size} defects with ${7 * size} spans stored in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    console.log(['name'.padEnd(30), 'n', 'p50 ms', 'p95 ms', 'reference ms', 'ratio'].join(' | '));
    const lines: string[] = [];
    for (const bench of benches.filter(({ name }) => wanted === undefined || name.includes(wanted)))
      lines.push(await measure(bench));
    console.log(lines.join('\n'));
  } finally {
    await sql.stop();
  }
}

/** @returns the figure as a line of JSON */
async function measure({ name, n, reference, run }: Bench): Promise<string> {
  const rounds = name.endsWith('-first') ? 1 : 7;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0) * 10) / 10;
  const [p50, p95, against] = [at(0.5), at(0.95), Math.round(reference() * 10) / 10];
  const ratio = Math.round((p95 / against) * 1000) / 1000;
  console.log([name.padEnd(30), n, p50, p95, against, ratio].join(' | '));
  return JSON.stringify({ name, n, p50, p95, unit: 'ms', reference: against, ratio });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

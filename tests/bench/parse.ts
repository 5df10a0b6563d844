/** `holdpoint parse` on a large JUnit report: speed and memory of the whole command, as a pipeline sees them. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printFigure, rounded, shareOf } from './figure';
import { suiteText } from './junit-text';

/** Suites of 500 tests. */
const sizes = [4, 40, 400];
const rounds = 5;
/** Megabytes that are read in a second, and milliseconds for the start of the command. */
const [leastSpeed, startLimit] = [50, 300];
const root = join(__dirname, '..', '..');

/** Prints one JSON line for each size: times in milliseconds, speed, and the most memory that the command held. */
export async function benchParse(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdpoint-bench-'));
  try {
    const file = join(folder, 'report.xml');
    const built = spawnSync(process.execPath, [join(root, 'tools', 'build-cli.mjs')], { stdio: 'inherit' });
    if (built.status !== 0) throw new Error('The command could not be built.');
    for (const suites of sizes) {
      const [tests, megabytes] = [suites * 500, writeReport(file, suites) / 1e6];
      const runs = Array.from({ length: rounds }, () => run(file, tests));
      const times = runs.map(({ time }) => time).sort((a, b) => a - b);
      const [p50, p95] = [Math.round(shareOf(times, 0.5)), Math.round(shareOf(times, 1))];
      const reference = startLimit + Math.round((megabytes / leastSpeed) * 1_000);
      const of = { name: 'parse-junit', n: tests, p50, p95, unit: 'ms', reference, ratio: rounded(p95 / reference) };
      const peakMb = Math.max(...runs.map((one) => one.peakMb));
      printFigure(of, { megabytes: Math.round(megabytes), mbPerSecond: Math.round(megabytes / (p50 / 1_000)), peakMb });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command in a process of its own, which says at its end how much memory it held at most. */
function run(file: string, tests: number): { readonly time: number; readonly peakMb: number } {
  const say = 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))';
  const args = ['--import', `data:text/javascript,${say}`, join(root, 'cli', 'bin', 'holdpoint.mjs'), 'parse', file];
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 256e6 });
  const time = performance.now() - started;
  if (status !== 0 || !stdout.includes(`"tests":${tests},`)) throw new Error(`The command failed: ${stderr.slice(0, 500)}`);
  return { time, peakMb: Math.round((Number(stderr) * 1_024) / 1e6) };
}

/** @returns its bytes */
function writeReport(path: string, suites: number): number {
  const file = openSync(path, 'w');
  writeSync(file, '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n');
  for (let suite = 0; suite < suites; suite += 1) writeSync(file, suiteText(suite));
  writeSync(file, '</testsuites>\n');
  closeSync(file);
  return statSync(path).size;
}

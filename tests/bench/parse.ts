/** `holdpoint parse` on a large JUnit report: speed and memory of the whole command, as a pipeline sees them. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tests = 200_000;
const megabytes = 95;
const rounds = 5;
/** Milliseconds: 95 MB at 50 MB a second. */
const reference = (megabytes / 50) * 1_000;
const root = join(__dirname, '..', '..');

/** Prints one JSON line: times in milliseconds, speed, and the most memory that the command held. */
export async function benchParse(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdpoint-bench-'));
  try {
    const file = join(folder, 'report.xml');
    const size = writeReport(file);
    const built = spawnSync(process.execPath, [join(root, 'tools', 'build-cli.mjs')], { stdio: 'inherit' });
    if (built.status !== 0) throw new Error('The command could not be built.');
    const runs = Array.from({ length: rounds }, () => run(file));
    const times = runs.map(({ time }) => time).sort((a, b) => a - b);
    const [p50, p95] = [times[Math.floor(rounds / 2)] ?? 0, times[rounds - 1] ?? 0];
    const figure = {
      ...{ name: 'parse-junit', n: tests, p50: Math.round(p50), p95: Math.round(p95), unit: 'ms' },
      ...{ mbPerSecond: Math.round(size / 1e6 / (p50 / 1_000)), peakMb: Math.max(...runs.map(({ peakMb }) => peakMb)) },
      ...{ reference, ratio: Math.round((p95 / reference) * 1_000) / 1_000 },
    };
    console.log(JSON.stringify(figure));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command in a process of its own, which says at its end how much memory it held at most. */
function run(file: string): { readonly time: number; readonly peakMb: number } {
  const say = 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))';
  const args = ['--import', `data:text/javascript,${say}`, join(root, 'cli', 'bin', 'holdpoint.mjs'), 'parse', file];
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 256e6 });
  const time = performance.now() - started;
  if (status !== 0 || !stdout.includes(`"tests":${tests},`)) throw new Error(`The command failed: ${stderr.slice(0, 500)}`);
  return { time, peakMb: Math.round((Number(stderr) * 1_024) / 1e6) };
}

/** As Maven writes it: 400 suites of 500 tests, of which one in fifty fails with a trace and some print. @returns its bytes */
function writeReport(path: string): number {
  const file = openSync(path, 'w');
  writeSync(file, '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n');
  for (let suite = 0; suite < 400; suite += 1) writeSync(file, suiteText(suite));
  writeSync(file, '</testsuites>\n');
  closeSync(file);
  return statSync(path).size;
}

function suiteText(suite: number): string {
  const className = `org.example.shop.checkout.module${suite % 20}.BasketService${suite}Test`;
  const cases = Array.from({ length: 500 }, (_, n) => caseText(className, n));
  const head = `<testsuite name="${className}" time="12.345" tests="500" errors="0" skipped="10" failures="10">`;
  return `${head}\n  <properties>\n    <property name="java.version" value="21"/>\n  </properties>\n${cases.join('')}</testsuite>\n`;
}

function caseText(className: string, n: number): string {
  const open = `  <testcase name="shouldKeepThePriceOfItem${n}WhenTheBasketIsReloaded" classname="${className}" time="0.0${n % 90}"`;
  if (n % 50 === 7)
    return `${open}>\n    <failure message="expected: &lt;${n}&gt; but was: &lt;${n + 1}&gt;">${trace(n)}</failure>\n  </testcase>\n`;
  if (n % 50 === 9) return `${open}>\n    <skipped message="needs a payment provider"/>\n  </testcase>\n`;
  if (n % 5 === 0) return `${open}>\n    <system-out><![CDATA[${output(n)}]]></system-out>\n  </testcase>\n`;
  return `${open}/>\n`;
}

const trace = (n: number): string =>
  `org.opentest4j.AssertionFailedError: expected: &lt;${n}&gt;\n${Array.from(
    { length: 25 },
    (_, k) => `\tat org.example.shop.checkout.Basket.step${k}(Basket.java:${100 + k})\n`,
  ).join('')}`;

const output = (n: number): string =>
  Array.from(
    { length: 13 },
    (_, k) =>
      `2026-11-02 09:05:${10 + k}.123 INFO [main] o.e.shop.Basket - item ${n} takes step ${k} of the checkout, total 12.50 EUR\n`,
  ).join('');

if (require.main === module) void benchParse();

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FailedTest } from '../src/contracts/deliveries';
import { readReport, ReportProblem } from '../src/ingest/formats';
import { Misuse } from './command';
import { plain } from './plain-text';
import { fitting, mostLog } from './report-parts';
import { messageOf } from './thrown';

/** What several reports add up to. */
export interface ReportSum {
  readonly files: number;
  readonly tally: Record<'tests' | 'passed' | 'failed' | 'errors' | 'skipped' | 'flaky' | 'seconds', number>;
  readonly failures: readonly FailedTest[];
  /** Of the bytes of all files: the same reports give the same. */
  readonly digest: string;
}

const chunkSize = 65_536;
/** Beyond this many failures nobody reads; they are counted all the same. */
const mostFailures = 200_000;

/**
 * Reads reports of any kind that Holdpoint knows; of a folder, every file below it that looks like one by its name.
 * @param clean is applied to every message and trace before anything is cut
 * @throws Misuse where one cannot be read: half of the results must not pass for all of them
 */
export function readReports(paths: readonly string[], clean: (text: string) => string): ReportSum {
  const tally = { tests: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0, seconds: 0 };
  const failures: FailedTest[] = [];
  const digest = createHash('sha256');
  const cleaned = (text: string | null) => (text === null ? null : clean(text));
  const files = filesOf(paths);
  for (const file of files) {
    try {
      const reader = readReport(({ name, className, ending, flaky, message, trace }) => {
        const passed = ending === 'passed' || ending === 'skipped';
        if ((passed && !flaky) || failures.length >= mostFailures) return;
        // A copy, for a text cut out of the file would keep a piece of the file in memory.
        failures.push(
          structuredClone(fitting({ name, class: className, message: cleaned(message), trace: cleaned(trace), flaky: passed })),
        );
      });
      for (const bytes of bytesOf(file)) {
        digest.update(bytes);
        reader.write(bytes);
      }
      const { tally: more } = reader.end();
      tally.tests += more.tests;
      tally.passed += more.passed;
      tally.failed += more.failed;
      tally.errors += more.errors;
      tally.skipped += more.skipped;
      tally.flaky += more.flaky;
      tally.seconds += more.seconds;
    } catch (error) {
      const line = error instanceof ReportProblem && error.line !== null ? `:${error.line}` : '';
      throw new Misuse(plain(`${file}${line} cannot be read: ${messageOf(error)}. Nothing was sent.`));
    }
  }
  tally.seconds = Math.round(tally.seconds * 1e6) / 1e6;
  return { files: files.length, tally, failures, digest: digest.digest('hex') };
}

/** Each file once, in an order that does not depend on the machine. */
function filesOf(paths: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) throw new Misuse(plain(`There is no ${path}: did the tests write their report? Nothing was sent.`));
    const files = stat.isDirectory() ? below(path) : [path];
    if (files.length === 0) throw new Misuse(plain(`${path} holds no test report: .xml, .trx, .tap or .json. Nothing was sent.`));
    for (const file of files) found.set(realpathSync(file), file);
  }
  return [...found.values()].sort((a, b) => (a < b ? -1 : 1));
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return below(path);
    return entry.isFile() && /\.(xml|trx|tap|json|jsonl)$/i.test(entry.name) ? [path] : [];
  });
}

/** @yields the same bytes, overwritten, until the file ends */
function* bytesOf(path: string): Generator<Uint8Array> {
  const buffer = new Uint8Array(chunkSize);
  const file = openSync(path, 'r');
  try {
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) yield buffer.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

/** @returns a log, of which a very long one lacks its middle; null for no path @throws Misuse where it cannot be read */
export function readLog(path: string | null): string | null {
  if (path === null) return null;
  /** Enough bytes at either end for what is sent of it, whatever its characters. */
  const most = mostLog * 4;
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (size <= 2 * most) return readFileSync(file, 'utf8');
      const head = Buffer.alloc(most);
      const tail = Buffer.alloc(most);
      readSync(file, head, 0, most, 0);
      readSync(file, tail, 0, most, size - most);
      return head.toString('utf8') + tail.toString('utf8');
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Misuse(plain(`The log ${path} cannot be read: ${messageOf(error)}. Nothing was sent.`));
  }
}

import { closeSync, openSync, readSync } from 'node:fs';
import { readReport, ReportProblem } from '../src/ingest/formats';
import type { ReportedCase } from '../src/ingest/formats';

/**
 * Reads one report and prints it as a line of JSON; on standard error one line where it cannot be read.
 * @param file `-` for standard input
 * @returns whether it could be read
 */
export async function printReport(file: string): Promise<boolean> {
  try {
    const report = startReport();
    if (file === '-') for await (const bytes of process.stdin) report.write(bytesOf(bytes));
    else for (const bytes of bytesOfFile(file)) report.write(bytes);
    for (const part of report.end(file)) await printPart(part);
    return true;
  } catch (error) {
    process.stderr.write(`${complaint(file, error)}\n`);
    return false;
  }
}

/** Large enough that calls do not count, small enough to stay in the processor's cache. */
const chunkSize = 65_536;
/** Characters of failures that are printed of one report. */
const mostPrinted = 24_000_000;

/** One report on its way to a line of JSON. */
function startReport() {
  /** JSON in parts of some size: a million small texts would cost more than they hold, and one cut out of the file would keep it whole. */
  const failures: Uint8Array[] = [];
  const encoder = new TextEncoder();
  let part = '';
  let length = 0;
  let leftOut = 0;
  const reader = readReport((test) => {
    if (test.ending !== 'failed' && test.ending !== 'errored') return;
    if (length > mostPrinted) {
      leftOut += 1;
      return;
    }
    const failure = printable(test);
    part += length === 0 ? failure : `,${failure}`;
    length += failure.length;
    if (part.length < chunkSize) return;
    failures.push(encoder.encode(part));
    part = '';
  });
  return {
    write: (bytes: Uint8Array) => reader.write(bytes),
    *end(file: string): Generator<Uint8Array | string> {
      const { format, tally } = reader.end();
      const { seconds, ...counts } = tally;
      const head = { file, format, ...counts, duration: seconds, ...(leftOut > 0 ? { failuresLeftOut: leftOut } : {}) };
      yield `${JSON.stringify(head).slice(0, -1)},"failures":[`;
      yield* failures;
      yield `${part}]}\n`;
    },
  };
}

const printable = ({ name, className, ending, message, trace }: ReportedCase): string =>
  JSON.stringify({ name, class: className, ending, message, trace });

/** @yields the same bytes, overwritten, until the file ends */
function* bytesOfFile(path: string): Generator<Uint8Array> {
  const buffer = new Uint8Array(chunkSize);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const size = readSync(file, buffer);
      if (size === 0) return;
      yield size === chunkSize ? buffer : buffer.subarray(0, size);
    }
  } finally {
    closeSync(file);
  }
}

const bytesOf = (chunk: unknown): Uint8Array => (chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk)));

/** Waits where the reader is slow. */
function printPart(text: Uint8Array | string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
};

/** One line, whatever stands in the name of the file. */
function complaint(file: string, error: unknown): string {
  const where = error instanceof ReportProblem && error.line !== null ? `${file}:${error.line}` : file;
  const cause = sentences[partOf(error, 'code')] ?? partOf(error, 'message');
  return `holdpoint: ${where}: ${cause}`.replace(/[\0-\x1f\x7f]+/g, ' ');
}

function partOf(error: unknown, key: 'code' | 'message'): string {
  const part: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : error;
  return String(part);
}

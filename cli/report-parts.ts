import type { FailedTest } from '../src/contracts/deliveries';
import { cutMiddle } from './cut-middle';

/** What of a run goes into one delivery. */
export interface ReportPart {
  readonly failures: readonly FailedTest[];
  readonly log: string | null;
}

/** The most that a part's failures and log may have, in bytes of JSON: leaves room for what every part repeats. */
const roomBytes = 380_000;
/** The most that a delivery's schema takes. */
const mostParts = 500;
const mostFailures = 5000;
/** Characters of a failure's message and trace: each step is tried where the one before does not fit. */
const sizes = [
  { message: 4000, trace: 20_000 },
  { message: 2000, trace: 5000 },
  { message: 500, trace: 1000 },
  { message: 200, trace: 0 },
] as const;
/** Characters of the whole log that are sent. */
export const mostLog = 200_000;

/** A failure that no delivery refuses. */
export function fitting(failure: FailedTest, size: { readonly message: number; readonly trace: number } = sizes[0]): FailedTest {
  return {
    name: cutMiddle(failure.name, 500),
    class: cutMiddle(failure.class, 500),
    message: failure.message === null ? null : cutMiddle(failure.message, size.message),
    trace: failure.trace === null || size.trace === 0 ? null : cutMiddle(failure.trace, size.trace),
    flaky: failure.flaky,
  };
}

/**
 * Divides failures and log into parts, as few as possible; at least one, also of nothing. Where there are more failures than the parts
 * can hold, messages and traces are cut shorter, and at last failures are left out.
 * @returns with how many failures were left out
 */
export function partsOf(failures: readonly FailedTest[], log: string | null): { parts: readonly ReportPart[]; leftOut: number } {
  const pieces = log === null ? [] : logPieces(cutMiddle(log, mostLog));
  for (const size of sizes) {
    const parts = packed(
      failures.map((failure) => fitting(failure, size)),
      pieces,
    );
    if (parts.length <= mostParts) return { parts, leftOut: 0 };
    if (size.trace === 0) {
      const kept = parts.slice(0, mostParts);
      return { parts: kept, leftOut: failures.length - kept.reduce((sum, part) => sum + part.failures.length, 0) };
    }
  }
  return { parts: [], leftOut: 0 };
}

function packed(failures: readonly FailedTest[], pieces: readonly string[]): ReportPart[] {
  const parts: { failures: FailedTest[]; log: string | null; bytes: number }[] = [{ failures: [], log: null, bytes: 0 }];
  const roomFor = (bytes: number) => {
    const last = parts.at(-1);
    if (last !== undefined && last.bytes + bytes <= roomBytes && last.failures.length < mostFailures) return last;
    const next = { failures: [], log: null, bytes: 0 };
    parts.push(next);
    return next;
  };
  for (const failure of failures) {
    const bytes = bytesOf(failure);
    const part = roomFor(bytes);
    part.failures.push(failure);
    part.bytes += bytes;
  }
  for (const piece of pieces) {
    const part = roomFor(bytesOf(piece));
    part.log = (part.log ?? '') + piece;
    part.bytes += bytesOf(piece);
  }
  return parts.map(({ failures: some, log }) => ({ failures: some, log }));
}

/** Small pieces, so that a part takes what it has room for; one character may take six bytes of JSON. */
function logPieces(log: string): string[] {
  return [...log.matchAll(/[^]{1,20000}(?![\udc00-\udfff])/g)].map(([piece]) => piece);
}

/** Bytes in JSON, with the comma behind it. */
function bytesOf(value: object | string): number {
  return Buffer.byteLength(JSON.stringify(value)) + 1;
}

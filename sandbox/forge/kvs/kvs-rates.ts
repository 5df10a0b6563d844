import type { PlatformReply } from '../backend/wire';
import { refusal } from '../platform-answer';
import { RateWindow } from '../rate-window';

/**
 * An installation's rates (developer.atlassian.com/platform/forge/limits-kvs-ce, docs/platform.md B.2). A unit is a request of up to
 * 10 KB, a larger one counts once for each 10 KB begun. Unconfirmed: whether a read is as large as its answer (here it is).
 */
const requestsPerSecond = 1_000;
const unitsPerMinute = 4_000;
const unitBytes = 10_000;

const reads: ReadonlySet<string> = new Set(['get', 'batch/get', 'query', 'secret/get']);

/** Rates of one installation's key-value store, by the sandbox's clock: it jumps only while nothing runs. */
export class KvsRates {
  private readonly requests = new RateWindow(requestsPerSecond, 1_000);
  private readonly readUnits = new RateWindow(unitsPerMinute, 60_000);
  private readonly writeUnits = new RateWindow(unitsPerMinute, 60_000);

  /** @param now milliseconds, from any zero */
  constructor(private readonly now: () => number) {}

  /**
   * Answers through `act`, or with 429 and RATE_LIMIT_EXCEEDED
   * (developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs).
   */
  within(path: string, body: string, act: () => PlatformReply): PlatformReply {
    const now = this.now();
    const isRead = reads.has(path.replace('/api/v1/', ''));
    if (!this.requests.take(now)) return tooMuch(`More than ${requestsPerSecond} requests in a second.`);
    if (!isRead && !this.writeUnits.take(now, unitsOf(body))) return tooMuch(`More than ${unitsPerMinute} writes in a minute.`);
    if (isRead && this.readUnits.isFull(now)) return tooMuch(`More than ${unitsPerMinute} reads in a minute.`);
    const reply = act();
    if (isRead) this.readUnits.add(now, unitsOf(reply.body));
    return reply;
  }
}

function unitsOf(body: string): number {
  return Math.max(1, Math.ceil(Buffer.byteLength(body) / unitBytes));
}

function tooMuch(message: string): PlatformReply {
  return refusal(429, 'RATE_LIMIT_EXCEEDED', message);
}

import type { PlatformReply } from '../backend/wire';
import { refusal } from '../platform-answer';
import { RateWindow } from '../rate-window';
import type { StatementKind } from './guard';

/** An installation's rates (developer.atlassian.com/platform/forge/limits-sql, docs/platform.md B.3). */
const writesPerSecond = 150;
const schemaChangesPerMinute = 25;
const queryMillisecondsPerMinute = 62_500;

/**
 * Rates of one installation's Forge SQL, by the sandbox's clock: it jumps only while nothing runs, so a burst inside a function counts.
 * Unconfirmed: whether a SELECT counts as DML (here it does not), and how the service answers; 429 and the code are what the
 * key-value store documents for every quota and limit (developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs).
 */
export class SqlRates {
  private readonly writes = new RateWindow(writesPerSecond, 1_000);
  private readonly schemaChanges = new RateWindow(schemaChangesPerMinute, 60_000);
  private readonly queryTime = new RateWindow(queryMillisecondsPerMinute, 60_000);

  /** @param now milliseconds, from any zero */
  constructor(private readonly now: () => number) {}

  /** Takes a statement, or says why it has to wait. */
  refuse(kind: StatementKind): PlatformReply | null {
    const now = this.now();
    if (this.queryTime.isFull(now)) return tooMuch('The statements of the last minute took more than 62.5 seconds.');
    if (kind === 'write' && !this.writes.take(now)) return tooMuch(`More than ${writesPerSecond} DML statements in a second.`);
    if (kind === 'ddl' && !this.schemaChanges.take(now))
      return tooMuch(`More than ${schemaChangesPerMinute} DDL statements in a minute.`);
    return null;
  }

  /** How long a statement ran is known afterwards. */
  spent(milliseconds: number): void {
    this.queryTime.add(this.now(), milliseconds);
  }
}

function tooMuch(message: string): PlatformReply {
  return refusal(429, 'RATE_LIMIT_EXCEEDED', message);
}

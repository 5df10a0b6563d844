import { RateWindow } from '../rate-window';
import type { StatementKind } from './guard';

/** One statement that ran. `rows`: read or touched. */
interface SlowQuery {
  readonly query: string;
  readonly milliseconds: number;
  readonly rows: number;
}

/** What the app's statements cost since the start or the last reset, by the machine's clock: `GET /sandbox/sql`. */
export interface SqlUseReport {
  readonly queries: number;
  readonly milliseconds: number;
  /** The ten slowest, slowest first. */
  readonly slowest: readonly SlowQuery[];
  /** Writes that the app asked for in its busiest second, refused ones among them. */
  readonly dmlPeakPerSecond: number;
  /** Statements of any kind in the busiest second. */
  readonly statementPeakPerSecond: number;
}

const mostSlow = 10;
const longestShown = 200;
const unlimited = Number.POSITIVE_INFINITY;

/** Counts the app's SQL, over uninstallations too. */
export class SqlUse {
  private queries = 0;
  private milliseconds = 0;
  private slowest: readonly SlowQuery[] = [];
  private readonly writes = new RateWindow(unlimited, 1_000);
  private readonly statements = new RateWindow(unlimited, 1_000);
  private writesPeak = 0;
  private statementsPeak = 0;

  /** @param now milliseconds of the machine's clock, from any zero */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A statement arrived; it may yet be refused. */
  asked(kind: StatementKind): void {
    const now = this.now();
    this.statements.add(now, 1);
    this.statementsPeak = Math.max(this.statementsPeak, this.statements.used(now));
    if (kind !== 'write') return;
    this.writes.add(now, 1);
    this.writesPeak = Math.max(this.writesPeak, this.writes.used(now));
  }

  /** A statement ran, or failed in the database. */
  ran(query: string, milliseconds: number, rows: number): void {
    this.queries += 1;
    this.milliseconds += milliseconds;
    const last = this.slowest[mostSlow - 1];
    if (last && last.milliseconds >= milliseconds) return;
    const slow = { query: query.slice(0, longestShown), milliseconds: rounded(milliseconds), rows };
    this.slowest = [...this.slowest, slow].sort((one, other) => other.milliseconds - one.milliseconds).slice(0, mostSlow);
  }

  report(): SqlUseReport {
    return {
      queries: this.queries,
      milliseconds: rounded(this.milliseconds),
      slowest: this.slowest,
      dmlPeakPerSecond: this.writesPeak,
      statementPeakPerSecond: this.statementsPeak,
    };
  }

  reset(): void {
    this.queries = 0;
    this.milliseconds = 0;
    this.slowest = [];
    this.writesPeak = 0;
    this.statementsPeak = 0;
  }
}

/** To a tenth of a millisecond. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

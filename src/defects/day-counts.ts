import { day } from '../kernel/instant';
import { severities, toSeverity } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import { doneCategory } from './defect';
import type { DefectHistory } from './history';
import type { Span } from './timeline';

/** Severities as a trend has them: `none` is a missing or an unreadable one. */
export type TrendSeries = Severity | 'none';
export const trendSeries: readonly TrendSeries[] = [...severities, 'none'];

/** So many UTC days are kept of a release and drawn of it; the last one is still going on and is not kept. */
export const trendDays = 120;

/** A defect of a release, with what is counted of it. */
export interface CountedDefect {
  readonly securityLevel: string | null;
  readonly history: Pick<DefectHistory, 'status' | 'severity'>;
  /** Whether its resolution target is over at a moment (milliseconds since 1970), by the severity that it had then. */
  readonly isLate: (severity: Severity | null, at: number) => boolean;
}

/** Counts by place in `trendSeries`, then by day. `late` are open ones past their resolution target, and among `open`. */
export interface StateCounts {
  readonly open: readonly (readonly number[])[];
  readonly done: readonly (readonly number[])[];
  readonly late: readonly (readonly number[])[];
}

/**
 * The defects of a release at the end of each UTC day, by severity as it was on that day. Counted apart for each security level, so that
 * everybody is shown the sum of what Jira shows them.
 */
export interface DayCounts {
  /** Days since 1970. */
  readonly firstDay: number;
  readonly days: number;
  readonly levels: readonly (StateCounts & { readonly level: string | null })[];
}

/**
 * Counts from histories.
 * @param firstDay of the days counted, since 1970
 * @param categoryOf the category of a status by its id; a status that nobody knows any more counts as open
 */
export function dayCounts(
  defects: readonly CountedDefect[],
  { firstDay, days }: Pick<DayCounts, 'firstDay' | 'days'>,
  categoryOf: (statusId: string) => string | null,
): DayCounts {
  const empty = (): number[][] => trendSeries.map(() => Array.from({ length: days }, () => 0));
  const levels = new Map<string | null, { open: number[][]; done: number[][]; late: number[][] }>();
  for (const { securityLevel, history, isLate } of defects) {
    const counts = levels.get(securityLevel) ?? { open: empty(), done: empty(), late: empty() };
    levels.set(securityLevel, counts);
    const isDone = follower(history.status, (value) => value !== null && categoryOf(value) === doneCategory);
    const severityOf = follower(history.severity, toSeverity);
    for (let n = 0; n < days; n += 1) {
      const end = (firstDay + n + 1) * day - 1;
      const done = isDone(end);
      if (done === undefined) continue;
      const severity = severityOf(end) ?? null;
      const place = trendSeries.indexOf(severity ?? 'none');
      add(done ? counts.done : counts.open, place, n);
      if (!done && isLate(severity, end)) add(counts.late, place, n);
    }
  }
  const known = [...levels].map(([level, counts]) => ({ level, ...counts }));
  return { firstDay, days, levels: known.sort((a, b) => ((a.level ?? '') < (b.level ?? '') ? -1 : 1)) };
}

function add(counts: readonly number[][], place: number, n: number): void {
  const column = counts[place];
  if (column !== undefined) column[n] = (column[n] ?? 0) + 1;
}

/** What a field held at moments that never go back; undefined before its first span. Each span is looked at once. */
function follower<Value>(spans: readonly Span[], read: (value: string | null) => Value): (at: number) => Value | undefined {
  const held = spans.map(({ value, from }) => ({ value: read(value), from: Date.parse(from) }));
  let next = 0;
  return (at) => {
    while ((held[next]?.from ?? Infinity) <= at) next += 1;
    return held[next - 1]?.value;
  };
}

import { day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { severities, toSeverity } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import { doneCategory } from './defect';
import type { DefectHistory } from './history';
import { heldAt } from './timeline';

export type TrendSeries = Severity | 'none';

export interface Trend {
  /** Calendar days in UTC, oldest first; the last one is today, up to now. */
  readonly days: readonly string[];
  readonly series: readonly { readonly severity: TrendSeries; readonly counts: readonly number[] }[];
}

const shortest = 90;
const longest = 120;

/** What of a defect's history the trend follows. */
type Followed = Pick<DefectHistory, 'status' | 'severity'>;

/**
 * Open defects at the end of each day, per severity as it was on that day.
 * @param start the release's start date; else the first defect; in any case at most 120 days back
 * @param categoryOf the category of a status by its id; a status that nobody knows any more counts as open
 */
export function trend(
  histories: readonly Followed[],
  start: string | null,
  now: Instant,
  categoryOf: (statusId: string) => string | null,
): Trend {
  const days = daysUntil(firstDay(histories, start, now), now);
  const names: readonly TrendSeries[] = [...severities, 'none'];
  const counts = new Map(names.map((name) => [name, days.map(() => 0)]));
  days.forEach((dayName, n) => {
    const end = plus(`${dayName}T00:00:00.000Z`, day - 1);
    const moment = end < now ? end : now;
    for (const history of histories) {
      const status = heldAt(history.status, moment);
      if (status === undefined || (status.value !== null && categoryOf(status.value) === doneCategory)) continue;
      const column = counts.get(toSeverity(heldAt(history.severity, moment)?.value) ?? 'none');
      if (column !== undefined) column[n] = (column[n] ?? 0) + 1;
    }
  });
  return { days, series: names.map((severity) => ({ severity, counts: counts.get(severity) ?? [] })) };
}

function firstDay(histories: readonly Followed[], start: string | null, now: Instant): string {
  const today = now.slice(0, 10);
  const created = histories.flatMap((history) => history.status[0]?.from.slice(0, 10) ?? []).sort();
  const wanted = start ?? created[0] ?? plus(now, -shortest * day).slice(0, 10);
  const earliest = plus(now, -(longest - 1) * day).slice(0, 10);
  return wanted > today ? today : wanted < earliest ? earliest : wanted;
}

function daysUntil(first: string, now: Instant): string[] {
  const days: string[] = [];
  for (let at = `${first}T00:00:00.000Z`; at <= now; at = plus(at, day)) days.push(at.slice(0, 10));
  return days;
}

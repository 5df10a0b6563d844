import { day } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import { trendDays, trendSeries } from './day-counts';
import type { DayCounts, StateCounts, TrendSeries } from './day-counts';

interface Trend {
  /** Calendar days in UTC, oldest first; the last one is today, up to now. */
  readonly days: readonly string[];
  /** Open defects. */
  readonly series: readonly { readonly severity: TrendSeries; readonly counts: readonly number[] }[];
  /** Open defects past their resolution target, and done ones, by day. */
  readonly late: readonly number[];
  readonly done: readonly number[];
}

/** A defect that the viewer may see, as it is now. */
interface DefectNow {
  readonly severity: Severity | null;
  readonly open: boolean;
  readonly late: boolean;
  readonly createdAt: Instant;
}

interface TrendFacts {
  /** Up to yesterday. */
  readonly counts: DayCounts;
  readonly maySee: (securityLevel: string | null) => boolean;
  /** Today is counted from them. */
  readonly defects: readonly DefectNow[];
  /** Of the release. */
  readonly startDate: string | null;
  readonly now: Instant;
}

const shortest = 90;

/** The defects of a release that a viewer may see, from its start date on; else from the first defect; in any case at most 120 days. */
export function trend({ counts, maySee, defects, startDate, now }: TrendFacts): Trend {
  const today = Math.floor(Date.parse(now) / day);
  const levels = counts.levels.filter(({ level }) => maySee(level));
  const first = firstDay(defects, startDate, today);
  const days = Array.from({ length: today - first + 1 }, (_, n) => first + n);
  const open = defects.filter((defect) => defect.open);
  const summed = (state: keyof StateCounts, places: readonly number[], todays: number): number[] =>
    days.map((one) => (one === today ? todays : sum(levels, state, places, one - counts.firstDay)));
  const all = trendSeries.map((_, place) => place);
  return {
    days: days.map((one) => new Date(one * day).toISOString().slice(0, 10)),
    series: trendSeries.map((severity, place) => ({
      severity,
      counts: summed('open', [place], open.filter((defect) => (defect.severity ?? 'none') === severity).length),
    })),
    late: summed('late', all, open.filter((defect) => defect.late).length),
    done: summed('done', all, defects.length - open.length),
  };
}

function sum(levels: readonly StateCounts[], state: keyof StateCounts, places: readonly number[], n: number): number {
  return levels.reduce((all, level) => all + places.reduce((some, place) => some + (level[state][place]?.[n] ?? 0), 0), 0);
}

function firstDay(defects: readonly DefectNow[], startDate: string | null, today: number): number {
  const start = startDate === null ? Infinity : Date.parse(startDate);
  const created = defects.reduce((earliest, { createdAt }) => Math.min(earliest, Date.parse(createdAt)), Infinity);
  const from = [start, created].find((at) => Number.isFinite(at)) ?? (today - shortest) * day;
  return Math.max(today - trendDays + 1, Math.min(today, Math.floor(from / day)));
}

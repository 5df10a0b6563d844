import type { Estimate } from '../../kernel/intervals';

/** When defects were seen: sightings of one day (UTC) as the first and the last of them, in milliseconds since 1970. */
export interface SeenDay {
  readonly first: number;
  readonly last: number;
}

/** The statuses of many defects over time, see `SpanColumn` in the area of defects. */
export interface StatusColumn {
  readonly offsets: Uint32Array;
  readonly values: Uint16Array;
  readonly from: Float64Array;
}

export interface Recurrence {
  /** The place of the defect. */
  readonly defect: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Seen again while it was closed, or opened again without that. */
  readonly how: 'seen' | 'reopened';
}

/**
 * Recurrences: a defect that was closed is seen again, or is opened again. Each closing counts at most one, at the first of the two: a
 * failure that comes ten times and then reopens its defect recurred once. A defect is closed from the moment at which it comes to a done
 * status until it leaves the last of them. Unit: recurrences.
 * @param isDone by place of a status
 * @param seenOf the days on which a defect was seen, oldest first
 * @param at milliseconds since 1970; what came later is not known yet
 * @returns by defect, and in the order of time within each
 */
export function recurrences(
  status: StatusColumn,
  isDone: readonly boolean[],
  seenOf: (defect: number) => readonly SeenDay[],
  at: number,
): Recurrence[] {
  const found: Recurrence[] = [];
  for (let defect = 0; defect + 1 < status.offsets.length; defect += 1) {
    let closed: number | null = null;
    const end = status.offsets[defect + 1] ?? 0;
    for (let span = status.offsets[defect] ?? 0; span < end; span += 1) {
      const from = status.from[span] ?? 0;
      if (from > at) break;
      const done = isDone[status.values[span] ?? 0] === true;
      if (done && closed === null) closed = from;
      if (done || closed === null) continue;
      const seen = firstSeenWithin(seenOf(defect), closed, from);
      found.push({ defect, at: seen ?? from, how: seen === null ? 'reopened' : 'seen' });
      closed = null;
    }
    const seen = closed === null ? null : firstSeenWithin(seenOf(defect), closed, at);
    if (seen !== null) found.push({ defect, at: seen, how: 'seen' });
  }
  return found;
}

/** After `from`, and not after `until`. */
function firstSeenWithin(seen: readonly SeenDay[], from: number, until: number): number | null {
  for (const { first, last } of seen) {
    if (last <= from) continue;
    if (first > until) return null;
    return first > from ? first : Math.min(last, until);
  }
  return null;
}

/** What came in a period, and how often it could have come. */
export interface Counted {
  readonly count: number;
  /** E.g. deployments. */
  readonly exposure: number;
}

export interface UPoint extends Estimate {
  /** Beyond its limits: `beyond`; the eighth or a later one in a row on the same side of the mean: `run`. */
  readonly signal: 'beyond' | 'run' | null;
}

export interface UChart {
  /** Counts by exposure over all periods. */
  readonly mean: number;
  /** By period: the count by exposure and its limits; null where the period had no exposure. */
  readonly points: readonly (UPoint | null)[];
}

/** So many in a row on one side of the mean come by chance once in 256 times. */
const run = 8;

/**
 * A u-chart: counts by exposure with limits at mean ± 3·√(mean ÷ exposure) of each period, not below 0. Within the limits, counts differ
 * as those of chance do. Unit: counts for each unit of exposure. Source: Shewhart's chart for counts by unequal areas of opportunity (D.
 * Montgomery, Introduction to Statistical Quality Control); eight in a row is the fourth of Western Electric's rules (1956).
 * @returns null where no period had any exposure
 */
export function uChart(periods: readonly Counted[]): UChart | null {
  const exposed = periods.filter(({ exposure }) => exposure > 0);
  const exposure = exposed.reduce((sum, one) => sum + one.exposure, 0);
  if (exposure === 0) return null;
  const mean = exposed.reduce((sum, one) => sum + one.count, 0) / exposure;
  let [side, length] = [0, 0];
  const points = periods.map((one): UPoint | null => {
    if (one.exposure <= 0) return null;
    const value = one.count / one.exposure;
    const reach = 3 * Math.sqrt(mean / one.exposure);
    const [lower, upper] = [Math.max(0, mean - reach), mean + reach];
    const here = Math.sign(value - mean);
    length = here !== 0 && here === side ? length + 1 : here === 0 ? 0 : 1;
    side = here;
    return { value, lower, upper, signal: value < lower || value > upper ? 'beyond' : length >= run ? 'run' : null };
  });
  return { mean, points };
}

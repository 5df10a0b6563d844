import { day } from '../../kernel/instant';
import { agingWindowDays, referenceOf } from './aging';
import type { Reference } from './aging';
import { ascending } from './percentile';
import type { StatusSpans } from './status-time';

export interface PaceFacts {
  readonly spans: StatusSpans;
  /** How many statuses there are. */
  readonly statuses: number;
  /** Milliseconds since 1970. */
  readonly created: Float64Array;
  /** Milliseconds since 1970; NaN while open. */
  readonly ended: Float64Array;
}

/**
 * Pace: how old closed ones were when they left each status for the last time before they ended. An open one that is older than the p85
 * of the status it is in has come less far at its age than 85 of 100 that were closed. Counted from those that ended in the `windowDays`
 * before the moment, as for aging.
 * @param at milliseconds since 1970; what ended later does not count
 * @param least fewer closed ones than this say nothing of a status
 * @returns by status: milliseconds since the creation
 */
export function pace(facts: PaceFacts, at: number, windowDays = agingWindowDays, least = 1): readonly Reference[] {
  const { statuses, created, ended } = facts;
  const ages: number[][] = Array.from({ length: statuses }, () => []);
  /** The issue after which a status was noted last: each status counts once an issue. */
  const noted = new Int32Array(statuses).fill(-1);
  const { offsets, values, from } = facts.spans;
  for (let issue = 0; issue < created.length; issue += 1) {
    const end = ended[issue] ?? NaN;
    if (!(end <= at && end > at - windowDays * day)) continue;
    const last = offsets[issue + 1] ?? 0;
    for (let span = last - 1; span >= (offsets[issue] ?? 0); span -= 1) {
      const status = values[span] ?? 0;
      if ((from[span] ?? 0) >= end || noted[status] === issue) continue;
      noted[status] = issue;
      const left = Math.min(end, span + 1 < last ? (from[span + 1] ?? end) : end);
      ages[status]?.push(Math.max(0, left - (created[issue] ?? left)));
    }
  }
  return ages.map((some) => referenceOf(ascending(some), least));
}

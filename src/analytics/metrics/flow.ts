import { day } from '../../kernel/instant';
import type { StatusSpans } from './status-time';

/** How many issues were in each band at the end of each UTC day. */
export interface Flow {
  /** Days since 1970. */
  readonly firstDay: number;
  readonly days: number;
  readonly bands: number;
  /** `counts[d * bands + b]`: issues in band b at the end of day `firstDay + d`. */
  readonly counts: Int32Array;
}

/** A band that is not counted. */
export const outside = 65_535;

/**
 * Cumulative flow: at the end of each UTC day, the issues that exist by the band they are in. Issues may come back to a band. The last day
 * is that of `at`, counted up to that moment: what came later is not known yet. On every day the bands add up to the issues that exist
 * and are in a counted band.
 *
 * One pass over the spans notes where each begins and ends to count; a second one over the days adds up.
 * @param bandOf by status: its band, or `outside`
 * @param at milliseconds since 1970
 * @param firstDay days since 1970; earlier days are left out, not what happened on them; by default the day of the first span
 */
export function flow(spans: StatusSpans, bandOf: Uint16Array, bands: number, at: number, firstDay = firstDayOf(spans, at)): Flow {
  const today = Math.floor(at / day);
  const days = Math.max(0, today - firstDay + 1);
  const counts = new Int32Array(days * bands);
  const { offsets, values, from } = spans;
  for (let issue = 0; issue + 1 < offsets.length; issue += 1) {
    const end = offsets[issue + 1] ?? 0;
    for (let span = offsets[issue] ?? 0; span < end; span += 1) {
      const start = from[span] ?? 0;
      if (start > at) break;
      const band = bandOf[values[span] ?? 0] ?? outside;
      if (band === outside) continue;
      const first = Math.max(0, Math.floor(start / day) - firstDay);
      const until = span + 1 < end ? (from[span + 1] ?? Infinity) : Infinity;
      const last = until > at ? days : Math.max(0, Math.floor(until / day) - firstDay);
      if (first >= last) continue;
      counts[first * bands + band] = (counts[first * bands + band] ?? 0) + 1;
      if (last < days) counts[last * bands + band] = (counts[last * bands + band] ?? 0) - 1;
    }
  }
  for (let place = bands; place < counts.length; place += 1) counts[place] = (counts[place] ?? 0) + (counts[place - bands] ?? 0);
  return { firstDay, days, bands, counts };
}

/** The day of the first span up to a moment, in days since 1970; that of the moment where there is none. */
function firstDayOf({ offsets, from }: StatusSpans, at: number): number {
  let first = at;
  for (let issue = 0; issue + 1 < offsets.length; issue += 1) {
    const span = offsets[issue] ?? 0;
    if (span < (offsets[issue + 1] ?? 0)) first = Math.min(first, from[span] ?? at);
  }
  return Math.floor(first / day);
}

/**
 * One event put into an existing flow: the newest change of an issue, which moves it from one band to another at a moment that may lie
 * some days back (events come late). The flow must reach to the day of the moment.
 * @param from the band that it leaves; `outside` where it is new or comes from an uncounted one
 */
export function moveInFlow({ firstDay, days, bands, counts }: Flow, at: number, from: number, to: number): void {
  for (let place = Math.max(0, Math.floor(at / day) - firstDay) * bands; place < days * bands; place += bands) {
    if (from !== outside) counts[place + from] = (counts[place + from] ?? 0) - 1;
    if (to !== outside) counts[place + to] = (counts[place + to] ?? 0) + 1;
  }
}

import { minute } from '../../kernel/instant';
import { calendarTime } from './working-time';
import type { LengthOf } from './working-time';

/**
 * Lead time: from the creation to the resolution, in whole minutes, rounded down.
 * @param resolved milliseconds since 1970; NaN while unresolved
 * @param at milliseconds since 1970: what was resolved later is not resolved yet
 * @param lengthOf calendar time where it is left out
 * @returns minutes; NaN for what is not resolved; 0 where the resolution is dated before the creation
 */
export function leadTimes(
  created: Float64Array,
  resolved: Float64Array,
  at: number,
  lengthOf: LengthOf = calendarTime,
): Float64Array {
  const minutes = new Float64Array(created.length);
  for (let issue = 0; issue < minutes.length; issue += 1) {
    const end = resolved[issue] ?? NaN;
    const born = created[issue] ?? 0;
    minutes[issue] = end <= at ? (end < born ? 0 : Math.floor(lengthOf(born, end) / minute)) : NaN;
  }
  return minutes;
}

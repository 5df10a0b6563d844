import { minute } from '../../kernel/instant';

/**
 * Lead time: from the creation to the resolution, in whole minutes, rounded down.
 * @param resolved milliseconds since 1970; NaN while unresolved
 * @param at milliseconds since 1970: what was resolved later is not resolved yet
 * @returns minutes; NaN for what is not resolved; 0 where the resolution is dated before the creation
 */
export function leadTimes(created: Float64Array, resolved: Float64Array, at: number): Float64Array {
  const minutes = new Float64Array(created.length);
  for (let issue = 0; issue < minutes.length; issue += 1) {
    const end = resolved[issue] ?? NaN;
    minutes[issue] = end <= at ? Math.max(0, Math.floor((end - (created[issue] ?? 0)) / minute)) : NaN;
  }
  return minutes;
}

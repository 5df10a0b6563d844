import type { ChangeColumns } from '../changes';
import { calendarTime } from './working-time';
import type { LengthOf } from './working-time';

/**
 * What many issues held over time: issue n held `values[i]` (a place in a list of statuses) from `from[i]` (milliseconds since 1970) until
 * `from[i + 1]`, for i from `offsets[n]` up to, not including, `offsets[n + 1]`; the last of them lasts.
 */
export interface StatusSpans {
  readonly offsets: Uint32Array;
  readonly values: Uint16Array;
  readonly from: Float64Array;
}

/**
 * Status time: from the creation on, an issue has the status that its first change left, then the one that each change brought; the last
 * one lasts. An issue without changes has its present status since its creation.
 *
 * The changelog alone decides: statuses may come again; a status keeps the name that it had when it was entered; a change of a status to
 * itself is none; what lasted no time at all stays, with a length of nothing; a change dated before the creation (issues moved or imported)
 * counts from the creation on; where the status that a change left is not the one before it (a workflow was exchanged without a trace), the
 * status before lasts until the change.
 */
export function statusSpans({ created, current, offsets, at, from, to }: ChangeColumns): StatusSpans {
  const n = created.length;
  const most = at.length + n;
  const spans = { offsets: new Uint32Array(n + 1), values: new Uint16Array(most), from: new Float64Array(most) };
  let size = 0;
  for (let issue = 0; issue < n; issue += 1) {
    const first = offsets[issue] ?? 0;
    const end = offsets[issue + 1] ?? 0;
    const born = created[issue] ?? 0;
    let held = (first < end ? from[first] : current[issue]) ?? 0;
    let last = born;
    spans.values[size] = held;
    spans.from[size] = born;
    size += 1;
    for (let change = first; change < end; change += 1) {
      const next = to[change] ?? 0;
      if (next === held && next === from[change]) continue;
      held = next;
      last = Math.max(at[change] ?? 0, last);
      spans.values[size] = held;
      spans.from[size] = last;
      size += 1;
    }
    spans.offsets[issue + 1] = size;
  }
  return size === most ? spans : { ...spans, values: spans.values.subarray(0, size), from: spans.from.subarray(0, size) };
}

/**
 * Time that all issues together spent in each status up to a moment.
 * @param statuses how many there are
 * @param at milliseconds since 1970; what came later does not count, and what lasts, lasts until then
 * @param lengthOf calendar time where it is left out
 * @returns milliseconds, entries and leavings by the status's place
 */
export function timeInStatuses(
  spans: StatusSpans,
  statuses: number,
  at: number,
  lengthOf: LengthOf = calendarTime,
): { readonly milliseconds: Float64Array; readonly entered: Uint32Array; readonly left: Uint32Array } {
  const time = { milliseconds: new Float64Array(statuses), entered: new Uint32Array(statuses), left: new Uint32Array(statuses) };
  for (let issue = 0; issue + 1 < spans.offsets.length; issue += 1) {
    const end = spans.offsets[issue + 1] ?? 0;
    for (let span = spans.offsets[issue] ?? 0; span < end; span += 1) {
      const start = spans.from[span] ?? 0;
      if (start > at) break;
      const until = span + 1 < end ? (spans.from[span + 1] ?? at) : Infinity;
      const status = spans.values[span] ?? 0;
      time.milliseconds[status] = (time.milliseconds[status] ?? 0) + lengthOf(start, Math.min(until, at));
      time.entered[status] = (time.entered[status] ?? 0) + 1;
      if (until <= at) time.left[status] = (time.left[status] ?? 0) + 1;
    }
  }
  return time;
}

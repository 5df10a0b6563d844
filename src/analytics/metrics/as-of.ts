import { outside } from './flow';
import type { StatusSpans } from './status-time';

/** How far many issues had come at a moment; by issue. */
export interface AsOf {
  /** The place of the status that it had; `outside` where it was not there yet. */
  readonly status: Uint16Array;
  /** Milliseconds since 1970 at which it came into that status; NaN where it was not there yet. */
  readonly inStatusSince: Float64Array;
  /** Milliseconds since 1970 at which it had ended; NaN while it was open. */
  readonly ended: Float64Array;
}

/**
 * The past as it was: what happened after the moment is not known. Whoever was in a done status had ended: at the end that is known today
 * where that lies before the moment, and where the issue was opened again later, when it had come to done statuses.
 * @param isDone by the place of a status
 * @param ended milliseconds since 1970, as known today; NaN while open
 * @param at milliseconds since 1970
 */
export function asOf(spans: StatusSpans, isDone: Uint8Array, ended: Float64Array, at: number): AsOf {
  const { offsets, values, from } = spans;
  const n = ended.length;
  const then = { status: new Uint16Array(n), inStatusSince: new Float64Array(n), ended: new Float64Array(n).fill(NaN) };
  for (let issue = 0; issue < n; issue += 1) {
    const first = offsets[issue] ?? 0;
    let span = (offsets[issue + 1] ?? 0) - 1;
    while (span >= first && (from[span] ?? 0) > at) span -= 1;
    const held = span < first ? outside : (values[span] ?? outside);
    then.status[issue] = held;
    then.inStatusSince[issue] = span < first ? NaN : (from[span] ?? NaN);
    if (isDone[held] !== 1) continue;
    const end = ended[issue] ?? NaN;
    then.ended[issue] = end <= at ? end : doneSince(spans, isDone, first, span);
  }
  return then;
}

/** The beginning of the done statuses in a row that end with this span. */
function doneSince({ values, from }: StatusSpans, isDone: Uint8Array, first: number, last: number): number {
  let span = last;
  while (span > first && isDone[values[span - 1] ?? outside] === 1) span -= 1;
  return from[span] ?? NaN;
}

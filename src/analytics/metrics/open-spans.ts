import type { StatusSpans } from './status-time';

/**
 * Calls `take` with each stretch of time in which an issue was open, in the order of time. Statuses that follow each other are one
 * stretch; what lasts still has no end (Infinity).
 * @param isOpen by status: 1 where issues in it are open
 */
export function eachOpenSpan(
  { offsets, values, from }: StatusSpans,
  isOpen: Uint8Array,
  take: (issue: number, start: number, until: number) => void,
): void {
  for (let issue = 0; issue + 1 < offsets.length; issue += 1) {
    const end = offsets[issue + 1] ?? 0;
    let since = NaN;
    for (let span = offsets[issue] ?? 0; span < end; span += 1) {
      const open = isOpen[values[span] ?? 0] === 1;
      if (open === !Number.isNaN(since)) continue;
      const moment = from[span] ?? 0;
      if (!open) take(issue, since, moment);
      since = open ? moment : NaN;
    }
    if (!Number.isNaN(since)) take(issue, since, Infinity);
  }
}

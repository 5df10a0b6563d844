import { localDay, wallClock, weekdayOf } from '../governance/calendar';
import { day } from '../kernel/instant';
import type { Instant } from '../kernel/instant';

/** Hours of the wall clock in one time zone. */
export interface QuietHours {
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly zone: string;
  readonly spans: readonly QuietSpan[];
  /** Whether what has severity S1 is told all the same. */
  readonly breakThrough: boolean;
}

export interface QuietSpan {
  /** Days on which it begins: 1 Monday to 7 Sunday. */
  readonly days: readonly number[];
  /** `22:00`. Where the clock skips it, the moment of the skip; where it comes twice, the first time. */
  readonly from: string;
  /** `07:00`, on the next day where it is not later than `from`; equal to it, the span is a whole day. */
  readonly to: string;
}

/** Spans that follow each other without a gap are one; after so many days nobody is kept waiting any longer. */
const longestQuiet = 8;

/** A stretch of time over which the answer is the same. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly until: Instant | null;
}

/** The last stretch that was asked of: a preview asks thousands of times, and a zone's clock is slow to read. */
const lastStretch = new WeakMap<QuietHours, Stretch>();

/** Until when a moment is in quiet hours; null where it is not. Exact where clocks are put forward or back. */
export function quietUntil(quiet: QuietHours | null, now: Instant): Instant | null {
  if (quiet === null) return null;
  const at = Date.parse(now);
  const last = lastStretch.get(quiet);
  if (last !== undefined && last.from <= at && at < last.to) return last.until;
  const stretch = stretchAt(quiet, at);
  lastStretch.set(quiet, stretch);
  return stretch.until;
}

function stretchAt(quiet: QuietHours, at: number): Stretch {
  const near = spansOn(quiet, at, [-2, -1, 0, 1]);
  if (endOf(near, at) === at) {
    // Tomorrow's spans are known, so the next half day is.
    const to = Math.min(...near.filter(({ start }) => start > at).map(({ start }) => start), at + day / 2);
    return { from: at, to, until: null };
  }
  const later = Array.from({ length: longestQuiet }, (_, n) => n + 2);
  const spans = [...near, ...spansOn(quiet, at, later)].filter(({ end }) => end - at <= longestQuiet * day);
  const to = Math.max(endOf(near, at), endOf(spans, at));
  return { from: at, to, until: new Date(to).toISOString() };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The end of what is quiet from a moment on without a gap; the moment itself where nothing is. */
function endOf(spans: readonly Span[], at: number): number {
  const further = spans.filter(({ start, end }) => start <= at && end > at).map(({ end }) => end);
  return further.length === 0 ? at : endOf(spans, Math.max(...further));
}

/** @param offsets days from the zone's date at this moment */
function spansOn({ zone, spans }: QuietHours, at: number, offsets: readonly number[]): Span[] {
  const today = localDay(zone, at);
  return offsets.flatMap((offset) =>
    spans
      .filter(({ days }) => days.includes(weekdayOf(today + offset)))
      .map(({ from, to }) => ({
        start: wallClock(zone, today + offset, from),
        end: wallClock(zone, today + offset + (to <= from ? 1 : 0), to),
      })),
  );
}

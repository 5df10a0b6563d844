import { day } from '../../kernel/instant';
import type { Flow } from './flow';

/** Which days are counted, and into how many bands. */
export interface CountedDays {
  /** Milliseconds since 1970: the last day is that of this moment, counted up to it. */
  readonly at: number;
  /** Days since 1970. */
  readonly firstDay: number;
  readonly bands: number;
}

/**
 * Counts by UTC day and band, one stretch of time at a time: a stretch counts on each day at whose end it lasts.
 * `add` takes milliseconds since 1970; what lasts still has no end (Infinity).
 */
export function countDays({ at, firstDay, bands }: CountedDays): {
  readonly add: (start: number, until: number, band: number) => void;
  /** Only once, when all is added. */
  readonly taken: () => Flow;
} {
  const days = Math.max(0, Math.floor(at / day) - firstDay + 1);
  const counts = new Int32Array(days * bands);
  return {
    add(start, until, band) {
      if (start > at) return;
      const first = Math.max(0, Math.floor(start / day) - firstDay);
      const last = until > at ? days : Math.max(0, Math.floor(until / day) - firstDay);
      if (first >= last) return;
      counts[first * bands + band] = (counts[first * bands + band] ?? 0) + 1;
      if (last < days) counts[last * bands + band] = (counts[last * bands + band] ?? 0) - 1;
    },
    taken() {
      for (let place = bands; place < counts.length; place += 1)
        counts[place] = (counts[place] ?? 0) + (counts[place - bands] ?? 0);
      return { firstDay, days, bands, counts };
    },
  };
}

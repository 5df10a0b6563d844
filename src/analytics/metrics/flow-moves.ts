import { day } from '../../kernel/instant';
import type { StatusSpans } from './status-time';

/** What came, went and went back on each UTC day. */
export interface FlowMoves {
  /** Days since 1970. */
  readonly firstDay: number;
  /** Issues that came to be open: created open, or opened again. */
  readonly arrivals: Uint32Array;
  /** Issues that came to a done status. */
  readonly departures: Uint32Array;
  /** Moves to a status that stands earlier in the workflow. */
  readonly backward: Uint32Array;
}

interface MoveFacts {
  readonly status: StatusSpans;
  /** By status: 1 where issues in it are open. */
  readonly isOpen: Uint8Array;
  /** By status: its place in the workflow, the first one 0. Statuses may share a place. */
  readonly rank: Uint16Array;
}

/**
 * Arrivals, departures and moves backwards by UTC day, up to `at` (milliseconds since 1970). An issue that comes back arrives once more,
 * and what was created in a done status neither arrives nor departs: so what is open at the end of a day is what was open the day before
 * plus the arrivals less the departures, on every day.
 * @param firstDay days since 1970; what happened earlier is left out
 */
export function flowMoves({ status, isOpen, rank }: MoveFacts, at: number, firstDay: number): FlowMoves {
  const days = Math.max(0, Math.floor(at / day) - firstDay + 1);
  const arrivals = new Uint32Array(days);
  const departures = new Uint32Array(days);
  const backward = new Uint32Array(days);
  const note = (counts: Uint32Array, place: number): void => {
    counts[place] = (counts[place] ?? 0) + 1;
  };
  const { offsets, values, from } = status;
  for (let issue = 0; issue + 1 < offsets.length; issue += 1) {
    const end = offsets[issue + 1] ?? 0;
    let [wasOpen, reached] = [false, 0];
    for (let span = offsets[issue] ?? 0; span < end; span += 1) {
      const moment = from[span] ?? 0;
      if (moment > at) break;
      const place = Math.floor(moment / day) - firstDay;
      const value = values[span] ?? 0;
      const open = isOpen[value] === 1;
      const here = rank[value] ?? 0;
      if (place >= 0) {
        if (open && !wasOpen) note(arrivals, place);
        if (!open && wasOpen) note(departures, place);
        if (here < reached) note(backward, place);
      }
      [wasOpen, reached] = [open, here];
    }
  }
  return { firstDay, arrivals, departures, backward };
}

import type { Clock } from './clock';
import type { Trace, TraceEntry } from './trace';

/** Enough for a test or an afternoon; older entries are dropped, their numbers are not used again. */
const mostEntries = 20_000;

/** A trace kept in memory, stamped by the sandbox's clock. */
export function createTrace(clock: Clock): Trace {
  let entries: TraceEntry[] = [];
  let next = 1;
  return {
    add({ kind, what, status, points = 0 }) {
      entries.push({ n: next++, at: clock.now().toISOString(), kind, what, status, points });
      if (entries.length > mostEntries * 1.2) entries = entries.slice(-mostEntries);
    },
    since: (n) => ({ next, entries: entries.filter((entry) => entry.n >= n) }),
    clear() {
      entries = [];
    },
  };
}

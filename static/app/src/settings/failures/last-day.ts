const dayMs = 86_400_000;

/** The last day that an entry holds which ends at a moment, in UTC: `2026-12-31`; empty for one that never ends. */
export function lastDayOf(until: string | null): string {
  return until === null ? '' : new Date(Date.parse(until) - 1).toISOString().slice(0, 10);
}

/** The moment after the last day of an entry, in UTC; null, for ever, where there is no such day. */
export function endOf(lastDay: string): string | null {
  const start = Date.parse(`${lastDay}T00:00:00Z`);
  return Number.isNaN(start) ? null : new Date(start + dayMs).toISOString();
}

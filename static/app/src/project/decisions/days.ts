/** The calendar day of a moment where the viewer is: `2026-11-02`. @param timeZone IANA name; an unknown one becomes UTC */
export function dayIn(at: string, timeZone: string): string {
  return new Date(Date.parse(at) + offsetAt(Date.parse(at), timeZone)).toISOString().slice(0, 10);
}

/** The moment at which a calendar day begins where the viewer is. @param day `2026-11-02` @param later by so many days */
export function startOfDay(day: string, timeZone: string, later = 0): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * dayMs;
  const guess = midnight - offsetAt(midnight, timeZone);
  // The clock may have been put forward or back between the two.
  return new Date(midnight - offsetAt(guess, timeZone)).toISOString();
}

const dayMs = 86_400_000;

/** How many milliseconds the clock of a time zone is ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  } as const;
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = new Intl.DateTimeFormat('en-GB', { ...options, hourCycle: 'h23', timeZone }).formatToParts(moment);
  } catch {
    return 0;
  }
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local - Math.floor(moment / 1000) * 1000;
}

/** A moment in UTC as ISO 8601 with milliseconds, `2026-11-02T09:00:00.000Z`; sorts as text. */
export type Instant = string;

export const minute = 60_000;
export const hour = 3_600_000;
export const day = 86_400_000;

/** Jira writes `2026-11-02T10:00:00.000+0100`; this gives the same moment in UTC. @throws RangeError where the text is no date. */
export function toInstant(text: string): Instant {
  return new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')).toISOString();
}

/** @param milliseconds may be negative */
export function plus(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** The full hour after this moment. */
export function nextHour(at: Instant): Instant {
  return plus(`${at.slice(0, 13)}:00:00.000Z`, 60 * minute);
}

/** Days since 1970, in UTC. */
export function dayOf(at: Instant): number {
  return Math.floor(Date.parse(at) / day);
}

/** Milliseconds from `from` to `to`; negative where `to` is earlier. */
export function between(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

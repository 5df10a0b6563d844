const locale = 'en-GB';

/** `2 Nov 2026` for a day of Jira (`2026-11-02`). */
export function showDay(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return day;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(instant);
}

/** `2 Nov 2026, 10:00` in a person's time zone, for an instant as Jira writes it (`2026-11-02T09:00:00.000+0000`). */
export function showInstant(instant: string, timeZone: string): string {
  const parsed = new Date(instant.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (Number.isNaN(parsed.getTime())) return instant;
  const date = { day: 'numeric', month: 'short', year: 'numeric', timeZone } as const;
  const day = new Intl.DateTimeFormat(locale, date).format(parsed);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(parsed);
  return `${day}, ${time}`;
}

/** `2 Nov 2026 09:00 UTC`, for the sandbox's badge. */
export const showClock = (now: Date): string =>
  `${showDay(now.toISOString().slice(0, 10))} ${now.toISOString().slice(11, 16)} UTC`;

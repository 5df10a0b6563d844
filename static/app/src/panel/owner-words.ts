import type { OwnershipView } from '../../../../src/contracts/ownership';

/** `Monday 09:00`, or `12 Nov, 09:00` where it is further away than a week. @param locale as Jira writes it */
export function untilWords(at: string, now: string, locale: string, timeZone: string): string {
  const isNear = Date.parse(at) - Date.parse(now) < 6.5 * 86_400_000;
  const day: Intl.DateTimeFormatOptions = isNear ? { weekday: 'long' } : { day: 'numeric', month: 'short' };
  const options: Intl.DateTimeFormatOptions = { ...day, hour: '2-digit', minute: '2-digit', timeZone };
  try {
    return new Intl.DateTimeFormat(locale.replace('_', '-'), options).format(new Date(at));
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(new Date(at));
  }
}

/** `3 h`, `3 h 20 min`, `5 min` */
export function workingTimeWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ');
}

/** Who is told next because nobody decides: `Next: the lead of the project (Lea), in 3 h of working time`. */
export function nextWords({ reached, next }: Pick<OwnershipView, 'reached' | 'next'>): string | null {
  const who = ({ whom, names }: NonNullable<OwnershipView['next']>): string =>
    names.length === 0 || names.join(', ') === whom ? whom : `${whom} (${names.join(', ')})`;
  const told = reached === null ? [] : [`Told already: ${who(reached)}`];
  const coming = next === null ? [] : [`next: ${who(next)}, in ${workingTimeWords(next.inMinutes)} of working time`];
  const words = [...told, ...coming].join('; ');
  return words === '' ? null : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

import { dateOf, weekdayOf, type DayNumber } from '../../governance';
import { dayOf, lastDayAway } from './absence';
import type { OwnershipConfig, Rota } from './config';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A day to come: `today`, `tomorrow`, `Friday` within a week, else `3 December`, with its year where that is another. */
export function dayWords(day: DayNumber, today: DayNumber): string {
  if (day === today) return 'today';
  if (day === today + 1) return 'tomorrow';
  if (day > today && day < today + 7) return weekdays[weekdayOf(day) - 1] ?? '';
  const [year = '', month = '', date = ''] = dateOf(day).split('-');
  const words = `${Number(date)} ${months[Number(month) - 1] ?? ''}`;
  return dateOf(today).startsWith(year) ? words : `${words} ${year}`;
}

/** `is away until Friday`; what is the matter with a person who cannot be asked. */
export function unavailableWords(config: OwnershipConfig, accountId: string, now: number): string {
  const last = lastDayAway(config, accountId, now);
  if (last === null) return 'has no active account';
  const today = dayOf(config, accountId, now);
  return last === today ? 'is away today' : `is away until ${dayWords(last, today)}`;
}

export function nameOf(config: OwnershipConfig, accountId: string): string {
  return config.people.get(accountId)?.name ?? 'somebody';
}

/** `the rota of Payments` */
export function rotaWords(config: OwnershipConfig, rota: Rota): string {
  return rota === config.defaultRota ? 'the default rota' : `the rota of ${rota.component}`;
}

/** `4 hours`, `1 hour 30 minutes`, `5 minutes` */
export function timeWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  const counted = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`]);
  return [...counted(hours, 'hour'), ...counted(rest, 'minute')].join(' ') || '0 minutes';
}

import type { Instant } from './instant';

const months = 'January February March April May June July August September October November December'.split(' ');

/** `12 December 2026`, in UTC. */
export function dayWords(at: Instant): string {
  const [year = '', month = '', date = ''] = at.slice(0, 10).split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

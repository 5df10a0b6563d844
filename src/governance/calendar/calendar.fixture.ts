import type { Calendar } from './calendar';

/** A team in Berlin that works from nine to half past five with a break, Monday to Friday. */
export function aCalendar(parts: Partial<Calendar> = {}): Calendar {
  return {
    name: 'Payments',
    zone: 'Europe/Berlin',
    hours: [
      { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:30' },
    ],
    holidays: [],
    handOver: [],
    ...parts,
  };
}

/** Works without a break, on every day. */
export function everyDay(zone: string, from: string, to: string): Calendar {
  return aCalendar({ zone, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from, to }] });
}

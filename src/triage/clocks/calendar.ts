import { isZone, officeHours } from '../../governance/calendar';
import type { Calendar } from '../../governance/calendar';
import type { ClockPolicy } from '../../kernel/decision-clock';

/** What the settings know of working time. */
interface Calendars {
  readonly calendars: readonly Calendar[];
  /** IANA name; of everybody who has no calendar. */
  readonly zone: string;
}

/** The calendar in which the clocks count working time; office hours where none is named, or it is gone. */
export function clockCalendar({ calendar }: ClockPolicy, { calendars, zone }: Calendars): Calendar {
  const named = calendars.find(({ name }) => name === calendar);
  return named ?? officeHours(isZone(zone) ? zone : 'UTC');
}

import type { Calendar } from '../governance/calendar';
import { clockCalendar } from '../triage';
import type { Settings } from './settings';

/** The calendar in which decision clocks count working time. */
export function clockCalendarOf(settings: Settings): Calendar {
  return clockCalendar(settings.triage, settings.ownership);
}

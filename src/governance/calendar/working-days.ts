import type { Instant } from '../../kernel/instant';
import type { Calendar } from './calendar';
import { workingMinutesBetween } from './working-time';
import { localDay, wallClock } from './zone';

/** In days: a plan that reaches further is none. */
const furthest = 3660;

/**
 * Days with working time from one moment to another, by the calendar's own zone; a short day counts as much as a long one, and of the
 * first and the last day the share of their working time. 0 where `to` is not later, or one of them is no date; at most ten years.
 */
export function workingDaysBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (!(start < end)) return 0;
  const first = localDay(calendar.zone, start);
  const last = Math.min(localDay(calendar.zone, end), first + furthest);
  let days = 0;
  for (let date = first; date <= last; date += 1) {
    const [begins, ends] = [wallClock(calendar.zone, date, '00:00'), wallClock(calendar.zone, date + 1, '00:00')];
    const whole = minutes(calendar, begins, ends);
    if (whole > 0) days += minutes(calendar, Math.max(begins, start), Math.min(ends, end)) / whole;
  }
  return days;
}

/** The end of a date by the calendar's clock. @param date as the number of days since 1970 */
export function endOfDate(calendar: Calendar, date: number): Instant {
  return new Date(wallClock(calendar.zone, date + 1, '00:00')).toISOString();
}

function minutes(calendar: Calendar, from: number, to: number): number {
  return from < to ? workingMinutesBetween(calendar, new Date(from).toISOString(), new Date(to).toISOString()) : 0;
}

import { workingMinutesBetween } from '../../governance/calendar';
import type { Calendar } from '../../governance/calendar';
import { minute } from '../../kernel/instant';

/** How much time counts between two moments, all in milliseconds; the moments since 1970, the first not later than the second. */
export type LengthOf = (from: number, to: number) => number;

/** Calendar time: nights and weekends count. */
export const calendarTime: LengthOf = (from, to) => to - from;

/** Working time by a calendar: its hours and holidays in its zone, over changes of the clock too. */
export function workingTime(calendar: Calendar): LengthOf {
  return (from, to) => workingMinutesBetween(calendar, new Date(from).toISOString(), new Date(to).toISOString()) * minute;
}

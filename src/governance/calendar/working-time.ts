import { minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Calendar } from './calendar';
import { dateOf } from './dates';
import { CompiledCalendar } from './year-table';
import type { YearTable } from './year-table';
import { localDay, wallClock, yearOf } from './zone';

/** In years: working time that is further away than anybody plans is none. */
const horizon = 100;
const compiledCalendars = new WeakMap<Calendar, CompiledCalendar>();

/**
 * The first moment at which this much working time has passed since `from`; `from` itself for 0 or less. Null where the calendar has not
 * so much working time in the century to come, or none at all.
 * @param minutes may have a fraction, which is rounded to milliseconds
 */
export function addWorkingMinutes(calendar: Calendar, from: Instant, minutes: number): Instant | null {
  const start = Date.parse(from);
  const wanted = Math.round(minutes * minute);
  if (!(wanted > 0)) return from;
  const first = yearOf(start);
  let left = wanted + workedBefore(compiled(calendar).year(first), start);
  for (const table of yearsFrom(calendar, first)) {
    if (left <= table.total) return instant(momentAfter(table, left));
    left -= table.total;
  }
  return null;
}

/**
 * Working time from one moment to another in minutes, exact to the millisecond; negative where `to` is earlier, 0 where one of them is no
 * date.
 */
export function workingMinutesBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (Number.isNaN(start - end)) return 0;
  return start <= end ? worked(calendar, start, end) / minute : 0 - worked(calendar, end, start) / minute;
}

/** Whether this moment is working time; the end of a span no longer is. */
export function isWorking(calendar: Calendar, at: Instant): boolean {
  const moment = Date.parse(at);
  const { from, to } = compiled(calendar).year(yearOf(moment));
  return moment < (to[upTo(from, moment)] ?? -Infinity);
}

/** This moment where it is working time, else the next that is; null where none comes within a century. */
export function nextWorking(calendar: Calendar, at: Instant): Instant | null {
  const moment = Date.parse(at);
  for (const { from, to } of yearsFrom(calendar, yearOf(moment))) {
    const next = from[upTo(to, moment) + 1];
    if (next !== undefined) return instant(Math.max(moment, next));
  }
  return null;
}

/** The date in the calendar's own zone, and when its working time begins; null on a day without any. */
export function workingDay(calendar: Calendar, at: Instant): { readonly date: string; readonly begins: Instant | null } {
  const today = localDay(calendar.zone, Date.parse(at));
  if (Number.isNaN(today)) return { date: at.slice(0, 10), begins: null };
  const [midnight, next] = [wallClock(calendar.zone, today, '00:00'), wallClock(calendar.zone, today + 1, '00:00')];
  const begins = nextWorking(calendar, instant(midnight));
  return { date: dateOf(today), begins: begins !== null && Date.parse(begins) < next ? begins : null };
}

/** By zone, so that each is compiled once. */
const offices = new Map<string, Calendar>();

/** Monday to Friday from nine to five, for whoever has said nothing else. */
export function officeHours(zone: string): Calendar {
  const known = offices.get(zone);
  if (known !== undefined) return known;
  const hours = [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
  const calendar: Calendar = { name: 'Office hours', zone, hours, holidays: [], handOver: [] };
  offices.set(zone, calendar);
  return calendar;
}

/** All hours of all days. */
export const roundTheClock: Calendar = {
  name: 'Round the clock',
  zone: 'UTC',
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  holidays: [],
  handOver: [],
};

function compiled(calendar: Calendar): CompiledCalendar {
  const known = compiledCalendars.get(calendar);
  if (known !== undefined) return known;
  const made = new CompiledCalendar(calendar);
  compiledCalendars.set(calendar, made);
  return made;
}

function* yearsFrom(calendar: Calendar, first: number): Generator<YearTable> {
  const years = compiled(calendar);
  for (let year = first; years.hasHours && year <= first + horizon; year += 1) yield years.year(year);
}

function worked(calendar: Calendar, from: number, to: number): number {
  const years = compiled(calendar);
  const [first, last] = [yearOf(from), yearOf(to)];
  let whole = 0;
  for (let year = first; year < last; year += 1) whole += years.year(year).total;
  return whole - workedBefore(years.year(first), from) + workedBefore(years.year(last), to);
}

/** Working time of the year up to a moment in it. */
function workedBefore({ from, to, before }: YearTable, at: number): number {
  const span = upTo(from, at);
  return span < 0 ? 0 : (before[span] ?? 0) + Math.min(at, to[span] ?? at) - (from[span] ?? at);
}

/** The first moment of the year by which so much has been worked in it. @param time more than 0 and at most the year's total */
function momentAfter({ from, before }: YearTable, time: number): number {
  // In whole milliseconds: the span that began with less than this.
  const span = upTo(before, time - 1);
  return (from[span] ?? NaN) + time - (before[span] ?? NaN);
}

/** The index of the last that is at most this; -1 where none is. */
function upTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [-1, sorted.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

function instant(at: number): Instant {
  return new Date(at).toISOString();
}

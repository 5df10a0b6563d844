import { day } from '../../kernel/instant';
import type { Calendar, WorkingHours } from './calendar';
import { dateOf, dayNumberOf, timeOf, weekdayOf } from './dates';
import type { DayNumber } from './dates';
import { stretchesOf } from './zone';

/** The working time within one year of UTC as spans in order, each list by span; all in milliseconds. */
export interface YearTable {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Working time of the year before the span. */
  readonly before: readonly number[];
  readonly total: number;
}

interface Hours {
  readonly zone: string;
  /** From and to of each span since midnight, by day of the week. */
  readonly byWeekday: ReadonlyMap<number, readonly (readonly [number, number])[]>;
  readonly holidays: ReadonlySet<string>;
  readonly yearly: boolean;
}

/** A century of years, so that going through all of history does not stay in memory. */
const mostYears = 250;

/** A calendar as it is counted in. What is wrong in it has no working time. */
export class CompiledCalendar {
  private readonly teams: readonly Hours[];
  private readonly years = new Map<number, YearTable>();

  constructor(calendar: Calendar) {
    this.teams = [calendar, ...calendar.handOver].map(hoursOf);
  }

  /** False where it has no hours at all; it may have none all the same, when every day is a holiday. */
  get hasHours(): boolean {
    return this.teams.some(({ byWeekday }) => byWeekday.size > 0);
  }

  year(year: number): YearTable {
    const known = this.years.get(year);
    if (known !== undefined) return known;
    if (this.years.size >= mostYears) this.years.clear();
    const table = tableOf(this.teams.flatMap((team) => spansOf(team, year)));
    this.years.set(year, table);
    return table;
  }
}

function hoursOf({ zone, hours, holidays }: WorkingHours): Hours {
  const byWeekday = new Map<number, (readonly [number, number])[]>();
  for (const { days, from, to } of hours) {
    const [start, end] = [timeOf(from), timeOf(to)];
    if (start === null || end === null || start >= end) continue;
    for (const weekday of days) byWeekday.set(weekday, [...(byWeekday.get(weekday) ?? []), [start, end]]);
  }
  const dates = new Set(holidays.map(({ date }) => date));
  return { zone, byWeekday, holidays: dates, yearly: [...dates].some((date) => dayNumberOf(date) === null) };
}

function spansOf(hours: Hours, year: number): [number, number][] {
  const spans: [number, number][] = [];
  for (const { from, to, offset } of stretchesOf(hours.zone, year)) {
    const last = Math.floor((to + offset - 1) / day);
    for (let date = Math.floor((from + offset) / day); date <= last; date += 1) {
      const ranges = hours.byWeekday.get(weekdayOf(date));
      if (ranges === undefined || isHoliday(hours, date)) continue;
      for (const [start, end] of ranges) {
        const span: [number, number] = [Math.max(from, date * day + start - offset), Math.min(to, date * day + end - offset)];
        if (span[0] < span[1]) spans.push(span);
      }
    }
  }
  return spans;
}

function isHoliday({ holidays, yearly }: Hours, date: DayNumber): boolean {
  if (holidays.size === 0) return false;
  const text = dateOf(date);
  return holidays.has(text) || (yearly && holidays.has(text.slice(5)));
}

/** Time in which several work counts once. */
function tableOf(found: [number, number][]): YearTable {
  const table = { from: new Array<number>(), to: new Array<number>(), before: new Array<number>() };
  let total = 0;
  for (const [start, end] of found.sort(([a], [b]) => a - b)) {
    const from = Math.max(start, table.to.at(-1) ?? start);
    if (from >= end) continue;
    table.from.push(from);
    table.to.push(end);
    table.before.push(total);
    total += end - from;
  }
  return { ...table, total };
}

import { TZDate } from '@date-fns/tz';
import {
  addDays,
  addHours,
  addMinutes,
  addMonths,
  addWeeks,
  addYears,
  endOfDay,
  endOfMonth,
  endOfWeek,
  endOfYear,
  startOfDay,
  startOfMonth,
  startOfWeek,
  startOfYear,
} from 'date-fns';
import type { Call } from './comparison';
import type { FunctionShape } from './function-call';
import { JqlRefusal } from './refusal';
import type { SearchContext } from './search-context';

export interface DateFunction extends FunctionShape {
  readonly date: (call: Call, context: SearchContext) => Date;
}

type Step = (date: TZDate, amount: number) => TZDate;
const STEPS: Readonly<Record<string, Step>> = { y: addYears, M: addMonths, w: addWeeks, d: addDays, h: addHours, m: addMinutes };

/** Sunday: Jira takes the first day of the week from the locale, and a new Cloud site's is English (United States). */
const weekStartsOn = 0;

/**
 * `startOfDay("-1w")`: first moves now by the offset, then takes the bound. An offset without a unit counts the function's
 * own: `startOfWeek(-1)` is last week's (JQL functions, "startOfWeek()").
 */
function boundary(unit: string, bound: (date: TZDate) => TZDate): DateFunction {
  const date = (call: Call, context: SearchContext): Date => {
    const now = new TZDate(context.now.getTime(), context.timeZone);
    return new Date(bound(moved(now, call, unit)).getTime());
  };
  return { gives: 'one', least: 0, most: 1, date };
}

function moved(date: TZDate, call: Call, unit: string): TZDate {
  const offset = call.args[0];
  if (offset === undefined) return date;
  const parts = /^([+-]?)(\d{1,6})([yMwdhm]?)$/.exec(offset.trim());
  const step = STEPS[parts?.[3] || unit];
  if (parts === null || step === undefined) {
    throw new JqlRefusal(
      `Duration for function '${call.name}' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.`,
    );
  }
  return step(date, parts[1] === '-' ? -Number(parts[2]) : Number(parts[2]));
}

/** By lower-case name. Ends are the last millisecond of their period. */
export const DATE_FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  now: { gives: 'one', least: 0, most: 0, date: (_call, context) => context.now },
  startofday: boundary('d', (date) => startOfDay(date)),
  startofweek: boundary('w', (date) => startOfWeek(date, { weekStartsOn })),
  startofmonth: boundary('M', (date) => startOfMonth(date)),
  startofyear: boundary('y', (date) => startOfYear(date)),
  endofday: boundary('d', (date) => endOfDay(date)),
  endofweek: boundary('w', (date) => endOfWeek(date, { weekStartsOn })),
  endofmonth: boundary('M', (date) => endOfMonth(date)),
  endofyear: boundary('y', (date) => endOfYear(date)),
};

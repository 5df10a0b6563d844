import { checkCount, wholeNumberArgument } from './arguments';
import { checkedEpoch, dayIn, isoDay, plusMonths, wallClock } from './calendar';
import type { Runtime } from './runtime';
import { calendarDateValue, dateValue } from './values';
import type { ExpressionCalendarDate, ExpressionDate, Value } from './values';

type Method<Self> = (self: Self, args: readonly Value[], runtime: Runtime, name: string) => Value;
type Entry<Self> = readonly [string, Method<Self>];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * JiraDate of https://developer.atlassian.com/cloud/jira/platform/jira-expressions-types (3 Oct 2025), which "extends Date".
 * Its getters read the wall clock of the user's time zone; plus and minus count in UTC.
 */
export const DATE_METHODS: ReadonlyMap<string, Method<ExpressionDate>> = new Map<string, Method<ExpressionDate>>([
  getter('getTime', (self) => self.epochMs),
  getter('getFullYear', (self, { timeZone }) => wallClock(self.epochMs, timeZone).getUTCFullYear()),
  getter('getMonth', (self, { timeZone }) => wallClock(self.epochMs, timeZone).getUTCMonth()),
  getter('getDate', (self, { timeZone }) => wallClock(self.epochMs, timeZone).getUTCDate()),
  getter('getDay', (self, { timeZone }) => wallClock(self.epochMs, timeZone).getUTCDay()),
  getter('getHours', (self, { timeZone }) => wallClock(self.epochMs, timeZone).getUTCHours()),
  getter('getMinutes', (self, { timeZone }) => wallClock(self.epochMs, timeZone).getUTCMinutes()),
  getter('getSeconds', (self, { timeZone }) => wallClock(self.epochMs, timeZone).getUTCSeconds()),
  getter('getMilliseconds', (self, { timeZone }) => wallClock(self.epochMs, timeZone).getUTCMilliseconds()),
  getter('toISOString', (self) => new Date(self.epochMs).toISOString()),
  getter('toString', (self) => new Date(self.epochMs).toISOString()),
  getter('toCalendarDate', (self, { timeZone }) => calendarDateValue(dayIn(self.epochMs, timeZone))),
  getter('toCalendarDateUTC', (self) => calendarDateValue(isoDay(self.epochMs))),
  ...both<ExpressionDate>('Months', (self, count) => dateValue(plusMonths(self.epochMs, count))),
  ...both<ExpressionDate>('Days', (self, count) => dateValue(checkedEpoch(self.epochMs + count * DAY))),
  ...both<ExpressionDate>('Hours', (self, count) => dateValue(checkedEpoch(self.epochMs + count * HOUR))),
  ...both<ExpressionDate>('Minutes', (self, count) => dateValue(checkedEpoch(self.epochMs + count * MINUTE))),
]);

/** JiraCalendarDate of the same page. */
export const CALENDAR_DATE_METHODS: ReadonlyMap<string, Method<ExpressionCalendarDate>> = new Map<
  string,
  Method<ExpressionCalendarDate>
>([
  getter('getFullYear', (self) => midnight(self).getUTCFullYear()),
  getter('getMonth', (self) => midnight(self).getUTCMonth()),
  getter('getDate', (self) => midnight(self).getUTCDate()),
  getter('getDay', (self) => midnight(self).getUTCDay()),
  getter('toISOString', (self) => self.iso),
  getter('toString', (self) => self.iso),
  ...both<ExpressionCalendarDate>('Months', (self, count) => day(plusMonths(midnight(self).getTime(), count))),
  ...both<ExpressionCalendarDate>('Days', (self, count) => day(midnight(self).getTime() + count * DAY)),
]);

function midnight(self: ExpressionCalendarDate): Date {
  return new Date(`${self.iso}T00:00:00Z`);
}

function day(epochMs: number): ExpressionCalendarDate {
  return calendarDateValue(isoDay(epochMs));
}

function getter<Self>(name: string, read: (self: Self, runtime: Runtime) => Value): Entry<Self> {
  return [
    name,
    (self, args, runtime) => {
      checkCount(name, args, 0);
      return read(self, runtime);
    },
  ];
}

/** plusX and minusX. */
function both<Self>(unit: string, move: (self: Self, count: number) => Value): readonly Entry<Self>[] {
  const method =
    (sign: 1 | -1): Method<Self> =>
    (self, args, _runtime, name) => {
      checkCount(name, args, 1);
      return move(self, sign * wholeNumberArgument(name, args[0]));
    };
  return [
    [`plus${unit}`, method(1)],
    [`minus${unit}`, method(-1)],
  ];
}

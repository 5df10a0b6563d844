import fc from 'fast-check';
import { day, minute } from '../../kernel/instant';
import type { Calendar, WorkingHours } from './calendar';
import { addWorkingMinutes, isWorking, nextWorking, workingMinutesBetween } from './working-time';

/** Days around which clocks change, or calendars do. */
const windows: readonly (readonly [string, readonly string[]])[] = [
  ['Europe/Berlin', ['2026-03-29', '2026-10-25', '2026-12-31']],
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04']],
  ['Asia/Kolkata', ['2026-02-28', '2026-12-31']],
  ['Africa/Casablanca', ['2026-02-15', '2026-03-22']],
  ['America/St_Johns', ['2011-11-06', '2026-03-08']],
  ['Pacific/Apia', ['2011-12-30', '2021-04-04']],
  ['UTC', ['2026-06-01', '2028-02-29']],
];
const length = 5 * 1440;

/** What the wall clock reads in each minute of a window, by another way than the code's. */
interface Readings {
  readonly zone: string;
  readonly start: number;
  readonly dates: readonly string[];
  readonly weekdays: readonly number[];
  readonly times: readonly string[];
}

function readings(zone: string, around: string): Readings {
  const start = Date.parse(`${around}T00:00:00.000Z`) - 2.5 * day;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const texts = Array.from({ length }, (_, n) => clock.format(start + n * minute));
  const dates = texts.map((text) => text.slice(0, 10));
  const weekdays = dates.map((date) => new Date(`${date}T12:00:00.000Z`).getUTCDay() || 7);
  return { zone, start, dates, weekdays, times: texts.map((text) => text.slice(11, 16)) };
}

const known = windows.flatMap(([zone, days]) => days.map((around) => readings(zone, around)));

const time = fc
  .integer({ min: 0, max: 96 })
  .map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`);
const span = fc
  .tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), time, time)
  .filter(([, from, to]) => from !== to)
  .map(([days, from, to]) => ({ days, from: from < to ? from : to, to: from < to ? to : from }));
const hoursIn = (zone: string, dates: readonly string[]): fc.Arbitrary<WorkingHours> =>
  fc.record({
    zone: fc.constant(zone),
    hours: fc.array(span, { minLength: 1, maxLength: 4 }),
    holidays: fc.array(
      fc
        .constantFrom(...new Set(dates))
        .chain((date) => fc.constantFrom({ date, name: '' }, { date: date.slice(5), name: 'Yearly' })),
      { maxLength: 2 },
    ),
  });
const given = fc.constantFrom(...known).chain((window) =>
  fc.record({
    window: fc.constant(window),
    calendar: hoursIn(window.zone, window.dates).map((hours): Calendar => ({ ...hours, name: 'Any', handOver: [] })),
    moments: fc.tuple(fc.nat(length), fc.nat(length), fc.nat(length)),
  }),
);

function worksBySimulation({ dates, weekdays, times }: Readings, { hours, holidays }: WorkingHours, n: number): boolean {
  const [date = '', weekday = 0, at = ''] = [dates[n], weekdays[n], times[n]];
  if (holidays.some((holiday) => holiday.date === date || holiday.date === date.slice(5))) return false;
  return hours.some(({ days, from, to }) => days.includes(weekday) && from <= at && at < to);
}

test('around changes of the clock, what is counted and added is what going through it minute by minute gives', () => {
  fc.assert(
    fc.property(given, ({ window, calendar, moments: [a, b] }) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)];
      const at = (n: number) => new Date(window.start + n * minute).toISOString();
      let minutes = 0;
      let end = first;
      for (let n = first; n < last; n += 1) if (worksBySimulation(window, calendar, n)) [minutes, end] = [minutes + 1, n + 1];
      expect(workingMinutesBetween(calendar, at(first), at(last))).toBe(minutes);
      expect(addWorkingMinutes(calendar, at(first), minutes)).toBe(at(end));
      if (first < length) expect(isWorking(calendar, at(first))).toBe(worksBySimulation(window, calendar, first));
    }),
    { numRuns: 800 },
  );
});

const teams = fc.tuple(fc.constantFrom(...known), fc.constantFrom(...known), fc.boolean()).chain(([one, other, both]) =>
  fc.record({
    calendar: fc
      .tuple(hoursIn(one.zone, one.dates), hoursIn(other.zone, other.dates))
      .map(([own, next]): Calendar => ({ ...own, name: 'Any', handOver: both ? [next] : [] })),
    moments: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: one.start, max: one.start + 500 * day }))),
  }),
);
const instant = (at = 0) => new Date(at).toISOString();

test('counting adds up, and counting backwards is the negative', () => {
  fc.assert(
    fc.property(teams, ({ calendar, moments: [a, b, c] }) => {
      const count = (from = 0, to = 0) => Math.round(workingMinutesBetween(calendar, instant(from), instant(to)) * minute);
      expect(count(a, b) + count(b, c)).toBe(count(a, c));
      expect(count(a, b) + count(b, a)).toBe(0);
      const [from, to] = [Math.min(a ?? 0, b ?? 0), Math.max(a ?? 0, b ?? 0)];
      expect(count(from, to)).toBeGreaterThanOrEqual(0);
      expect(count(from, to)).toBeLessThanOrEqual(to - from);
    }),
    { numRuns: 300 },
  );
});

test('what is added is what is counted, it is added in parts as in one, and it ends where work was done', () => {
  const amounts = fc.tuple(fc.nat(5_000), fc.nat(5_000));
  fc.assert(
    fc.property(teams, amounts, ({ calendar, moments: [from] }, [a, b]) => {
      const after = addWorkingMinutes(calendar, instant(from), a);
      if (after === null) return expect(nextWorking(calendar, instant(from))).toBeNull();
      expect(workingMinutesBetween(calendar, instant(from), after)).toBe(a);
      expect(addWorkingMinutes(calendar, after, b)).toBe(addWorkingMinutes(calendar, instant(from), a + b));
      if (a > 0) expect(isWorking(calendar, instant(Date.parse(after) - 1))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('the next working time is working time, and none is missed', () => {
  fc.assert(
    fc.property(teams, ({ calendar, moments: [from] }) => {
      const next = nextWorking(calendar, instant(from));
      if (next === null) return;
      expect(isWorking(calendar, next)).toBe(true);
      expect(workingMinutesBetween(calendar, instant(from), next)).toBe(0);
    }),
    { numRuns: 300 },
  );
});

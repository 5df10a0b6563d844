import fc from 'fast-check';
import { officeHours } from '../../governance/calendar';
import { defaultClockPolicy } from '../../kernel/decision-clock';
import type { ClockPolicy } from '../../kernel/decision-clock';
import { plus } from '../../kernel/instant';
import { clockCalendar } from './calendar';
import { clockState, clockSteps, clockTimes, dueSteps } from './clock';
import type { ClockStep } from './clock';
import { lastWeeks, latencies, quantileOf, weekOf } from './latency';
import type { Wait } from './latency';
import { cycleOf } from './policy';

const berlin = officeHours('Europe/Berlin');
const policy: ClockPolicy = { ...defaultClockPolicy, atExpiry: 'escalate-then-accept' };
const startedAt = '2026-11-23T09:00:00.000Z';
const hotfix = clockTimes({ startedAt, severity: 'S1', cycle: 'hotfix' }, policy, berlin);

test('a clock round the clock warns, is due and accepts at exact minutes', () => {
  expect(hotfix).toEqual({
    windowMinutes: 30,
    warnAt: '2026-11-23T09:22:30.000Z',
    dueAt: '2026-11-23T09:30:00.000Z',
    acceptAt: '2026-11-23T10:30:00.000Z',
  });
});

test.each([
  ['four hours of work from Friday afternoon end on Monday', '2026-11-20T14:00:00.000Z', '2026-11-23T10:00:00.000Z'],
  // The clocks go back on Sunday 25 October: nine o'clock is an hour later in UTC on Monday.
  ['over the end of summer time', '2026-10-23T13:00:00.000Z', '2026-10-26T10:00:00.000Z'],
  // And forward on Sunday 28 March 2027.
  ['over the start of summer time', '2027-03-26T14:00:00.000Z', '2027-03-29T09:00:00.000Z'],
  ['what is reported on Sunday starts on Monday', '2026-11-22T12:00:00.000Z', '2026-11-23T12:00:00.000Z'],
])('%s', (_name, from, due) => {
  const { dueAt } = clockTimes({ startedAt: from, severity: 'S1', cycle: 'normal' }, defaultClockPolicy, berlin);
  expect(dueAt).toBe(due);
});

test('round the clock a change of the wall clock changes nothing', () => {
  const night = clockTimes({ startedAt: '2026-10-24T23:30:00.000Z', severity: 'S3', cycle: 'hotfix' }, policy, berlin);
  expect(night.dueAt).toBe('2026-10-25T03:30:00.000Z');
});

test('without a severity it counts as S1, and without a window there is no clock', () => {
  expect(clockTimes({ startedAt, severity: null, cycle: 'hotfix' }, policy, berlin)).toEqual(hotfix);
  const none = clockTimes({ startedAt, severity: 'S4', cycle: 'normal' }, policy, berlin);
  expect(none).toEqual({ windowMinutes: null, warnAt: null, dueAt: null, acceptAt: null });
  expect(clockState(none, 'none', '2030-01-01T00:00:00.000Z')).toBe('none');
  expect(dueSteps(none, 'none', policy, '2030-01-01T00:00:00.000Z')).toEqual([]);
});

test.each([
  ['2026-11-23T09:22:29.999Z', 'none', 'running', []],
  ['2026-11-23T09:22:30.000Z', 'none', 'warned', ['warned']],
  ['2026-11-23T09:29:59.999Z', 'warned', 'warned', []],
  ['2026-11-23T09:30:00.000Z', 'warned', 'overdue', ['overdue', 'escalated']],
  // Nobody looked for an hour: nobody is warned of the past, and nothing is accepted before people were told.
  ['2026-11-23T10:30:00.000Z', 'none', 'overdue', ['overdue', 'escalated']],
  ['2026-11-23T10:29:59.999Z', 'escalated', 'escalated', []],
  ['2026-11-23T10:30:00.000Z', 'escalated', 'escalated', ['defaulted']],
  ['2026-11-24T10:30:00.000Z', 'defaulted', 'escalated', []],
] as const)('at %s after %s it is %s and %j is due', (now, step, state, due) => {
  expect(clockState(hotfix, step, now)).toBe(state);
  expect(dueSteps(hotfix, step, policy, now)).toEqual(due);
});

test('what happens at the end is what the policy says', () => {
  const late = '2026-11-25T00:00:00.000Z';
  expect(dueSteps({ ...hotfix, acceptAt: null }, 'none', { ...policy, atExpiry: 'nothing' }, late)).toEqual(['overdue']);
  expect(dueSteps({ ...hotfix, acceptAt: null }, 'escalated', { ...policy, atExpiry: 'escalate' }, late)).toEqual([]);
});

test('however often and late the clock is looked at, every step is taken once and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 240 }), { maxLength: 30 }), (minutes) => {
      const taken: ClockStep[] = [];
      for (const at of minutes.sort((a, b) => a - b)) {
        const now = plus(startedAt, at * 60_000);
        taken.push(...dueSteps(hotfix, taken.at(-1) ?? 'none', policy, now));
      }
      const places = taken.map((step) => clockSteps.indexOf(step));
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      expect(taken.includes('defaulted') && !taken.includes('escalated')).toBe(false);
    }),
  );
});

test('the most urgent cycle of its releases counts', () => {
  const cycles = { ...policy, cycles: { '1': 'release-candidate', '2': 'hotfix' } } as const;
  expect([cycleOf(['1', '2'], cycles), cycleOf(['1', '9'], cycles), cycleOf([], cycles)]).toEqual([
    'hotfix',
    'release-candidate',
    'normal',
  ]);
});

test('the calendar that is named counts, and office hours where it is gone', () => {
  const night = { ...berlin, name: 'Night' };
  expect(clockCalendar({ ...policy, calendar: 'Night' }, { calendars: [night], zone: 'UTC' })).toBe(night);
  expect(clockCalendar({ ...policy, calendar: 'Gone' }, { calendars: [night], zone: 'UTC' })).toEqual(officeHours('UTC'));
});

test('the median counts what still waits as at least so long', () => {
  const decided = (minutes: number) => ({ minutes, decided: true });
  const open = (minutes: number) => ({ minutes, decided: false });
  expect(quantileOf([decided(10), decided(20), decided(30), decided(40)])(0.5)).toBe(20);
  expect(quantileOf([decided(10), decided(20), open(100), open(100)])(0.5)).toBe(20);
  expect(quantileOf([decided(10), open(100), open(100)])(0.5)).toBeNull();
  expect(quantileOf([])(0.5)).toBeNull();
  // By hand: 1, then 3/4 at 10; the open one at 15 leaves two; 3/8 at 20.
  expect(quantileOf([decided(10), open(15), decided(20), decided(30)])(0.5)).toBe(20);
  expect(quantileOf(Array.from({ length: 10 }, (_, n) => decided(n + 1)))(0.9)).toBe(9);
});

test('more that waits never makes a team look quicker', () => {
  const waits = fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 100 }), decided: fc.boolean() }), { maxLength: 30 });
  fc.assert(
    fc.property(waits, fc.integer({ min: 100, max: 200 }), (some, longer) => {
      const before = quantileOf(some)(0.5) ?? Infinity;
      expect(quantileOf([...some, { minutes: longer, decided: false }])(0.5) ?? Infinity).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('latencies are told by cycle, open ones apart', () => {
  const wait = (cycle: Wait['cycle'], minutes: number, decided: boolean): Wait => ({
    ...{ defectId: '1', cycle, startedAt, decided },
    endedAt: decided ? plus(startedAt, minutes * 60_000) : null,
  });
  const now = plus(startedAt, 600 * 60_000);
  expect(latencies([wait('hotfix', 20, true), wait('hotfix', 40, true), wait('normal', 0, false)], now)).toEqual([
    { cycle: 'normal', decided: 0, open: 1, p50: null, p90: null },
    { cycle: 'hotfix', decided: 2, open: 0, p50: 20, p90: 40 },
  ]);
});

test('weeks begin on Monday', () => {
  expect([weekOf('2026-11-22T23:59:59.999Z'), weekOf('2026-11-23T00:00:00.000Z')]).toEqual(['2026-11-16', '2026-11-23']);
  expect(lastWeeks(3, '2026-11-25T10:00:00.000Z')).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
});

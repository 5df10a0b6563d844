import { day, hour } from '../../kernel/instant';
import { now } from '../screen.fixture';
import { approvalHours, expectedHours } from './expected-hours';
import type { HoursFacts } from './expected-hours';
import { waitsOf } from './waits';

/** As many centiles as there are, of times in days. */
const ones = (...days: number[]) => ({ restsOn: days.length, centiles: Float64Array.from(days, (each) => each * day) });
const few = ones();
const facts = (parts: Partial<HoursFacts> = {}): HoursFacts => ({
  defects: new Map([['1', { severity: 'S1', createdAt: '2026-10-31T09:00:00.000Z' }]]),
  closed: [ones(1, 2, 3, 4, 8), few, few, few, few],
  approvals: Float64Array.from([1, 2, 3, 4, 40]),
  ...{ canDefer: true, waits: [], now },
  ...parts,
});

test('closing takes as much longer as half of those took that were once as old', () => {
  // Two days old: 3, 4 and 8 took longer, and two of those three were over after 4.
  expect(expectedHours(facts())('close', '1')).toBe(48);
  const without = new Map([['1', { severity: null, createdAt: '2026-10-31T09:00:00.000Z' }]]);
  expect(expectedHours(facts({ defects: without }))('close', '1')).toBe(48);
});

test('deferring takes what half of the approvals took', () => {
  expect(expectedHours(facts())('defer', '1')).toBe(3);
  expect(expectedHours(facts({ approvals: Float64Array.from([1, 2]) }))('defer', '1')).toBeNull();
  expect(expectedHours(facts({ canDefer: false }))('defer', '1')).toBe('no');
});

test('too few closed ones, a defect that is hidden and other acts have no hours', () => {
  const hoursOf = expectedHours(facts({ closed: [ones(1, 2), few, few, few, few] }));
  expect([hoursOf('close', '1'), hoursOf('close', '2'), hoursOf('confirm', 'x')]).toEqual([null, null, null]);
});

test('what else is done takes as much longer as half of those waited that had once waited as long', () => {
  const waits = (...hours: number[]) => waitsOf(hours.map((each) => ({ ms: each * hour, done: true })));
  const [confirm, lift] = [waits(1, 2, 3, 4, 8), waits(5, 6)];
  const hoursOf = expectedHours(
    facts({
      waits: [
        { act: 'confirm', cause: null, waits: confirm, waited: new Map([['manual-check:a', 2 * hour]]) },
        { act: 'lift', cause: 'stop-the-line', waits: lift, waited: new Map([['hold:10-1', hour]]) },
        { act: 'lift', cause: 'manual', waits: confirm, waited: new Map([['hold:10-2', 0]]) },
      ],
    }),
  );
  // Of those that waited longer than 2 hours (3, 4, 8), two of three were done after 4.
  expect(hoursOf('confirm', 'manual-check:a')).toBe(2);
  expect(hoursOf('confirm', 'manual-check:b')).toBeNull();
  expect([hoursOf('lift', 'hold:10-1'), hoursOf('lift', 'hold:10-2')]).toEqual([null, 3]);
});

test('approvals are counted from the request; what was never approved is none', () => {
  const at = (hours: number) => new Date(Date.parse(now) + hours * hour).toISOString();
  const event = (act: 'requested' | 'approved' | 'refused', hours: number) => ({
    ...{ act, at: at(hours), who: 'a', because: null, expiresAt: at(99) },
  });
  const deferrals = [
    { events: [event('requested', 0), event('approved', 9)] },
    { events: [event('requested', 0), event('refused', 1)] },
    { events: [event('requested', 1), event('approved', 3)] },
  ];
  expect([...approvalHours(deferrals)]).toEqual([2, 9]);
});

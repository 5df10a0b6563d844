import fc from 'fast-check';
import { day } from '../../kernel/instant';
import { periodOf, periodsBetween, periodUnit, periodUnits } from './deployment-periods';

const at = (text: string) => Date.parse(text);
const names = (unit: (typeof periodUnits)[number], from: string, until: string) =>
  periodsBetween(unit, at(from), at(until)).map(
    (one) => `${new Date(one.start).toISOString().slice(0, 10)}${one.goesOn ? ' goes on' : ''}`,
  );

test.each([
  ['week', '2026-11-02', '2026-11-10T09:00Z', ['2026-11-02', '2026-11-09 goes on']],
  ['week', '2026-11-01T23:00Z', '2026-11-09', ['2026-10-26', '2026-11-02']],
  ['month', '2025-12-24', '2026-02-03', ['2025-12-01', '2026-01-01', '2026-02-01 goes on']],
  ['quarter', '2026-05-20', '2026-11-02', ['2026-04-01', '2026-07-01', '2026-10-01 goes on']],
] as const)('every %s from %s to %s', (unit, from, until, expected) => {
  expect(names(unit, from, until)).toEqual(expected);
});

test.each([
  [100, 350, 'week'],
  [99, 350, 'month'],
  [30, 450, 'month'],
  [29, 450, 'quarter'],
  [1, 0, 'week'],
] as const)('%i deployments in %i days are counted by the right period', (deployments, days, unit) => {
  expect(periodUnit(deployments, days * day)).toBe(unit);
});

test('periods follow each other without a gap, and every moment lies in one', () => {
  const moment = fc.integer({ min: at('2019-01-01'), max: at('2027-01-01') });
  fc.assert(
    fc.property(fc.constantFrom(...periodUnits), moment, moment, moment, (unit, a, b, c) => {
      const [from, between, until] = [a, b, c].sort((x, y) => x - y);
      if (from === undefined || between === undefined || until === undefined || from === until) return;
      const periods = periodsBetween(unit, from, until);
      expect(periods[0]?.from).toBe(from);
      expect(periods.at(-1)?.until).toBe(until);
      periods.slice(1).forEach((period, n) => expect(period.from).toBe(periods[n]?.until));
      if (between < until) expect(periodOf(periods, between)).toBeGreaterThanOrEqual(0);
      expect(periodOf(periods, until)).toBe(-1);
    }),
  );
});

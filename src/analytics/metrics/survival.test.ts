import * as fc from 'fast-check';
import { ascending, percentile } from './percentile';
import { medianTime, survival } from './survival';

const of = (known: readonly (readonly [number, boolean])[]) =>
  [Float64Array.from(known, ([time]) => time), Uint8Array.from(known, ([, ended]) => (ended ? 1 : 0))] as const;

/** Remission of leukaemia under 6-mercaptopurine in weeks (Freireich and others, 1963), which textbooks estimate; + still lasted. */
const remission = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const known = remission.split(' ').map((text) => [parseInt(text, 10), !text.endsWith('+')] as const);

test('gives the estimate of the textbooks', () => {
  const steps = survival(...of(known));
  expect(steps.map(({ time, atRisk, ended, survival: chance }) => [time, atRisk, ended, Math.round(chance * 1e4) / 1e4])).toEqual(
    [
      [6, 21, 3, 0.8571],
      [7, 17, 1, 0.8067],
      [10, 15, 1, 0.7529],
      [13, 12, 1, 0.6902],
      [16, 11, 1, 0.6275],
      [22, 7, 1, 0.5378],
      [23, 6, 1, 0.4482],
    ],
  );
  expect(medianTime(...of(known))).toEqual({ median: 23, lower: 13, upper: null, ended: 9, censored: 12 });
});

test('those that still last make the median later, not earlier', () => {
  const ended = [1, 2, 3, 4, 5].map((time) => [time, true] as const);
  expect(medianTime(...of(ended)).median).toBe(3);
  expect(medianTime(...of([...ended, [10, false], [10, false]])).median).toBe(4);
  expect(medianTime(...of([...ended, ...Array.from({ length: 6 }, () => [10, false] as const)])).median).toBeNull();
});

test.each([
  ['nothing', [], { median: null, lower: null, upper: null, ended: 0, censored: 0 }],
  ['nothing that ended', [[5, false]], { median: null, lower: null, upper: null, ended: 0, censored: 1 }],
  ['one that ended', [[5, true]], { median: 5, lower: 5, upper: null, ended: 1, censored: 0 }],
] as const)('of %s it tells what can be told', (_what, times, told) => {
  expect(medianTime(...of(times))).toEqual(told);
});

const anything = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.boolean()), { minLength: 1, maxLength: 60 });

test('where all have ended, the median is the plain one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (times) => {
      expect(medianTime(...of(times.map((time) => [time, true]))).median).toBe(percentile(ascending(times), 0.5));
    }),
  );
});

test('the curve only falls, within its interval, and does not depend on the order', () => {
  fc.assert(
    fc.property(anything, (times) => {
      const steps = survival(...of(times));
      for (const [n, { time, survival: chance, lower, upper }] of steps.entries()) {
        const before = steps[n - 1];
        expect(chance).toBeLessThan(before?.survival ?? 1.000001);
        expect(time).toBeGreaterThan(before?.time ?? -1);
        expect(lower).toBeLessThanOrEqual(chance + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(chance - 1e-12);
      }
      expect(survival(...of([...times].reverse()))).toEqual(steps);
      const { median, lower, upper } = medianTime(...of(times));
      if (median !== null) expect(lower).toBeLessThanOrEqual(median);
      if (median !== null && upper !== null) expect(upper).toBeGreaterThanOrEqual(median);
    }),
  );
});

import * as fc from 'fast-check';
import { chanceOfChiSquare, logRank } from './log-rank';
import type { Lifetimes } from './log-rank';
import { medianTime } from './survival';

/** Whole numbers are ends, negative ones were still there then. */
const lives = (...times: readonly number[]): Lifetimes => ({
  times: Float64Array.from(times, Math.abs),
  hasEnded: Uint8Array.from(times, (time) => (time > 0 ? 1 : 0)),
});

/**
 * Weeks of remission of 42 children with leukaemia (Freireich and others, "The effect of 6-mercaptopurine on the duration of
 * steroid-induced remissions in acute leukemia", 1963), the example of Gehan (1965) and Cox (1972).
 */
const treated = lives(6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35);
const placebo = lives(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);

test('the published example comes out as published', () => {
  const { observed, expected, chiSquare, p } = logRank(treated, placebo) ?? fail();
  expect(observed).toBe(9);
  expect(expected).toBeCloseTo(19.25, 2);
  expect(chiSquare).toBeCloseTo(16.79, 2);
  expect(p).toBeCloseTo(0.0000417, 7);
});

test('and so do its medians: 23 weeks, and 8', () => {
  expect(medianTime(treated.times, treated.hasEnded)).toMatchObject({ median: 23, ended: 9, censored: 12 });
  expect(medianTime(placebo.times, placebo.hasEnded)).toMatchObject({ median: 8, lower: 4, upper: 11 });
});

test('a small one by hand', () => {
  // At 1: 1 of 4 ends, 2 of them are the first group's: expected 1/2, variance 1/4.
  // At 2: 1 of 3 ends, 1 of them the first group's: expected 1/3, variance 2/9.
  // At 3: 1 of 2, 1 of them: 1/2 and 1/4. At 4 only the second group is left.
  const { observed, expected, chiSquare } = logRank(lives(1, 3), lives(2, 4)) ?? fail();
  expect(observed).toBe(2);
  expect(expected).toBeCloseTo(4 / 3, 12);
  expect(chiSquare).toBeCloseTo((2 - 4 / 3) ** 2 / (1 / 4 + 2 / 9 + 1 / 4), 12);
});

test.each([
  ['nothing at all', lives(), lives()],
  ['one group empty', lives(1, 2, 3), lives()],
  ['nobody ended', lives(-1, -2), lives(-3)],
  ['one ended when the other group was gone', lives(-1), lives(2)],
])('nothing can be said of %s', (_, one, other) => {
  expect(logRank(one, other)).toBeNull();
});

test.each([
  [0, 1],
  [0.4549364, 0.5],
  [2.7055435, 0.1],
  [3.8414588, 0.05],
  [6.6348966, 0.01],
  [8, 0.004677735],
  [10.8275662, 0.001],
  [23.928127, 0.000001],
])('chi-square of %d has the chance %d', (chiSquare, p) => {
  expect(chanceOfChiSquare(chiSquare) / p).toBeCloseTo(1, 5);
});

const group = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), { maxLength: 30 }).map((all): Lifetimes => ({
  times: Float64Array.from(all, ([time]) => time),
  hasEnded: Uint8Array.from(all, ([, ended]) => (ended ? 1 : 0)),
}));

test('which group is first changes the signs and nothing else, and the unit of time changes nothing', () => {
  fc.assert(
    fc.property(group, group, fc.integer({ min: 2, max: 9 }), (one, other, unit) => {
      const [forth, back] = [logRank(one, other), logRank(other, one)];
      expect(forth === null).toBe(back === null);
      if (forth === null || back === null) return;
      expect(forth.chiSquare).toBeCloseTo(back.chiSquare, 8);
      expect(forth.observed - forth.expected).toBeCloseTo(back.expected - back.observed, 8);
      expect(forth.p).toBeGreaterThanOrEqual(0);
      expect(forth.p).toBeLessThanOrEqual(1);
      const scaled = ({ times, hasEnded }: Lifetimes) => ({ times: times.map((time) => time * unit), hasEnded });
      expect(logRank(scaled(one), scaled(other))?.chiSquare).toBeCloseTo(forth.chiSquare, 8);
    }),
  );
});

test('a group against itself differs by nothing', () => {
  fc.assert(
    fc.property(group, (one) => {
      const result = logRank(one, one);
      if (result !== null) expect(result.chiSquare).toBeCloseTo(0, 8);
    }),
  );
});

function fail(): never {
  throw new Error('Nothing could be compared.');
}

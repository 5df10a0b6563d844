import fc from 'fast-check';
import { expectedOf, shareOf } from './intervals';

/** Worked out with other programs: Wilson's score interval without correction. */
test.each([
  [1, 2, 0.0945, 0.9055],
  [50, 100, 0.4038, 0.5962],
  [14, 152, 0.0557, 0.1487],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
])('%i of %i is a share between %d and %d', (part, whole, lower, upper) => {
  const share = shareOf(part, whole);
  expect(share?.value).toBeCloseTo(part / whole, 12);
  expect(share?.lower).toBeCloseTo(lower, 4);
  expect(share?.upper).toBeCloseTo(upper, 4);
});

test('of nothing there is no share', () => {
  expect(shareOf(0, 0)).toBeNull();
});

test('a share lies within its interval, which narrows as numbers grow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, of) => {
      const part = Math.round(whole * of);
      const [share, more] = [shareOf(part, whole), shareOf(10 * part, 10 * whole)];
      if (share === null || more === null) throw new Error('There is a share.');
      expect(share.lower).toBeGreaterThanOrEqual(0);
      expect(share.upper).toBeLessThanOrEqual(1);
      expect(share.lower).toBeLessThanOrEqual(share.value);
      expect(share.upper).toBeGreaterThanOrEqual(share.value);
      expect(more.upper - more.lower).toBeLessThan(share.upper - share.lower);
    }),
  );
});

/** Tabulated in Garwood's article and in every book on counts. */
test.each([
  [0, 0, 3.689],
  [1, 0.025, 5.572],
  [5, 1.623, 11.668],
  [10, 4.795, 18.39],
  [100, 81.36, 121.63],
])('where %i came, between %d and %d were to be expected', (count, lower, upper) => {
  const expected = expectedOf(count);
  expect(expected.lower).toBeCloseTo(lower, 2);
  expect(expected.upper).toBeCloseTo(upper, 2);
});

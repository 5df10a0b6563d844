import * as fc from 'fast-check';
import { ascending, percentile, shareUpTo } from './percentile';

const ten = ascending([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);

test.each([
  [0, 1],
  [0.1, 1],
  [0.5, 5],
  [0.51, 6],
  [0.85, 9],
  [0.95, 10],
  [1, 10],
])('%d of ten values is the nearest rank', (share, value) => {
  expect(percentile(ten, share)).toBe(value);
});

test('nothing has no percentile and no share', () => {
  expect([percentile(ascending([]), 0.5), shareUpTo(ascending([]), 3)]).toEqual([null, null]);
});

test('a percentile is the smallest value that reaches its share', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 100 }),
      (values, percent) => {
        const sorted = ascending(values);
        const value = percentile(sorted, percent / 100) ?? NaN;
        const upTo = (most: number) => values.filter((each) => each <= most).length;
        expect(values).toContain(value);
        expect(100 * upTo(value)).toBeGreaterThanOrEqual(percent * values.length);
        expect(100 * upTo(value - 1)).toBeLessThan(percent * values.length);
        expect(shareUpTo(sorted, value)).toBe(upTo(value) / values.length);
      },
    ),
  );
});

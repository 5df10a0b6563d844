import fc from 'fast-check';
import { fewestPairs, rankCorrelation } from './rank-correlation';

const up = Array.from({ length: 30 }, (_, n) => n);

test('the same order is 1, the opposite -1, whatever the numbers', () => {
  expect(
    rankCorrelation(
      up,
      up.map((n) => n ** 3),
    ),
  ).toBeCloseTo(1);
  expect(
    rankCorrelation(
      up,
      up.map((n) => -n),
    ),
  ).toBeCloseTo(-1);
});

test('equal values share the middle of their places', () => {
  const left = [...Array<number>(10).fill(1), ...Array<number>(10).fill(2)];
  const right = [...Array<number>(5).fill(1), ...Array<number>(15).fill(2)];
  // Of two values each, it is the phi coefficient: (5·10 - 0·5) / sqrt(10·10·5·15).
  expect(rankCorrelation(left, right)).toBeCloseTo(50 / Math.sqrt(10 * 10 * 5 * 15));
});

test('too few pairs, and a side that is all alike, say nothing', () => {
  expect(rankCorrelation(up.slice(0, fewestPairs - 1), up)).toBeNull();
  expect(
    rankCorrelation(
      up,
      up.map(() => 7),
    ),
  ).toBeNull();
});

test('it is never beyond 1, and the same both ways round', () => {
  const pairs = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: fewestPairs, maxLength: 80 });
  fc.assert(
    fc.property(pairs, (list) => {
      const [left, right] = [list.map(([one]) => one), list.map(([, other]) => other)];
      const [there, back] = [rankCorrelation(left, right), rankCorrelation(right, left)];
      if (there === null || back === null) return there === back;
      return Math.abs(there) <= 1 + 1e-9 && Math.abs(there - back) < 1e-9;
    }),
  );
});

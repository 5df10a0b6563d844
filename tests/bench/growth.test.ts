import { growthOf } from './growth';

const sizes = [1_000, 10_000, 100_000];
const grown = (cost: (n: number) => number) => growthOf(sizes.map((n) => ({ n, cost: cost(n) })));

test.each([
  ['nothing', () => 5, 0, false],
  ['the logarithm', (n: number) => Math.log(n), 0.11, false],
  ['n', (n: number) => n / 50, 1, false],
  ['n log n', (n: number) => n * Math.log(n), 1.11, false],
  ['n and a start that outweighs it', (n: number) => 1_000 + n / 1_000, 0.02, false],
  ['n to the power of one and a half', (n: number) => n ** 1.5, 1.5, true],
  ['the square of n', (n: number) => n * n, 2, true],
  ['the square of n, hidden by a start', (n: number) => 1e8 + n * n, 0.9, true],
])('a cost that grows as %s', (_words, cost, exponent, isTooFast) => {
  const growth = grown(cost);
  expect(Math.abs((growth?.exponent ?? NaN) - exponent)).toBeLessThan(0.15);
  expect(growth).toMatchObject({ isTooFast });
});

test('n log n itself has the exponent that it is held against', () => {
  const growth = grown((n) => 3 * n * Math.log(n));
  expect(growth?.exponent).toBeCloseTo(growth?.bound ?? 0, 6);
});

test('the order of the sizes does not matter', () => {
  const points = sizes.map((n) => ({ n, cost: n }));
  expect(growthOf(points.toReversed())).toEqual(growthOf(points));
});

test('two sizes say nothing of a curve', () => {
  expect(
    growthOf([
      { n: 1, cost: 1 },
      { n: 10, cost: 10 },
    ]),
  ).toBeNull();
});

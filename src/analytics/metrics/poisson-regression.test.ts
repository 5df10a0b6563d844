import fc from 'fast-check';
import { poissonRegression, rateRatio } from './poisson-regression';

const fit = (rows: readonly (readonly [count: number, exposure: number, covariate: number])[]) =>
  poissonRegression({
    counts: Float64Array.from(rows, ([count]) => count),
    exposure: Float64Array.from(rows, ([, exposure]) => exposure),
    covariate: Float64Array.from(rows, ([, , covariate]) => covariate),
  });
const fitted = (rows: Parameters<typeof fit>[0]) => {
  const found = fit(rows);
  if (found.kind !== 'fitted') throw new Error(`Not fitted: ${found.why}.`);
  return found;
};

test('of two groups it is the ratio of their rates, with the standard error √(1/a + 1/b)', () => {
  const counted = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.5, max: 900, noNaN: true }));
  const group = fc.array(counted, { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(group, group, (low, high) => {
      const sum = (some: readonly (readonly [number, number])[]) =>
        some.reduce(([a, b], [count, exposure]) => [a + count, b + exposure] as const, [0, 0] as const);
      const [[c0, e0], [c1, e1]] = [sum(low), sum(high)];
      const found = fitted([...low.map((one) => [...one, 3] as const), ...high.map((one) => [...one, 4] as const)]);
      expect(Math.exp(found.slope) / (c1 / e1 / (c0 / e0))).toBeCloseTo(1, 6);
      expect(found.standardError).toBeCloseTo(Math.sqrt(1 / c0 + 1 / c1), 6);
      expect(found.intercept + 3 * found.slope).toBeCloseTo(Math.log(c0 / e0), 5);
    }),
  );
});

test('where the rate follows the covariate exactly, it is found again', () => {
  const rows = [0, 1, 2, 3.5, 5].map((x) => [Math.exp(0.4 - 0.3 * x) * 50, 50, x] as const);
  const found = fitted(rows);
  expect(found.intercept).toBeCloseTo(0.4, 9);
  expect(found.slope).toBeCloseTo(-0.3, 9);
  expect(found.dispersion).toBeCloseTo(0, 9);
});

test('the worked example of docs/metrics.md', () => {
  const ratio = rateRatio(
    fitted([
      [6, 12, 1],
      [5, 10, 1],
      [12, 40, 3],
      [10, 40, 3],
    ]),
  );
  expect(ratio.value).toBeCloseTo(Math.sqrt(0.275 / 0.5), 6);
  expect(ratio.lower).toBeCloseTo(0.516, 3);
  expect(ratio.upper).toBeCloseTo(1.065, 3);
  expect(ratio.evidence).toBe(false);
});

test('the normal equations hold: as many are expected as came, in all and weighted', () => {
  const row = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 80 }), fc.integer({ min: -4, max: 8 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 30 }), (rows) => {
      const found = fit(rows);
      if (found.kind === 'not-estimable') return expect(new Set(rows.map(([, , x]) => x)).size).toBe(1);
      const miss = rows.map(([count, exposure, x]) => count - exposure * Math.exp(found.intercept + found.slope * x));
      expect(miss.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 4);
      return expect(miss.reduce((sum, one, n) => sum + one * (rows[n]?.[2] ?? 0), 0)).toBeCloseTo(0, 3);
    }),
  );
});

test.each<[string, Parameters<typeof fit>[0], string]>([
  [
    'of two periods',
    [
      [1, 1, 0],
      [2, 1, 1],
    ],
    'few-periods',
  ],
  [
    'of nothing',
    [
      [0, 1, 0],
      [0, 1, 1],
      [0, 1, 2],
    ],
    'no-counts',
  ],
  [
    'of periods that are alike',
    [
      [1, 1, 2],
      [2, 1, 2],
      [3, 1, 2],
    ],
    'no-difference',
  ],
  [
    'where all came at one end',
    [
      [0, 5, 0],
      [0, 5, 0],
      [7, 5, 1],
    ],
    'no-limit',
  ],
])('there is no ratio %s', (_what, rows, why) => {
  expect(fit(rows)).toEqual({ kind: 'not-estimable', why });
});

test('counts that scatter more than chance does widen the interval, and ones that scatter less do not narrow it', () => {
  const fitOf = (dispersion: number) => ({ kind: 'fitted', intercept: 0, slope: 0.5, standardError: 0.2, dispersion }) as const;
  const [calm, plain, wild] = [rateRatio(fitOf(0.3)), rateRatio(fitOf(1)), rateRatio(fitOf(4))];
  expect(calm).toEqual(plain);
  expect(plain.evidence).toBe(true);
  expect(wild.evidence).toBe(false);
  expect(Math.log(wild.upper) - 0.5).toBeCloseTo(2 * (Math.log(plain.upper) - 0.5), 9);
});

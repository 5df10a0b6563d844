import { linearRegression, median, quantile, sampleRankCorrelation } from 'simple-statistics';
import { ascending, medianTime, percentile, poissonRegression } from '../../src/analytics';
import { rankCorrelation } from '../../src/kernel/rank-correlation';
import { createPrng } from '../../sandbox/data/prng';
import { computing, printFigure, rounded, shareOf } from './figure';

/** Of which no share that is asked for falls between two values: there, definitions of a percentile differ. */
const n = 100_003;
const periods = 1_000;
const rounds = 9;
const shares = [0.5, 0.85, 0.95];
const [intercept, slope] = [-2, 0.7];

/** Percentile, median and regression beside simple-statistics: first that both say the same, then a line of JSON for each. */
export function peersOfStatistics(): void {
  const prng = createPrng(7, 'peers');
  const values = Array.from({ length: n }, () => prng.integer(0, 1_000_000_000));
  const times = Float64Array.from(values);
  const allEnded = new Uint8Array(n).fill(1);
  beside(
    'percentile',
    n,
    () => {
      const sorted = ascending(values);
      return shares.map((share) => percentile(sorted, share) ?? 0);
    },
    () => shares.map((share) => quantile(values, share)),
  );
  // Ours is the median of times some of which have not ended yet, with its interval; here all have.
  beside(
    'median',
    n,
    () => [medianTime(times, allEnded).median ?? 0],
    () => [median(values)],
  );
  const [left, right] = [unlike(values.slice(0, n >> 1)), unlike(values.slice(n >> 1, 2 * (n >> 1)))];
  beside(
    'rank-correlation',
    left.length,
    () => [rankCorrelation(left, right) ?? 0],
    () => [sampleRankCorrelation(left, right)],
  );
  // Ours is the regression of counts; where they lie on the curve, it is the line through their logarithms.
  const covariate = Float64Array.from({ length: periods }, (_, k) => (k * 7) % 11);
  const exposure = Float64Array.from({ length: periods }, (_, k) => 1 + (k % 5));
  const counts = covariate.map((x, k) => (exposure[k] ?? 1) * Math.exp(intercept + slope * x));
  const fitted = () => {
    const fit = poissonRegression({ counts, exposure, covariate });
    return fit.kind === 'fitted' ? [fit.slope, fit.intercept] : [];
  };
  beside('regression', periods, fitted, () => {
    const { m, b } = linearRegression(Array.from(covariate, (x, k) => [x, Math.log((counts[k] ?? 1) / (exposure[k] ?? 1))]));
    return [m, b];
  });
}

/** No two the same, in the same order: simple-statistics does not share the places of equal ones. */
function unlike(values: readonly number[]): number[] {
  return values.map((value, at) => value + at / values.length / 2);
}

function beside(part: string, size: number, ours: () => readonly number[], theirs: () => readonly number[]): void {
  const [a, b] = [ours(), theirs()];
  const isSame =
    a.length === b.length && a.every((value, at) => Math.abs(value - (b[at] ?? NaN)) <= 1e-6 * Math.max(1, Math.abs(value)));
  if (!isSame) throw new Error(`${part}: we say ${a.join(', ')}, simple-statistics says ${b.join(', ')}.`);
  const [mine, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    mine.push(computing(ours));
    other.push(computing(theirs));
  }
  const [sorted, against] = [mine.sort((x, y) => x - y), other.sort((x, y) => x - y)];
  const [p50, p95, reference] = [shareOf(sorted, 0.5), shareOf(sorted, 0.95), shareOf(against, 0.5)].map(rounded);
  printFigure(
    {
      ...{ name: 'peers-statistics', part, n: size, p50: p50 ?? 0, p95: p95 ?? 0, unit: 'ms' },
      ...{ reference: reference ?? 0, ratio: rounded((p50 ?? 0) / (reference ?? 1)) },
    },
    { beside: 'simple-statistics 7.12.1', same: true },
  );
}

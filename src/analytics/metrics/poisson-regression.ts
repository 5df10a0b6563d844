import { normal95 } from '../../kernel/intervals';
import type { Estimate } from '../../kernel/intervals';

/** Counts that came in periods, how often each could have come, and what the periods differ in. */
export interface PoissonFacts {
  readonly counts: Float64Array;
  /** More than 0. */
  readonly exposure: Float64Array;
  readonly covariate: Float64Array;
}

export type PoissonFit =
  | {
      readonly kind: 'fitted';
      /** Logarithm of the rate where the covariate is 0. */
      readonly intercept: number;
      /** What the logarithm of the rate gains where the covariate gains 1. */
      readonly slope: number;
      /** Of the slope, as a Poisson distribution has it. */
      readonly standardError: number;
      /** Pearson's dispersion: 1 where counts scatter as Poisson's do, more where they scatter more; 1 where two periods leave none to see. */
      readonly dispersion: number;
    }
  | {
      readonly kind: 'not-estimable';
      /** Fewer than three periods; nothing came; all periods alike; or all came at one end, so that no ratio is too large. */
      readonly why: 'few-periods' | 'no-counts' | 'no-difference' | 'no-limit';
    };

const mostSteps = 100;
const enough = 1e-10;
/** A rate that is e^20 times another is none. */
const steepest = 20;

/**
 * Poisson regression with exposure: log(expected count) = log(exposure) + intercept + slope × covariate, fitted by maximum likelihood
 * with Newton's iterations, halved where one would lead downhill. Source: McCullagh and Nelder, Generalized Linear Models (1989), chapter 6.
 * @param least periods that there must be
 */
export function poissonRegression({ counts, exposure, covariate }: PoissonFacts, least = 3): PoissonFit {
  const periods = counts.length;
  if (periods < least) return { kind: 'not-estimable', why: 'few-periods' };
  const total = sum(counts);
  if (total === 0) return { kind: 'not-estimable', why: 'no-counts' };
  const middle = sum(covariate) / periods;
  const x = covariate.map((value) => value - middle);
  const range = Math.max(...x) - Math.min(...x);
  if (range < 1e-9) return { kind: 'not-estimable', why: 'no-difference' };
  let [a, b] = [Math.log(total / sum(exposure)), 0];
  const expected = (a0: number, b0: number) => x.map((value, n) => (exposure[n] ?? 0) * Math.exp(a0 + b0 * value));
  const likelihood = (a0: number, b0: number) =>
    expected(a0, b0).reduce((all, mu, n) => all + (counts[n] ?? 0) * (a0 + b0 * (x[n] ?? 0)) - mu, 0);
  for (let step = 0; step < mostSteps; step += 1) {
    const mu = expected(a, b);
    const residual = mu.map((value, n) => (counts[n] ?? 0) - value);
    const [g0, g1] = [sum(residual), weighted(residual, x)];
    const [i00, i01, i11] = [sum(mu), weighted(mu, x), sum(mu.map((value, n) => value * (x[n] ?? 0) ** 2))];
    const determinant = i00 * i11 - i01 * i01;
    if (!(determinant > 0) || Math.abs(b) * range > steepest) return { kind: 'not-estimable', why: 'no-limit' };
    const [da, db] = [(i11 * g0 - i01 * g1) / determinant, (i00 * g1 - i01 * g0) / determinant];
    if (Math.abs(da) < enough && Math.abs(db) * range < enough) {
      const pearson = residual.reduce((all, value, n) => all + value ** 2 / (mu[n] ?? 1), 0);
      const dispersion = periods > 2 ? pearson / (periods - 2) : 1;
      return { kind: 'fitted', intercept: a - b * middle, slope: b, standardError: Math.sqrt(i00 / determinant), dispersion };
    }
    const before = likelihood(a, b);
    let part = 1;
    while (part > 1e-6 && !(likelihood(a + part * da, b + part * db) >= before - 1e-12 * Math.abs(before))) part /= 2;
    [a, b] = [a + part * da, b + part * db];
  }
  return { kind: 'not-estimable', why: 'no-limit' };
}

/** How many times as high a rate is where the covariate is higher by 1, and whether the 95 % interval leaves out 1. */
export interface RateRatio extends Estimate {
  /** False where the interval includes 1: then there is no evidence of a difference. */
  readonly evidence: boolean;
}

/**
 * The rate ratio with its 95 % interval: e^slope and e^(slope ± 1.96 standard errors). Where counts scatter more than Poisson's do, the
 * standard error is widened by the root of the dispersion (quasi-likelihood: McCullagh and Nelder, 1989); it is never narrowed.
 */
export function rateRatio({ slope, standardError, dispersion }: Extract<PoissonFit, { kind: 'fitted' }>): RateRatio {
  const reach = normal95 * standardError * Math.sqrt(Math.max(1, dispersion));
  const [lower, upper] = [Math.exp(slope - reach), Math.exp(slope + reach)];
  return { value: Math.exp(slope), lower, upper, evidence: lower > 1 || upper < 1 };
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}

function weighted(values: Float64Array, by: Float64Array): number {
  return values.reduce((all, value, n) => all + value * (by[n] ?? 0), 0);
}

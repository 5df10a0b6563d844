import type { Told } from './back-test';

/** Forecasts that said about the same. */
export interface CalibrationBin {
  /** Chances from here up to the next bin, 0 to 1. */
  readonly from: number;
  readonly count: number;
  /** What they said on average, and the share that came true. */
  readonly said: number;
  readonly came: number;
}

export interface Calibration {
  readonly count: number;
  readonly cameTrue: number;
  /** Mean squared distance between what was said and what came: 0 is perfect, 0.25 is what "50 in 100" always gets. */
  readonly brier: number;
  /** The same for who always says the share that came true. */
  readonly baseRate: number;
  /** Without the empty ones. */
  readonly bins: readonly CalibrationBin[];
}

const binCount = 5;

/**
 * How good forecasts were, held against what came: Brier's score ("Verification of forecasts expressed in terms of probability", 1950), and
 * the score of the base rate, by Laplace's rule of succession, so that a project in which it always came true is not asked for certainty.
 * @returns null without any
 */
export function calibration(told: readonly Told[]): Calibration | null {
  const count = told.length;
  if (count === 0) return null;
  const cameTrue = told.filter((one) => one.cameTrue).length;
  const share = (cameTrue + 1) / (count + 2);
  const places = told.map(({ chance }) => Math.min(binCount - 1, Math.floor(chance * binCount)));
  const bins = Array.from({ length: binCount }, (_, bin) => {
    const some = told.filter((_one, n) => places[n] === bin);
    return {
      ...{ from: bin / binCount, count: some.length, said: mean(some.map(({ chance }) => chance)) },
      came: mean(some.map((one) => (one.cameTrue ? 1 : 0))),
    };
  });
  return {
    ...{ count, cameTrue },
    brier: mean(told.map((one) => (one.chance - (one.cameTrue ? 1 : 0)) ** 2)),
    baseRate: (cameTrue * (1 - share) ** 2 + (count - cameTrue) * share ** 2) / count,
    bins: bins.filter((bin) => bin.count > 0),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

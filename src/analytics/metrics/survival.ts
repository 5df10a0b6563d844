import { normal95 } from '../../kernel/intervals';

/** The chance that something still lasts after a time. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly ended: number;
  /** Chance of lasting longer than `time`. */
  readonly survival: number;
  /** 95 % interval of that chance (log-log, Greenwood's variance). */
  readonly lower: number;
  readonly upper: number;
}

export interface MedianTime {
  /** Null where fewer than half have ended, as far as can be told. */
  readonly median: number | null;
  /** 95 % interval; null where the curve does not reach that far. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly ended: number;
  /** Those that still last: they count as long as they have lasted. */
  readonly censored: number;
}

/**
 * Kaplan and Meier's estimate ("Nonparametric estimation from incomplete observations", 1958): those that still last are not dropped, they
 * count among those at risk until their time. The interval is Greenwood's variance on the log-log scale, which stays between 0 and 1.
 * @param times in any unit and order
 * @param hasEnded for each; false: it lasted at least that long
 * @returns a step for each time at which some ended, ascending
 */
export function survival(times: Float64Array, hasEnded: Uint8Array): SurvivalStep[] {
  const order = Uint32Array.from(times, (_, n) => n).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const steps: SurvivalStep[] = [];
  let [chance, greenwood, highest] = [1, 0, 1];
  for (let start = 0; start < order.length;) {
    const time = times[order[start] ?? 0] ?? 0;
    const atRisk = order.length - start;
    let ended = 0;
    let next = start;
    for (; next < order.length && times[order[next] ?? 0] === time; next += 1) ended += hasEnded[order[next] ?? 0] ?? 0;
    start = next;
    if (ended === 0) continue;
    chance *= 1 - ended / atRisk;
    greenwood += ended / (atRisk * (atRisk - ended));
    const { lower, upper } = interval(chance, greenwood, highest);
    highest = upper;
    steps.push({ time, atRisk, ended, survival: chance, lower, upper });
  }
  return steps;
}

/** Where all have ended, the variance says nothing any more: the upper bound stays where it was. */
function interval(chance: number, greenwood: number, highest: number): { readonly lower: number; readonly upper: number } {
  if (chance <= 0) return { lower: 0, upper: highest };
  const logarithm = Math.log(chance);
  const spread = (normal95 * Math.sqrt(greenwood)) / logarithm;
  return { lower: chance ** Math.exp(-spread), upper: chance ** Math.exp(spread) };
}

/**
 * The median with its 95 % interval (Brookmeyer and Crowley, 1982): the first time at which the curve, and each bound of its interval, is
 * down to a half.
 */
export function medianTime(times: Float64Array, hasEnded: Uint8Array): MedianTime {
  const steps = survival(times, hasEnded);
  const ended = hasEnded.reduce((sum, one) => sum + one, 0);
  const first = (value: (step: SurvivalStep) => number) => steps.find((step) => value(step) <= 0.5 + 1e-12)?.time ?? null;
  return {
    median: first((step) => step.survival),
    lower: first((step) => step.lower),
    upper: first((step) => step.upper),
    ended,
    censored: times.length - ended,
  };
}

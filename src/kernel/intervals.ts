/** A figure with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Two-sided 95 % of the normal distribution. */
export const normal95 = 1.959963984540054;

/**
 * A share with its 95 % interval after Wilson ("Probable inference, the law of succession, and statistical inference", 1927): it stays
 * between 0 and 1 and is right for small numbers and for shares near 0 and 1, where the usual "share ± 2 standard errors" is not.
 * @param part at most `whole`
 * @returns null where the whole is nothing: then there is no share
 */
export function shareOf(part: number, whole: number): Estimate | null {
  if (!(whole > 0)) return null;
  const value = part / whole;
  const square = normal95 ** 2 / whole;
  const middle = (value + square / 2) / (1 + square);
  const half = Math.sqrt(value * (1 - value) * square + square ** 2 / 4) / (1 + square);
  return { value, lower: part === 0 ? 0 : Math.max(0, middle - half), upper: part === whole ? 1 : Math.min(1, middle + half) };
}

/**
 * How many were to be expected where so many came: the exact 95 % interval of a Poisson mean after Garwood ("Fiducial limits for the
 * Poisson distribution", 1936). Below the lower bound so many or more, above the upper one so many or fewer come in less than 2.5 % of cases.
 * @param count a whole number, 0 or more
 */
export function expectedOf(count: number): Estimate {
  const most = count + 10 * Math.sqrt(count + 1) + 10;
  return {
    value: count,
    lower: count === 0 ? 0 : bisected((mean) => 1 - upTo(count - 1, mean) < 0.025, 0, count),
    upper: bisected((mean) => upTo(count, mean) > 0.025, count, most),
  };
}

/** The chance of at most so many where `mean` are expected. */
function upTo(count: number, mean: number): number {
  if (mean === 0) return 1;
  let [term, sum] = [-mean, 0];
  for (let n = 0; n <= count; n += 1) {
    if (n > 0) term += Math.log(mean / n);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}

/** Where a condition that holds from `low` on ceases to hold, up to `high`. */
function bisected(holds: (value: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let n = 0; n < 60; n += 1) {
    const middle = (from + to) / 2;
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

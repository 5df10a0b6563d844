/** How long each of a group lasted, in any unit; `hasEnded` is 0 for those that had lasted so long when they were last seen. */
export interface Lifetimes {
  readonly times: Float64Array;
  readonly hasEnded: Uint8Array;
}

export interface LogRank {
  /** How many of the first group ended, and how many would have if both ended alike. */
  readonly observed: number;
  readonly expected: number;
  /** With one degree of freedom. */
  readonly chiSquare: number;
  /** The chance of a difference at least as large where there is none, 0 to 1. */
  readonly p: number;
}

/**
 * The log-rank test (Mantel, "Evaluation of survival data and two new rank order statistics arising in its consideration", 1966): at each
 * time at which some ended, those of the first group are compared with their share of all that were at risk.
 * @returns null where nothing can be compared: a group is empty, or both were never at risk when one ended
 */
export function logRank(first: Lifetimes, second: Lifetimes): LogRank | null {
  const [one, other] = [rising(first), rising(second)];
  const ends = [...new Set([...endTimes(first), ...endTimes(second)])].sort((a, b) => a - b);
  let [observed, expected, variance] = [0, 0, 0];
  let [atOne, atOther] = [0, 0];
  for (const time of ends) {
    while (atOne < one.length && (one[atOne]?.time ?? 0) < time) atOne += 1;
    while (atOther < other.length && (other[atOther]?.time ?? 0) < time) atOther += 1;
    const [risk, otherRisk] = [one.length - atOne, other.length - atOther];
    const [ended, otherEnded] = [endedAt(one, atOne, time), endedAt(other, atOther, time)];
    const [all, allEnded] = [risk + otherRisk, ended + otherEnded];
    observed += ended;
    expected += (allEnded * risk) / all;
    if (all > 1) variance += (allEnded * risk * otherRisk * (all - allEnded)) / (all * all * (all - 1));
  }
  if (variance === 0) return null;
  const chiSquare = (observed - expected) ** 2 / variance;
  return { observed, expected, chiSquare, p: chanceOfChiSquare(chiSquare) };
}

interface Life {
  readonly time: number;
  readonly ended: number;
}

function rising({ times, hasEnded }: Lifetimes): Life[] {
  return Array.from(times, (time, n) => ({ time, ended: hasEnded[n] ?? 0 })).sort((a, b) => a.time - b.time);
}

function endTimes({ times, hasEnded }: Lifetimes): Float64Array {
  return times.filter((_, n) => hasEnded[n] === 1);
}

function endedAt(lives: readonly Life[], from: number, time: number): number {
  let ended = 0;
  for (let n = from; lives[n]?.time === time; n += 1) ended += lives[n]?.ended ?? 0;
  return ended;
}

/** The chance that chi-square with one degree of freedom is at least this large: of a normal value, to lie that far off on either side. */
export function chanceOfChiSquare(chiSquare: number): number {
  return complementaryError(Math.sqrt(Math.max(0, chiSquare) / 2));
}

/** Beyond this the fraction is exact, and the series would lose digits. */
const far = 2;
const terms = 80;

/** 1 - erf(x) for x >= 0, by its series near 0 and by Laplace's continued fraction far from it. */
function complementaryError(x: number): number {
  if (x < far) {
    let [term, sum] = [x, x];
    for (let n = 1; n < terms; n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let n = terms; n > 0; n -= 1) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}

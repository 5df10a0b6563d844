/** What something of a size cost. */
export interface Point {
  readonly n: number;
  /** In any unit, more than 0. */
  readonly cost: number;
}

export interface Growth {
  /** Of the power of n that the cost follows best: 1 for a cost that doubles with n. */
  readonly exponent: number;
  /** Exponent of n log n over the same sizes. */
  readonly bound: number;
  /** Whether the cost grew faster than n log n from the second largest size to the largest, by more than measuring errs. */
  readonly isTooFast: boolean;
}

/** Times of two sizes err by less than this together. */
const error = 1.5;

/**
 * How a cost grows with the size: the slope of the line through the logarithms of both, by least squares. Small sizes cost what starting
 * costs, so that the verdict rests on the two largest.
 * @returns null with fewer than three sizes: two say nothing of a curve
 */
export function growthOf(points: readonly Point[]): Growth | null {
  const sorted = points.toSorted((a, b) => a.n - b.n);
  const [before, last] = sorted.slice(-2);
  if (sorted.length < 3 || before === undefined || last === undefined) return null;
  return {
    exponent: slope(sorted),
    bound: slope(sorted.map(({ n }) => ({ n, cost: work(n) }))),
    isTooFast: last.cost / before.cost > (error * work(last.n)) / work(before.n),
  };
}

const work = (n: number) => n * Math.log(n);

function slope(points: readonly Point[]): number {
  const logs = points.map(({ n, cost }) => ({ x: Math.log(n), y: Math.log(cost) }));
  const [x, y] = [
    logs.reduce((sum, one) => sum + one.x, 0) / logs.length,
    logs.reduce((sum, one) => sum + one.y, 0) / logs.length,
  ];
  const spread = logs.reduce((sum, one) => sum + (one.x - x) ** 2, 0);
  return logs.reduce((sum, one) => sum + (one.x - x) * (one.y - y), 0) / spread;
}

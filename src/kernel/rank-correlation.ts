/** Fewer pairs say nothing: with 20, half of what chance alone gives lies within 0.16, and nearly all within 0.45. */
export const fewestPairs = 20;

/**
 * Spearman's rank correlation: Pearson's over the ranks, those that are equal sharing the middle of their places.
 * @returns -1 to 1; null with fewer than 20 pairs, or where one side is all alike
 */
export function rankCorrelation(left: readonly number[], right: readonly number[]): number | null {
  const n = Math.min(left.length, right.length);
  if (n < fewestPairs) return null;
  const [a, b] = [ranks(left.slice(0, n)), ranks(right.slice(0, n))];
  const mean = (n + 1) / 2;
  let [products, squaresA, squaresB] = [0, 0, 0];
  for (let at = 0; at < n; at += 1) {
    const [da, db] = [(a[at] ?? mean) - mean, (b[at] ?? mean) - mean];
    products += da * db;
    squaresA += da * da;
    squaresB += db * db;
  }
  return squaresA === 0 || squaresB === 0 ? null : products / Math.sqrt(squaresA * squaresB);
}

function ranks(values: readonly number[]): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const middles = new Map<number, number>();
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    middles.set(sorted[start] ?? 0, (start + 1 + end) / 2);
    start = end;
  }
  return Float64Array.from(values, (value) => middles.get(value) ?? 0);
}

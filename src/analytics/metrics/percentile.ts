/** Values in ascending order. */
export function ascending(values: Iterable<number>): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * Percentile by nearest rank: the smallest value that at least this share of the values does not exceed. It is always one that occurred.
 * @param sorted ascending
 * @param share 0 to 1, e.g. 0.85
 * @returns null without values
 */
export function percentile(sorted: Float64Array, share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] ?? null;
}

/**
 * How much of the values lies at or below one.
 * @param sorted ascending
 * @returns 0 to 1; null without values
 */
export function shareUpTo(sorted: Float64Array, value: number): number | null {
  if (sorted.length === 0) return null;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low / sorted.length;
}

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

/** The percentiles 1 to 100 of some values, by nearest rank: what is left of them where the values themselves are not kept. @param sorted ascending */
export function centiles(sorted: Float64Array): Float64Array {
  return sorted.length === 0 ? sorted : Float64Array.from({ length: 100 }, (_, n) => percentile(sorted, (n + 1) / 100) ?? NaN);
}

/**
 * Of 100 of these values, how many do not exceed one, rounded down: the same as of the values themselves.
 * @param known their percentiles 1 to 100
 * @returns null without values
 */
export function rankAmong(known: Float64Array, value: number): number | null {
  if (known.length === 0) return null;
  const beyond = known.findIndex((each) => each > value);
  return beyond < 0 ? known.length : beyond;
}

/** Something that counts for `weight` percent of a score. `value` is 0 to 1. */
export interface Weighted {
  readonly value: number;
  /** Whole; of all together they are 100. */
  readonly weight: number;
}

/** 0 to 100, whole. */
export function weightedScore(parts: readonly Weighted[]): number {
  return Math.round(parts.reduce((sum, { value, weight }) => sum + value * weight, 0));
}

/**
 * What each part adds to the score, in whole points that add up to it: each gets its whole points, and those that are left go to the
 * largest remainders, the earlier part first.
 */
export function pointsOf(parts: readonly Weighted[]): number[] {
  const exact = parts.map(({ value, weight }) => value * weight);
  const points = exact.map(Math.floor);
  const left = weightedScore(parts) - points.reduce((sum, one) => sum + one, 0);
  const byRemainder = exact
    .map((share, n) => ({ n, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.n - b.n);
  for (const { n } of byRemainder.slice(0, Math.max(0, left))) points[n] = (points[n] ?? 0) + 1;
  return points;
}

/**
 * Gives one of some whole percents another value; the others shrink or grow in proportion, and those that are locked stay.
 * @param locked names that keep what they have; a change that they leave no room for stops where the room ends
 */
export function reweighted<Name extends string>(
  weights: Readonly<Record<Name, number>>,
  names: readonly Name[],
  change: { readonly name: Name; readonly to: number; readonly locked: ReadonlySet<Name> },
): Readonly<Record<Name, number>> {
  const others = names.filter((name) => name !== change.name && !change.locked.has(name));
  const kept = names
    .filter((name) => name !== change.name && change.locked.has(name))
    .reduce((sum, name) => sum + weights[name], 0);
  if (others.length === 0) return weights;
  const to = Math.round(Math.min(100 - kept, Math.max(0, change.to)));
  const room = 100 - kept - to;
  const before = others.reduce((sum, name) => sum + weights[name], 0);
  const exact = others.map((name) => (before === 0 ? room / others.length : (weights[name] * room) / before));
  const whole = exact.map(Math.floor);
  const byRemainder = exact
    .map((share, n) => ({ n, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.n - b.n);
  const left = room - whole.reduce((sum, one) => sum + one, 0);
  for (const { n } of byRemainder.slice(0, left)) whole[n] = (whole[n] ?? 0) + 1;
  const changed = new Map<string, number>([[change.name, to], ...others.map((name, n) => [name, whole[n] ?? 0] as const)]);
  const result: Record<Name, number> = { ...weights };
  for (const name of names) result[name] = changed.get(name) ?? weights[name];
  return result;
}

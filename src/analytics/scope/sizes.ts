/** What the size of an issue is counted in: issues themselves, story points, or hours of the original estimate. */
export const scopeUnits = ['issues', 'points', 'hours'] as const;
export type ScopeUnit = (typeof scopeUnits)[number];

/** What planned work is: something new, or the repair of something that is there. */
export type ScopeKind = 'feature' | 'defect';

/** An issue with what people estimated; null where they did not. */
export interface Estimated {
  readonly kind: ScopeKind;
  readonly points: number | null;
  readonly hours: number | null;
}

/**
 * The unit that is wanted, or, where nobody chose, the first of points and hours that more than half of the issues have; issues
 * themselves where neither is.
 * @param issues planned and lately finished ones together: what one side has cannot be compared with what the other lacks
 */
export function chooseUnit(wanted: ScopeUnit | 'auto', issues: readonly Estimated[]): ScopeUnit {
  if (wanted !== 'auto') return wanted;
  const most = (unit: ScopeUnit) => issues.filter((issue) => sizeIn(issue, unit) !== null).length * 2 > issues.length;
  if (most('points')) return 'points';
  return most('hours') ? 'hours' : 'issues';
}

export interface Sized {
  readonly size: number;
  /** False where it stands for a missing estimate. */
  readonly known: boolean;
}

/**
 * The size of each issue in a unit. One without an estimate has the median of its kind; where its kind has none at all, the median of
 * everything; where nothing is estimated, 1.
 * @param others further issues that show how large such issues are, e.g. finished ones
 */
export function sizesOf(issues: readonly Estimated[], others: readonly Estimated[], unit: ScopeUnit): readonly Sized[] {
  const usual = usualSizes([...issues, ...others], unit);
  return issues.map((issue) => {
    const size = sizeIn(issue, unit);
    return size === null ? { size: usual[issue.kind], known: false } : { size, known: true };
  });
}

/** The median size of features and of defects, as it stands for a missing estimate. */
export function usualSizes(issues: readonly Estimated[], unit: ScopeUnit): Readonly<Record<ScopeKind, number>> {
  const of = (some: readonly Estimated[]) => median(some.flatMap((issue) => sizeIn(issue, unit) ?? []));
  const all = of(issues) ?? 1;
  const ofKind = (kind: ScopeKind) => of(issues.filter((issue) => issue.kind === kind)) ?? all;
  return { feature: ofKind('feature'), defect: ofKind('defect') };
}

function sizeIn({ points, hours }: Estimated, unit: ScopeUnit): number | null {
  if (unit === 'issues') return 1;
  const size = unit === 'points' ? points : hours;
  return size === null || !(size >= 0) || !Number.isFinite(size) ? null : size;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

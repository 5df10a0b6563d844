import type { PastRelease } from '../../../../../src/contracts/look-back';

/** Severities with at least one escaped defect, worst first; null is a missing one. */
export function escapedBySeverity({
  escaped,
}: Pick<PastRelease, 'escaped'>): { severity: 'S1' | 'S2' | 'S3' | 'S4' | null; count: number }[] {
  const all = [
    { severity: null, count: escaped.none },
    { severity: 'S1', count: escaped.S1 },
    { severity: 'S2', count: escaped.S2 },
    { severity: 'S3', count: escaped.S3 },
    { severity: 'S4', count: escaped.S4 },
  ] as const;
  return all.filter(({ count }) => count > 0);
}

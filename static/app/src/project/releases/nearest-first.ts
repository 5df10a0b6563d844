import type { ReleaseRow } from '../../../../../src/contracts/releases';

/** Late releases, then the nearest date, then those without one; equal ones by name as people count (4.9 before 4.10). */
export function nearestFirst(releases: readonly ReleaseRow[]): ReleaseRow[] {
  const distance = ({ daysLeft }: ReleaseRow): number => daysLeft ?? Number.MAX_SAFE_INTEGER;
  return [...releases].sort(
    (a, b) => distance(a) - distance(b) || a.version.name.localeCompare(b.version.name, 'en', { numeric: true }),
  );
}

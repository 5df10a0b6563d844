import type { DefectRow } from '../../../../../src/contracts/readiness';
import type { DefectColumn } from '../route';

/** What a cell sorts by; both the table and the cards use it. Missing severities come first (they count as S1), missing dates last, missing scores below all others. */
export function sortValue(defect: DefectRow, column: DefectColumn): string | number {
  switch (column) {
    case 'key':
      return Number(/\d+$/.exec(defect.key)?.[0] ?? 0);
    case 'severity':
      return defect.severity ?? 'S0';
    case 'score':
      return defect.score ?? -1;
    case 'age':
      return defect.ageDays;
    case 'due':
      return defect.dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(defect.dueAt);
    case 'tier':
      return defect.tier ?? '';
    case 'summary':
    case 'status':
      return defect[column];
  }
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });
}

/** @param column null keeps the given order, which is the worst first */
export function sortDefects(defects: readonly DefectRow[], column: DefectColumn | null, descending: boolean): DefectRow[] {
  if (column === null) return [...defects];
  const sign = descending ? -1 : 1;
  return [...defects].sort((a, b) => sign * compare(sortValue(a, column), sortValue(b, column)));
}

import type { DefectRow } from '../../contracts/readiness';
import type { StoredDefect } from '../../defects/shell';
import { dueAt } from '../../governance';
import type { SlaTargetDays } from '../../governance';
import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';

/**
 * @param score null where it has none, or where nobody shows it
 * @param clockFrom from when the resolution target counts: later than its creation where it was deferred
 */
export function defectRow(
  defect: StoredDefect,
  targets: SlaTargetDays,
  now: Instant,
  score: number | null = null,
  clockFrom: Instant = defect.createdAt,
): DefectRow {
  const due = dueAt(clockFrom, defect.severity, targets);
  return {
    id: defect.id,
    key: defect.key,
    summary: defect.summary,
    severity: defect.severity,
    tier: defect.tier,
    status: defect.status,
    openedAt: defect.createdAt,
    ageDays: Math.max(0, Math.floor(between(defect.createdAt, now) / day)),
    dueAt: due,
    overdue: defect.open && due !== null && due <= now,
    score,
  };
}

type Ranked = Pick<DefectRow, 'id' | 'severity' | 'overdue' | 'openedAt'>;

/** Worst first: severity (a missing one counts as S1), then overdue, then oldest. */
export function worstFirst(a: Ranked, b: Ranked): number {
  const rank = (row: Ranked) => severities.indexOf(row.severity ?? 'S1') * 2 + (row.overdue ? 0 : 1);
  return rank(a) - rank(b) || (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : Number(a.id) - Number(b.id));
}

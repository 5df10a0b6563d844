import { day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';

/** Resolution target per severity in calendar days from creation; null sets none. */
export type SlaTargetDays = Readonly<Record<Severity, number | null>>;

/**
 * When the resolution target of a defect passes; null where its severity has none. A missing severity counts as S1, so that nobody
 * gains time by leaving the field empty.
 */
export function dueAt(createdAt: Instant, severity: Severity | null, targets: SlaTargetDays): Instant | null {
  const days = targets[severity ?? 'S1'];
  return days === null ? null : plus(createdAt, days * day);
}

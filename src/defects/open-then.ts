import type { Instant } from '../kernel/instant';
import { doneCategory } from './defect';
import type { DefectHistory } from './history';
import { heldAt } from './timeline';

/**
 * Whether a defect was there and open at a moment: as a trend counts it.
 * @param categoryOf the category of a status by its id; a status that nobody knows any more counts as open
 */
export function openThen(
  { status }: Pick<DefectHistory, 'status'>,
  at: Instant,
  categoryOf: (statusId: string) => string | null,
): boolean {
  const held = heldAt(status, at);
  return held !== undefined && (held.value === null || categoryOf(held.value) !== doneCategory);
}

import type { Instant } from '../../kernel/instant';

/** What the place of a defect in the queue follows from. */
export interface Queued {
  readonly defectId: string;
  /** People were more than a step apart and decided nothing. */
  readonly disagreement: boolean;
  /** 0 to 100; null where it was not computed yet, which counts as the most: nobody knows how bad it is. */
  readonly score: number | null;
  /** When its resolution target passes; null where it has none. */
  readonly slaDueAt: Instant | null;
  readonly createdAt: Instant;
}

/**
 * The order in which defects are taken: those that people disagreed on first, then by score, then those whose resolution target passes
 * first, then the oldest, and at last by id, so that the same defects always stand in the same order.
 */
export function inQueueOrder<Item extends Queued>(items: readonly Item[]): Item[] {
  return [...items].sort(
    (a, b) =>
      Number(b.disagreement) - Number(a.disagreement) ||
      (b.score ?? unknown) - (a.score ?? unknown) ||
      text(a.slaDueAt ?? never, b.slaDueAt ?? never) ||
      text(a.createdAt, b.createdAt) ||
      a.defectId.length - b.defectId.length ||
      text(a.defectId, b.defectId),
  );
}

const unknown = 101;
/** Later than every instant, as text. */
const never = '~';

function text(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { TriageDecision } from '../../../../../src/contracts/triage-row';
import type { TriageItem, TriageSession } from '../../../../../src/contracts/triage-session';

/** What the minutes say of a defect. */
export interface MinutesLine {
  readonly row: TriageItem['row'];
  /** Null where it was left open. */
  readonly decision: TriageDecision | null;
  /** The middle of the ratings, or why there is none: `Deployment risk 3 of 5, business impact 4 of 5`. */
  readonly ratings: string;
  /** Whether anybody sees ratings. */
  readonly isRated: boolean;
}

/** The minutes of a session: what was decided, then what was looked at and left open. What nobody came to is in none. */
export function minutesOf({ items }: Pick<TriageSession, 'items'>): MinutesLine[] {
  const line = (item: TriageItem, decision: TriageDecision | null): MinutesLine => ({
    ...{ row: item.row, decision, ratings: ratingWords(item) },
    isRated: item.revealed !== null && item.revealed.ratings.length > 0,
  });
  const decided = items.flatMap((item) =>
    item.state === 'decided' && item.row.decision !== null ? [line(item, item.row.decision)] : [],
  );
  const left = items.filter(({ state, skipped }) => state !== 'decided' && (state !== 'waiting' || skipped > 0));
  return [...decided, ...left.map((item) => line(item, null))];
}

/** Whether the issue gets a comment: something was decided, or is there to be read. */
export function toComment({ decision, isRated }: MinutesLine): boolean {
  return decision !== null || isRated;
}

function ratingWords({ revealed, votes, state }: TriageItem): string {
  if (revealed !== null && revealed.ratings.length > 0)
    return `Deployment risk ${revealed.risk} of 5, business impact ${revealed.impact} of 5`;
  if (state === 'decided') return '';
  if (votes === 0) return 'Nobody rated it';
  return votes === 1 ? 'One person rated it, and it was not shown' : `${votes} people rated it, and it was not shown`;
}

import type { ScoreView } from '../../contracts/score';
import type { Instant } from '../../kernel/instant';
import { formulaNamed, newestFormula } from '../../scoring';
import type { ScoringPolicy } from '../../scoring';
import type { StoredScore } from '../../scoring/shell';

export interface ScoreFacts {
  readonly stored: StoredScore | undefined;
  readonly open: boolean;
  readonly policy: ScoringPolicy;
  readonly now: Instant;
}

const mostChanges = 4;

/** A score from a formula that this version of the app does not know is explained in the words of the newest one. */
export function scoreView({ stored, open, policy, now }: ScoreFacts): ScoreView {
  if (stored === undefined) return { now, score: null };
  const formula = formulaNamed(stored.formula) ?? newestFormula;
  return {
    now,
    score: {
      score: stored.score,
      open,
      terms: stored.terms.map(({ term, points, weight, missing }) => ({
        ...{ term, points, weight, missing },
        // What is done is told as it was when it was scored last.
        source: formula.source(term, stored.inputs, policy, open ? now : stored.at),
      })),
      changes: stored.changes.slice(0, mostChanges).map(({ at, from, to, because }) => ({ at, by: to - from, because })),
    },
  };
}

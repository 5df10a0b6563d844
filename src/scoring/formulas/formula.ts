import type { Instant } from '../../kernel/instant';
import type { ScoreInputs } from '../inputs';
import type { Score, ScoringPolicy, TermName } from '../score';

/** A dated way to weigh defects. Once released it is never edited: stored scores name it. */
export interface Formula {
  /** The day of its release, `2026-11-23`. */
  readonly name: string;
  readonly score: (inputs: ScoreInputs, policy: ScoringPolicy, now: Instant) => Score;
  /** Where a term's value came from, in a sentence; for one that is missing, what to do. */
  readonly source: (term: TermName, inputs: ScoreInputs, policy: ScoringPolicy, now: Instant) => string;
}

import type { Behaviour } from '../environments';
import { sha256 } from '../kernel/hash';
import type { Instant } from '../kernel/instant';
import type { Scored } from './change';
import { newestFormula } from './formulas';
import { inputsOf } from './gather';
import type { DefectToScore, Surroundings } from './gather';
import type { SeenDay } from './inputs';
import type { ScoringPolicy } from './score';

/** What is known of some defects of a project. */
export interface FactsToScore {
  readonly defects: readonly DefectToScore[];
  /** By id of the defect; oldest first. */
  readonly seen: ReadonlyMap<string, readonly SeenDay[]>;
  /** By id of the defect and key of the stage. */
  readonly behaviours: ReadonlyMap<string, ReadonlyMap<string, { readonly state: Behaviour }>>;
  readonly surroundings: Surroundings;
}

export interface Rescored extends Scored {
  readonly defectId: string;
  /** The same as long as nothing that a person would see of the score changes. */
  readonly madeOf: string;
}

/** Scores defects with the newest formula. */
export function rescored(
  { defects, seen, behaviours, surroundings }: FactsToScore,
  policy: ScoringPolicy,
  now: Instant,
): Rescored[] {
  return defects.map((defect) => {
    const cells = new Map([...(behaviours.get(defect.id) ?? [])].map(([stage, { state }]) => [stage, state]));
    const inputs = inputsOf(defect, seen.get(defect.id) ?? [], cells, surroundings);
    const score = newestFormula.score(inputs, policy, now);
    const terms = score.terms.map(({ weight, points, missing }) => [weight, points, missing]);
    return {
      ...score,
      terms: score.terms.map((term) => ({ ...term, value: Math.round(term.value * 10_000) / 10_000 })),
      defectId: defect.id,
      inputs,
      madeOf: sha256(JSON.stringify([score.formula, score.score, terms, inputs])),
    };
  });
}

import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';

export const workarounds = ['none', 'hard', 'easy'] as const;
export type Workaround = (typeof workarounds)[number];

/** How a defect behaves in a stage: `reproduced`, `worked-around` for those who know how, or not at all. */
export const placeBehaviours = ['reproduced', 'worked-around', 'fixed', 'not-reproduced'] as const;
export type PlaceBehaviour = (typeof placeBehaviours)[number];

/** A stage of which it is known how the defect behaves there. */
export interface Place {
  readonly stage: string;
  readonly behaviour: PlaceBehaviour;
  /** How near to users the stage is: 1 for the last one, towards 0 for those before it. */
  readonly nearness: number;
  /** The share of the stage's users who have what is deployed, 0 to 1. */
  readonly exposure: number;
  /** `cell` where somebody or something told it of the defect, `field` where the defect says in which stage it was first seen. */
  readonly from: 'cell' | 'field';
}

/** Distinct runs and reports of a day that saw the defect, however often each of them did. */
export interface SeenDay {
  /** Days since 1970, in UTC: ten thousand defects are scored often, and reading dates would take most of the time. */
  readonly day: number;
  readonly runs: number;
}

/** What is known of a defect. Null and empty lists mean that nobody said. */
export interface ScoreInputs {
  /** Oldest first. */
  readonly seen: readonly SeenDay[];
  readonly usersAffected: number | null;
  /** Name of the incident that told how many users; null where the defect's own field did, or nobody. */
  readonly usersFrom: string | null;
  readonly workaround: Workaround | null;
  readonly severity: Severity | null;
  readonly places: readonly Place[];
  readonly createdAt: Instant;
  /** In how many calendar days it should be resolved. */
  readonly targetDays: number | null;
}

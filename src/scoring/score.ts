import type { Instant } from '../kernel/instant';
import type { ScoreInputs } from './inputs';

/** What a score is made of, in the order in which it is shown. */
export const termNames = ['severity', 'recurrence', 'users', 'exposure', 'workaround', 'age'] as const;
export type TermName = (typeof termNames)[number];

/** Whole percents that sum to 100. */
export type Weights = Readonly<Record<TermName, number>>;

/** How a project's defects are weighed. */
export interface ScoringPolicy {
  readonly weights: Weights;
  /** After so many days a sighting counts half. */
  readonly halfLifeDays: number;
  /** How many users there are. */
  readonly users: number;
}

export interface ScoreTerm {
  readonly term: TermName;
  /** 0 to 1. */
  readonly value: number;
  /** Percent of the score. */
  readonly weight: number;
  /** What it adds to the score, whole; the points of all terms are the score. */
  readonly points: number;
  /** Nobody said: it counts as middling. */
  readonly missing: boolean;
}

export interface Score {
  /** 0 to 100, whole. */
  readonly score: number;
  /** Name of the formula that made it. */
  readonly formula: string;
  readonly terms: readonly ScoreTerm[];
}

/** A change of a score by a point or more. */
export interface ScoreChange {
  readonly at: Instant;
  readonly from: number;
  readonly to: number;
  /** E.g. `reproduced in Production`. */
  readonly because: string;
}

/** A score with all that explains it. */
export interface ExplainedScore extends Score {
  readonly inputs: ScoreInputs;
  /** Newest first; empty where it never changed. */
  readonly changes: readonly ScoreChange[];
}

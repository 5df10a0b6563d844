import { between, day, dayOf } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { pointsOf, weightedScore } from '../../kernel/weighted-score';
import type { Place, ScoreInputs, SeenDay, Workaround } from '../inputs';
import { termNames } from '../score';
import type { Score, ScoringPolicy, TermName } from '../score';
import type { Formula } from './formula';
import { sourceOf } from './2026-11-23-words';

/**
 * What nobody said counts as the middle of the scale. The middle is the value with the smallest greatest error: a defect is neither
 * pushed down for what was not filled in, nor does leaving a field empty get it to the top.
 */
const middling = 0.5;

const bySeverity: Readonly<Record<Severity, number>> = { S1: 1, S2: 0.7, S3: 0.35, S4: 0.1 };
const byWorkaround: Readonly<Record<Workaround, number>> = { none: 1, hard: 0.6, easy: 0.1 };
/** Whoever has to know a way around it still meets the defect. */
const workedAround = 0.4;

const values: Readonly<Record<TermName, (inputs: ScoreInputs, policy: ScoringPolicy, now: Instant) => number | null>> = {
  severity: ({ severity }) => (severity === null ? null : bySeverity[severity]),
  recurrence: ({ seen }, { halfLifeDays }, now) => (seen.length === 0 ? null : recurrence(seen, halfLifeDays, now)),
  users: ({ usersAffected }, { users }) => (usersAffected === null ? null : reach(usersAffected, users)),
  exposure: ({ places }) => (places.length === 0 ? null : Math.max(...places.map(exposure))),
  workaround: ({ workaround }) => (workaround === null ? null : byWorkaround[workaround]),
  age: ({ createdAt, targetDays }, _policy, now) => (targetDays === null ? null : age(createdAt, targetDays, now)),
};

/**
 * Distinct runs and reports that saw it, each counting half after every half-life: a steady rate of r a day comes to about 1.44 · r
 * · half-life of them. One that was seen just now gives the middle, the same as one of which nobody tells (somebody saw it, or it
 * would not have been reported); every doubling adds less than the one before. Five hundred sightings in one run are one.
 */
function recurrence(seen: readonly SeenDay[], halfLifeDays: number, now: Instant): number {
  const today = dayOf(now);
  let left = 0;
  for (const { day: on, runs } of seen) left += Math.max(0, runs) * 2 ** (-Math.max(0, today - on) / halfLifeDays);
  const doublings = Math.log2(1 + left);
  return doublings / (1 + doublings);
}

/** Logarithmic: the step from 10 users to 100 counts as much as the one from 100 to 1,000. All users, or more, are 1. */
function reach(affected: number, users: number): number {
  return Math.min(1, Math.log1p(Math.max(0, affected)) / Math.log1p(Math.max(1, users)));
}

/** Where it is reproduced nearest to users and before the most of them; what is fixed or cannot be reproduced is nothing. */
function exposure({ behaviour, nearness, exposure: share }: Place): number {
  const felt = behaviour === 'reproduced' ? 1 : behaviour === 'worked-around' ? workedAround : 0;
  return felt * bounded(nearness) * bounded(share);
}

/** The middle at the target, all of it at twice the target and after. */
function age(createdAt: Instant, targetDays: number, now: Instant): number {
  return bounded(between(createdAt, now) / (2 * Math.max(1, targetDays) * day));
}

function bounded(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function score(inputs: ScoreInputs, policy: ScoringPolicy, now: Instant): Score {
  const parts = termNames.map((term) => {
    const value = values[term](inputs, policy, now);
    return { term, value: value ?? middling, weight: policy.weights[term], missing: value === null };
  });
  const points = pointsOf(parts);
  return {
    score: weightedScore(parts),
    formula: name,
    terms: parts.map((part, n) => ({ ...part, points: points[n] ?? 0 })),
  };
}

const name = '2026-11-23';

/**
 * The weighted mean of six terms, each 0 to 1, as whole points of 100; more of any of them never lowers it. What is missing counts as
 * middling and is marked.
 */
export const formulaOf20261123: Formula = { name, score, source: sourceOf };

import { between, minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import type { Release } from './decision';

export interface RecommendationFacts {
  readonly severity: Severity | null;
  /** 0 to 100; null where it was not computed yet. */
  readonly score: number | null;
  readonly slaDueAt: Instant | null;
  /** Releases that are not out, the nearest first. */
  readonly targets: readonly Release[];
  /** Among them those that it is to be fixed in already. */
  readonly fixVersionIds: readonly string[];
  readonly now: Instant;
}

export type Recommendation =
  | { readonly kind: 'fix-now'; readonly release: Release; readonly sentence: string }
  | { readonly kind: 'none'; readonly sentence: string };

/** From this score on a defect is fixed now whatever its severity. */
const highScore = 70;
const soon = 2 * 24 * 60 * minute;

/**
 * What the app would decide: to fix it in the nearest release where it is bad or late, else nothing. It never recommends to defer: that
 * a defect stays in the product is for people to answer for.
 */
export function recommend({ severity, score, slaDueAt, targets, fixVersionIds, now }: RecommendationFacts): Recommendation {
  const reasons = [
    ...(severity === null ? ['it has no severity, which counts as S1'] : severity <= 'S2' ? [`its severity is ${severity}`] : []),
    ...(score !== null && score >= highScore ? [`its score is ${Math.round(score)}`] : []),
    ...targetReason(slaDueAt, now),
  ];
  if (reasons.length === 0) return { kind: 'none', sentence: 'Nothing presses. People decide when it is fixed.' };
  const why = reasons.join(', ');
  const release = targets.find(({ id }) => fixVersionIds.includes(id)) ?? targets[0];
  if (release === undefined) return { kind: 'none', sentence: `It should be fixed now: ${why}. But no release is planned.` };
  return { kind: 'fix-now', release, sentence: `Fix now in ${release.name}: ${why}.` };
}

function targetReason(slaDueAt: Instant | null, now: Instant): string[] {
  if (slaDueAt === null || between(now, slaDueAt) > soon) return [];
  const hours = Math.round(between(now, slaDueAt) / (60 * minute));
  if (hours <= 0) return ['its resolution target has passed'];
  return [`its resolution target passes in ${hours === 1 ? '1 hour' : `${hours} hours`}`];
}

import type { Resemblance } from './resemblance';

/**
 * From how likely it is on that a duplicate is claimed. Chosen on one half of a tracker's history, where four of five claims held when 95
 * of 100 reports have no duplicate (`npm run bench -- duplicates`).
 */
export const claimFrom = 0.97;

/** Logistic; learned with 5 of 100 reports being duplicates. */
const likelihood = { constant: -6.8, share: 5.4, whole: 4.5, title: 2.6, recency: 0.75, component: 0.5, margin: 4.3, trace: 4 };

/**
 * How likely a candidate is a duplicate, 0 to 1.
 * @param share of what the telling words can count
 * @param margin how far it stands above the next candidate, as a share of its own; 0 for all but the first
 */
export function confidence(share: number, like: Resemblance, margin: number): number {
  const { constant, whole, title, recency, component, trace } = likelihood;
  const sum =
    constant +
    likelihood.share * share +
    whole * like.whole +
    title * like.title +
    recency * like.recency +
    component * Number(like.sameComponent) +
    likelihood.margin * margin +
    trace * like.trace ** 2;
  const read = 1 / (1 + Math.exp(-sum));
  return like.sameFingerprint ? Math.max(read, likelyOfFingerprint) : read;
}

/** Of reports of the same failure, whatever people write about it. */
const likelyOfFingerprint = 0.98;

/** Share of a title that, told again beside another version, makes the two a series. */
const sameButForSeries = 0.7;

/**
 * Whether to say that it is a likely duplicate. Never of titles that differ in a version, a number or a branch alone: those are the same work
 * for another release, or members of a series.
 */
export function claim(score: number, like: Resemblance): boolean {
  if (!like.sameSeries && like.toldAgain >= sameButForSeries) return false;
  return score >= claimFrom;
}

import { claimModel } from './claim-2026-11-23';
import type { ClaimSigns } from './claim-signs';
import type { Resemblance } from './resemblance';

/** Logistic; learned with 5 of 100 reports being duplicates. */
const likelihood = { constant: -6.8, share: 5.4, whole: 4.5, title: 2.6, recency: 0.75, component: 0.5, margin: 4.3, trace: 4 };

/**
 * How likely a candidate is a duplicate, 0 to 1: for the words that are said of it. What is claimed has a likelihood of its own.
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
  const read = logistic(sum);
  return like.sameFingerprint ? Math.max(read, likelyOfFingerprint) : read;
}

/** Of reports of the same failure, whatever people write about it. */
const likelyOfFingerprint = 0.98;

/** Share of a title that, told again beside another version, makes the two a series. */
const sameButForSeries = 0.7;

/** Whether to say that it is a likely duplicate, by its text and traces. */
export function claim(signs: ClaimSigns): boolean {
  return claimLikelihood(signs) >= claimModel.claimFrom;
}

/** The same of one of the same failure: not where the titles differ in a version, a number or a branch alone. */
export function claimOfFailure({ sameFingerprint, sameSeries, toldAgain }: Resemblance): boolean {
  return sameFingerprint && (sameSeries || toldAgain < sameButForSeries);
}

/** How likely the first candidate is a duplicate, 0 to 1; 0 for what is never claimed. */
export function claimLikelihood(signs: ClaimSigns): number {
  if (isSeries(signs) || isTemplate(signs) || isTooShort(signs)) return 0;
  return logistic(claimModel.constant + claimTerms(signs).reduce((sum, { value, weight }) => sum + weight * value, 0));
}

/** What the likelihood is made of, besides the constant. */
export function claimTerms(signs: ClaimSigns): readonly { readonly value: number; readonly weight: number }[] {
  const { cover, titles, ahead, apart, recency, trace } = signs;
  return [
    { value: Math.log((cover + 0.02) / (1.02 - cover)), weight: claimModel.cover },
    { value: titles, weight: claimModel.titles },
    { value: ahead, weight: claimModel.ahead },
    { value: apart, weight: claimModel.apart },
    { value: recency, weight: claimModel.recency },
    { value: trace ** 2, weight: claimModel.trace },
  ];
}

/** Shared words must tell at least as much as so many words that no other report has: short titles are alike by chance. */
const leastTold = 2.5;
/** What descriptions must share besides: one other word in a title is often another matter. */
const leastToldBesides = 1.5;
/** Reports of which one is the other again, so that the title is enough. */
const same = 0.97;
/** Reports that are alike throughout, of which those that differ in one place come from a form. */
const alike = 0.5;
const leastSwapped = 0.12;

/** The same work for another release, on another branch, or members of a series. Lines of traces that are alike may have moved. */
function isSeries({ otherSeries, numberInTitle, numberAnywhere, cover, trace }: ClaimSigns): boolean {
  return otherSeries || numberInTitle || (numberAnywhere && cover > alike && trace === 0);
}

/** Both titles name something that the other report does not have, and the rest is the same: one form, filled in twice. */
function isTemplate({ cover, swapped }: ClaimSigns): boolean {
  return cover > alike && swapped > leastSwapped;
}

function isTooShort({ told, toldBesides, cover }: ClaimSigns): boolean {
  return told < leastTold || (toldBesides < leastToldBesides && cover < same);
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

import type { Instant } from '../../kernel/instant';
import type { DuplicateDocument } from './document';
import { seriesOf } from './series';
import { guessedFrequency } from './statistics';
import type { IndexStatistics } from './statistics';
import { storedOf } from './stored-document';
import type { StoredDocument } from './stored-document';
import { traceSimilarity } from './trace-similarity';
import { inTitleOf, rareness } from './weights';

/** How alike two reports are, looked at from both sides; each from 0 to 1. */
export interface Resemblance {
  /** Words of the titles, rare ones more. */
  readonly title: number;
  /** All words. */
  readonly whole: number;
  readonly trace: number;
  /** 1 for reports of the same time, less the longer they lie apart. */
  readonly recency: number;
  readonly sameComponent: boolean;
  readonly sameFingerprint: boolean;
  /** Whether their titles name the same versions, numbers and branches. */
  readonly sameSeries: boolean;
  /** Share of the title, numbers and versions aside, that the other's title has too. */
  readonly toldAgain: number;
  /** Positions of the calls of the one that was asked about which the other has in the same order. */
  readonly aligned: readonly number[];
}

/** The report that is asked about, made ready to be compared with many. */
export interface Asked {
  readonly stored: StoredDocument;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly inTitle: ReadonlySet<number>;
  /** Those of the title that name no version, number or branch. */
  readonly plainInTitle: readonly number[];
  readonly terms: ReadonlySet<number>;
  readonly weigh: (term: number) => number;
  /** Sums of what the terms and those of the title weigh. */
  readonly weight: number;
  readonly titleWeight: number;
}

/** @param rare how rare terms are, where that is known exactly */
export function askedOf(
  document: DuplicateDocument,
  at: Instant,
  rare: ReadonlyMap<number, number>,
  statistics: IndexStatistics,
): Asked {
  const weights = new Map([...rare].map(([term, weight]) => [term, weight ** 2]));
  const { common, documents } = statistics;
  const unknown = rareness(guessedFrequency(statistics, null), documents) ** 2;
  const weigh = (term: number): number => {
    const known = weights.get(term);
    if (known !== undefined) return known;
    if (!common.has(term)) return unknown;
    const weight = rareness(guessedFrequency(statistics, term), documents) ** 2;
    weights.set(term, weight);
    return weight;
  };
  const inTitle = new Set(document.words.flatMap((word) => (word.inTitle > 0 ? [word.hash] : [])));
  const plainInTitle = document.words.flatMap((word) =>
    word.inTitle > 0 && !/\d/.test(word.text) && seriesOf(word.text).length === 0 ? [word.hash] : [],
  );
  const terms = new Set(document.words.map(({ hash }) => hash));
  const sum = (some: Iterable<number>) => [...some].reduce((total, term) => total + weigh(term), 0);
  return {
    stored: storedOf(document),
    at: Date.parse(at),
    inTitle,
    plainInTitle,
    ...{ terms, weigh, weight: sum(terms), titleWeight: sum(inTitle) },
  };
}

/** Days after which it counts half as much that reports came at the same time. */
const halfAfterDays = 60;

export function resemblance(asked: Asked, other: StoredDocument, createdAt: Instant): Resemblance {
  const { stored } = asked;
  const titles: number[] = [];
  let [both, bothTitles, ofOther, ofTitle] = [0, 0, 0, 0];
  for (let at = 0; at < other.terms.length; at += 1) {
    const term = other.terms[at] ?? 0;
    const weight = asked.weigh(term);
    ofOther += weight;
    if (asked.terms.has(term)) both += weight;
    if (!inTitleOf(other.codes[at] ?? 0)) continue;
    titles.push(term);
    ofTitle += weight;
    if (asked.inTitle.has(term)) bothTitles += weight;
  }
  const trace = traceSimilarity(stored.frames, other.frames);
  const days = Math.abs(asked.at - Date.parse(createdAt)) / 86_400_000;
  return {
    title: cosine(bothTitles, asked.titleWeight, ofTitle),
    whole: cosine(both, asked.weight, ofOther),
    trace: trace.score,
    recency: halfAfterDays / (halfAfterDays + days),
    sameComponent: stored.component !== 0 && stored.component === other.component,
    sameFingerprint:
      stored.fingerprint !== null &&
      stored.fingerprint[0] === other.fingerprint?.[0] &&
      stored.fingerprint[1] === other.fingerprint[1],
    sameSeries: String(stored.series) === String(other.series),
    toldAgain: toldAgain(asked, new Set(titles)),
    aligned: trace.aligned,
  };
}

/** Of two sets of terms, each weighing what it tells. */
function cosine(both: number, ofOne: number, ofOther: number): number {
  return both === 0 ? 0 : Math.min(1, both / Math.sqrt(ofOne * ofOther));
}

function toldAgain({ plainInTitle, weigh }: Asked, other: ReadonlySet<number>): number {
  const sum = (terms: readonly number[]) => terms.reduce((total, term) => total + weigh(term), 0);
  return plainInTitle.length === 0 ? 1 : sum(plainInTitle.filter((term) => other.has(term))) / Math.max(1e-9, sum(plainInTitle));
}

import type { DuplicateDocument } from './document';
import { slotsOf } from './postings';
import type { PostingList } from './postings';
import { guessedFrequency } from './statistics';
import type { IndexStatistics } from './statistics';
import { storedOf } from './stored-document';
import { rareness, weights, weightTable } from './weights';

/** A term that is looked for. */
export interface SoughtTerm {
  readonly hash: number;
  /** What it counts in the report that is asked about, before its rareness. */
  readonly weight: number;
  /** Null for a call or a fingerprint. */
  readonly word: string | null;
}

/** Terms that are read; which of them are the most telling shows then. */
const mostRead = 44;
/** Postings of common terms that are read for one question, about two bytes each. */
const mostCommonPostings = 40_000;
const mostFrames = 6;

/** The terms to look for, most telling first; the longest postings are left out where they would be too much to read. */
export function soughtTerms(document: DuplicateDocument, statistics: IndexStatistics): readonly SoughtTerm[] {
  const { documents } = statistics;
  const average = Math.max(8, statistics.bodyWords / Math.max(1, documents));
  const norm = (Math.max(10, document.bodyLength) / average) ** weights.queryLength;
  const words = document.words
    .map(({ text, hash, inTitle, inBody }) => {
      const times = weights.queryTitle * inTitle + inBody / norm;
      const weight = times / (times + weights.querySaturation);
      return { hash, weight, word: text, says: weight * rareness(guessedFrequency(statistics, hash), documents) };
    })
    .sort((a, b) => b.says - a.says || a.hash - b.hash);
  let postings = 0;
  const affordable = words.slice(0, mostRead).filter(({ hash }) => {
    const expected = statistics.common.get(hash) ?? 0;
    if (postings + expected > mostCommonPostings) return false;
    postings += expected;
    return true;
  });
  return [...marks(document), ...affordable.map(({ hash, weight, word }) => ({ hash, weight, word }))];
}

function marks(document: DuplicateDocument): SoughtTerm[] {
  const { frames, fingerprint } = storedOf(document);
  const calls = [...new Set(frames.slice(0, mostFrames))].map((hash, at) => ({
    hash,
    weight: weights.frame * 0.87 ** at,
    word: null,
  }));
  return fingerprint === null ? calls : [{ hash: fingerprint[0], weight: 1, word: null }, ...calls];
}

/** The rows of the index that have postings of terms. */
export function slotsToRead(terms: readonly SoughtTerm[]): readonly number[] {
  return [...new Set(terms.flatMap(({ hash }) => slotsOf(hash)))].sort((a, b) => a - b);
}

/** A document found by its words. */
export interface Hit {
  readonly number: number;
  /** Share of what the words that were looked for can count, 0 to 1. */
  readonly share: number;
}

/** What was found. */
export interface Found {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** How rare each term that counted is. */
  readonly rareness: ReadonlyMap<number, number>;
}

/** Which documents share the most telling terms. @param size numbers of documents are below it @param most hits */
export function search(
  terms: readonly SoughtTerm[],
  postings: ReadonlyMap<number, PostingList>,
  statistics: IndexStatistics,
  { size, most }: { readonly size: number; readonly most: number },
): Found {
  const { documents, bodyWords } = statistics;
  const table = weightTable(bodyWords / Math.max(1, documents));
  const known = terms
    .map((term) => ({ ...term, list: postings.get(term.hash) }))
    .flatMap(({ list, ...term }) => (list === undefined || list.numbers.length === 0 ? [] : [{ ...term, list }]))
    .map((term) => ({ ...term, rare: rareness(term.list.numbers.length, documents) }));
  const marked = known.filter(({ word }) => word === null);
  const words = known
    .filter(({ word }) => word !== null)
    .sort((a, b) => b.weight * b.rare - a.weight * a.rare || a.hash - b.hash)
    .slice(0, weights.mostTerms);
  const scores = new Float32Array(size);
  let whole = 0;
  for (const { list, weight, rare } of [...words, ...marked]) {
    whole += weight * rare;
    const { numbers, codes } = list;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      scores[number] = (scores[number] ?? 0) + weight * rare * (table[codes[at] ?? 0] ?? 0);
    }
  }
  const hits = highest(scores, most).map((number) => ({ number, share: (scores[number] ?? 0) / Math.max(whole, 1e-9) }));
  return { hits, rareness: new Map([...words, ...marked].map(({ hash, rare }) => [hash, rare])) };
}

/** Numbers with the highest scores above 0, best first. The whole is gone through once; most are below the worst that is kept. */
function highest(scores: Float32Array, most: number): number[] {
  let kept: number[] = [];
  let least = 0;
  const trim = () => {
    kept = kept.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, most);
    if (kept.length === most) least = scores[kept.at(-1) ?? 0] ?? 0;
  };
  for (let number = 0; number < scores.length; number += 1) {
    if ((scores[number] ?? 0) <= least) continue;
    kept.push(number);
    if (kept.length >= 12 * most) trim();
  }
  trim();
  return kept;
}

import type { Instant } from '../../kernel/instant';
import { claim, claimOfFailure, confidence } from './claim';
import { claimSigns } from './claim-signs';
import type { ClaimSigns } from './claim-signs';
import type { DuplicateDocument } from './document';
import { chunkSize, readRow } from './postings';
import type { PostingList } from './postings';
import { askedOf, resemblance } from './resemblance';
import type { Resemblance } from './resemblance';
import { search, slotsToRead, soughtTerms } from './search';
import type { Found, SoughtTerm } from './search';
import type { IndexStatistics } from './statistics';
import { eachEntry } from './stored-document';
import type { StoredDocument } from './stored-document';
import { termHash } from './term-hash';

/** An earlier report that may be the same as the one that is asked about. */
export interface Candidate {
  readonly id: string;
  /** How likely it is, 0 to 1. */
  readonly score: number;
  /** Whether to say that it is a likely duplicate. */
  readonly claimed: boolean;
  readonly evidence: Evidence;
}

/** Why a report is a candidate, as it can be shown. */
export interface Evidence {
  /** Telling words that both have, most telling first; at most 8. */
  readonly words: readonly string[];
  /** Calls that both traces have in the same order, innermost first; at most 5. */
  readonly frames: readonly string[];
  readonly sameFingerprint: boolean;
  /** Environments in which both were seen. */
  readonly environments: readonly string[];
  readonly sameComponent: boolean;
}

/** The report that is asked about. */
export interface DuplicateQuery {
  readonly document: DuplicateDocument;
  /** When it was reported. */
  readonly at: Instant;
  /** Ids of reports that are no candidates: itself, those that were said to be none. */
  readonly exclude?: ReadonlySet<string>;
  readonly limit?: number;
}

/** A document of the index. */
export interface IndexedDocument {
  readonly id: string;
  readonly createdAt: Instant;
  readonly stored: StoredDocument;
}

/** A part of a chunk's postings. */
export interface PostingRow {
  readonly chunk: number;
  readonly body: Uint8Array;
}

/** Documents as they can be searched, wherever they are kept. */
export interface DuplicateIndex {
  readonly statistics: IndexStatistics;
  /** Numbers of documents in chunks are below it. */
  readonly size: number;
  /** Numbers in chunks whose document is gone or stands in a later place. */
  readonly dead: ReadonlySet<number>;
  /** Documents that no chunk has yet. */
  readonly recent: readonly IndexedDocument[];
  rows(slots: readonly number[]): readonly PostingRow[];
  /** Documents of chunks; those that are gone are left out. */
  documents(numbers: readonly number[]): ReadonlyMap<number, IndexedDocument>;
}

/** Documents of the first search that are looked at closely. */
const mostHits = 80;
const usualLimit = 20;

/** Candidates, most likely first, and by what it was judged whether to claim the first; null where there is none. */
export interface Judged {
  readonly candidates: readonly Candidate[];
  readonly signs: ClaimSigns | null;
}

/** Earlier reports that may be the same, most likely first. */
export function rank(query: DuplicateQuery, index: DuplicateIndex): readonly Candidate[] {
  return rankWithSigns(query, index).candidates;
}

/** As `rank`: what claims are learned from. */
export function rankWithSigns(query: DuplicateQuery, index: DuplicateIndex): Judged {
  const terms = soughtTerms(query.document, index.statistics);
  const found = find(terms, index.rows(slotsToRead(terms)), index);
  const documents = index.documents(found.hits.flatMap(({ number }) => (number < index.size ? [number] : [])));
  return judge(query, found, documents, index);
}

/** The first search: by words, calls and fingerprint. @param rows those of `slotsToRead` */
export function find(
  terms: readonly SoughtTerm[],
  rows: readonly PostingRow[],
  { statistics, size, dead, recent }: Omit<DuplicateIndex, 'rows' | 'documents'>,
): Found {
  const wanted = new Set(terms.map(({ hash }) => hash));
  const postings = new Map<number, PostingList>();
  const isDead = dead.size === 0 ? null : (number: number) => dead.has(number);
  for (const { chunk, body } of rows) readRow(postings, body, wanted, chunk * chunkSize, isDead);
  recent.forEach(({ stored }, at) => {
    eachEntry(stored, (term, code) => {
      if (!wanted.has(term)) return;
      const list = postings.get(term) ?? { numbers: [], codes: [] };
      postings.set(term, list);
      list.numbers.push(size + at);
      list.codes.push(code);
    });
  });
  return search(terms, postings, statistics, { size: size + recent.length, most: mostHits });
}

/** The second look: from both sides, at few. @param documents those of `found` that stand in chunks */
export function judge(
  query: DuplicateQuery,
  found: Found,
  documents: ReadonlyMap<number, IndexedDocument>,
  { statistics, size, recent }: Pick<DuplicateIndex, 'statistics' | 'size' | 'recent'>,
): Judged {
  const asked = askedOf(query.document, query.at, found.rareness, statistics);
  const looked = found.hits
    .map(({ number, share }) => ({ share, indexed: number < size ? documents.get(number) : recent[number - size] }))
    .flatMap(({ share, indexed }) =>
      indexed === undefined || query.exclude?.has(indexed.id) === true ? [] : [{ share, indexed }],
    )
    .map(({ share, indexed }) => {
      const like = resemblance(asked, indexed.stored, indexed.createdAt);
      return { share, indexed, like, order: orderOf(share, like) };
    })
    .sort((a, b) => b.order - a.order || later(a.indexed.createdAt, b.indexed.createdAt) || later(a.indexed.id, b.indexed.id));
  const [first, ...others] = looked.map(({ indexed: { stored }, like, order }) => ({ stored, like, order }));
  if (first === undefined) return { candidates: [], signs: null };
  const signs = claimSigns(asked, query.document, { first, others, documents: statistics.documents });
  const candidates = looked.slice(0, query.limit ?? usualLimit).map(({ share, indexed, like }, at) => ({
    id: indexed.id,
    score: confidence(share, like, at === 0 ? signs.ahead : 0),
    claimed: claimOfFailure(like) || (at === 0 && claim(signs)),
    evidence: evidenceOf(query, indexed, like, asked.weigh),
  }));
  return { candidates, signs };
}

/** What comes later stands first. */
function later(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

/** Where a candidate stands among the others. */
const orderWeights = { recency: 1.2, component: 0.2, whole: 1, trace: 1, fingerprint: 2 } as const;

function orderOf(share: number, like: Resemblance): number {
  const { recency, component, whole, trace, fingerprint } = orderWeights;
  return (
    share * (1 + recency * like.recency + component * Number(like.sameComponent) + whole * like.whole) +
    trace * like.trace ** 2 +
    fingerprint * Number(like.sameFingerprint)
  );
}

const mostWords = 8;
const mostFrames = 5;

function evidenceOf(
  { document }: DuplicateQuery,
  { stored }: IndexedDocument,
  like: Resemblance,
  weigh: (term: number) => number,
): Evidence {
  const shared = new Set(stored.terms);
  const environments = new Set(stored.environments);
  return {
    words: document.words
      .filter(({ hash }) => shared.has(hash))
      .sort((a, b) => weigh(b.hash) - weigh(a.hash) || a.hash - b.hash)
      .slice(0, mostWords)
      .map(({ spelled }) => spelled),
    frames: like.aligned.slice(0, mostFrames).flatMap((at) => document.frames[at] ?? []),
    sameFingerprint: like.sameFingerprint,
    environments: document.environments.filter((name) => environments.has(termHash(`environment ${name}`))),
    sameComponent: like.sameComponent,
  };
}

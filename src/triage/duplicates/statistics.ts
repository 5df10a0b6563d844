import type { ChunkPostings } from './postings';

/** What is known of a project's documents as a whole. */
export interface IndexStatistics {
  readonly documents: number;
  /** Of all descriptions. */
  readonly bodyWords: number;
  /** Terms that many documents have, with about how many. */
  readonly common: CommonTerms;
}

export type CommonTerms = ReadonlyMap<number, number>;

/** From so many documents of a chunk on a term is counted among the common ones. */
const commonFrom = 32;
const mostCommon = 2_048;

/** The common terms after a chunk was written anew. It is about right: what a term had while it was rare is not counted. */
export function recounted(common: CommonTerms, before: ReadonlyMap<number, number>, after: ChunkPostings): Map<number, number> {
  const counts = new Map(common);
  for (const term of new Set([...before.keys(), ...after.keys()])) {
    const now = after.get(term)?.numbers.length ?? 0;
    const known = counts.get(term);
    if (known !== undefined) counts.set(term, known + now - (before.get(term) ?? 0));
    else if (now >= commonFrom) counts.set(term, now);
  }
  const most = [...counts].filter(([, df]) => df >= commonFrom).sort(([a, x], [b, y]) => y - x || a - b);
  return new Map(most.slice(0, mostCommon));
}

/** In how many documents a term stands, where its postings have not been read. @param term null for one that is not common */
export function guessedFrequency({ common, documents }: IndexStatistics, term: number | null): number {
  const rare = Math.min(6, 1 + documents / 100);
  return term === null ? rare : (common.get(term) ?? rare);
}

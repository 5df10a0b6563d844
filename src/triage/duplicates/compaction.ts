import { addDocument, chunkSize, packChunk, readRow } from './postings';
import type { ChunkPostings } from './postings';
import { recounted } from './statistics';
import type { CommonTerms } from './statistics';
import type { StoredDocument } from './stored-document';

/** A chunk as it is to be written anew. */
export interface RewrittenChunk {
  readonly rows: ReadonlyMap<number, Uint8Array>;
  readonly common: CommonTerms;
}

/** Writes a chunk anew: without what is dead, with more documents at its end. @param rows of the chunk as it is */
export function rewriteChunk(
  chunk: number,
  rows: Iterable<Uint8Array>,
  {
    dead,
    added,
    common,
  }: { readonly dead: ReadonlySet<number>; readonly added: readonly NumberedDocument[]; readonly common: CommonTerms },
): RewrittenChunk {
  const first = chunk * chunkSize;
  const postings: ChunkPostings = new Map();
  const before = new Map<number, number>();
  // Those that are dead were counted, so they are read, and taken out after they were counted again.
  for (const row of rows) readRow(postings, row, null, 0, null);
  for (const [term, { numbers }] of postings) before.set(term, numbers.length);
  if (dead.size > 0) dropDead(postings, (place) => dead.has(first + place));
  for (const { number, stored } of added) addDocument(postings, number - first, stored);
  return { rows: packChunk(postings), common: recounted(common, before, postings) };
}

/** A document and its place. */
export interface NumberedDocument {
  readonly number: number;
  readonly stored: StoredDocument;
}

function dropDead(postings: ChunkPostings, isDead: (place: number) => boolean): void {
  for (const [term, { numbers, codes }] of postings) {
    const alive = numbers.map((place) => !isDead(place));
    const keep = (list: readonly number[]) => list.filter((_, at) => alive[at]);
    if (alive.includes(true)) postings.set(term, { numbers: keep(numbers), codes: keep(codes) });
    else postings.delete(term);
  }
}

const mostDead = 400;

/** A chunk with so much that is dead that it is to be written anew; null where none has. */
export function chunkToClean(dead: ReadonlySet<number>): number | null {
  const counts = new Map<number, number>();
  for (const number of dead) {
    const chunk = Math.floor(number / chunkSize);
    const count = (counts.get(chunk) ?? 0) + 1;
    if (count > mostDead) return chunk;
    counts.set(chunk, count);
  }
  return null;
}

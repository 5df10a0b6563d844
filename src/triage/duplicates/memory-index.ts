import type { Instant } from '../../kernel/instant';
import type { DuplicateDocument } from './document';
import { chunkToClean, rewriteChunk } from './compaction';
import type { NumberedDocument } from './compaction';
import { chunkSize } from './postings';
import type { DuplicateIndex, IndexedDocument, PostingRow } from './rank';
import type { CommonTerms, IndexStatistics } from './statistics';
import { storedOf } from './stored-document';

/** The index of duplicates in memory, laid out as in the database: chunks of postings, and documents that none has yet. */
export class MemoryIndex implements DuplicateIndex {
  private readonly places = new Map<string, number>();
  private readonly placed = new Map<number, IndexedDocument>();
  private waiting = new Map<string, IndexedDocument>();
  private readonly chunks: ReadonlyMap<number, Uint8Array>[] = [];
  private common: CommonTerms = new Map();
  private bodyWords = 0;
  readonly dead = new Set<number>();
  size = 0;

  get recent(): readonly IndexedDocument[] {
    return [...this.waiting.values()];
  }

  get statistics(): IndexStatistics {
    const { bodyWords, common } = this;
    return { documents: this.placed.size + this.waiting.size, bodyWords, common };
  }

  /** Adds a document or puts it in the place of an older version of it; null removes it. */
  put(id: string, createdAt: Instant, document: DuplicateDocument | null): void {
    this.forget(id);
    if (document === null) return;
    const stored = storedOf(document);
    this.waiting.set(id, { id, createdAt, stored });
    this.bodyWords += stored.bodyLength;
  }

  private forget(id: string): void {
    const place = this.places.get(id);
    const gone = place === undefined ? this.waiting.get(id) : this.placed.get(place);
    if (gone === undefined) return;
    this.bodyWords -= gone.stored.bodyLength;
    this.waiting.delete(id);
    if (place === undefined) return;
    this.places.delete(id);
    this.placed.delete(place);
    this.dead.add(place);
  }

  /** Moves what waits into chunks. */
  compact(): void {
    const all = [...this.waiting.values()];
    this.waiting = new Map();
    for (let from = 0; from < all.length;) {
      const free = chunkSize - (this.size % chunkSize);
      this.append(all.slice(from, from + free));
      from += free;
    }
    for (let chunk = chunkToClean(this.dead); chunk !== null; chunk = chunkToClean(this.dead)) this.rewrite(chunk, []);
  }

  private append(some: readonly IndexedDocument[]): void {
    const chunk = Math.floor(this.size / chunkSize);
    const added = some.map((indexed, at) => ({ indexed, number: this.size + at, stored: indexed.stored }));
    for (const { indexed, number } of added) {
      this.places.set(indexed.id, number);
      this.placed.set(number, indexed);
    }
    this.size += added.length;
    this.rewrite(chunk, added);
  }

  private rewrite(chunk: number, added: readonly NumberedDocument[]): void {
    const { dead, common } = this;
    const written = rewriteChunk(chunk, this.chunks[chunk]?.values() ?? [], { dead, added, common });
    this.chunks[chunk] = written.rows;
    this.common = written.common;
    for (const number of dead) if (Math.floor(number / chunkSize) === chunk) dead.delete(number);
  }

  rows(slots: readonly number[]): readonly PostingRow[] {
    return this.chunks.flatMap((rows, chunk) =>
      slots.flatMap((slot) => {
        const body = rows.get(slot);
        return body === undefined ? [] : [{ chunk, body }];
      }),
    );
  }

  documents(numbers: readonly number[]): ReadonlyMap<number, IndexedDocument> {
    return new Map(
      numbers.flatMap((number) => {
        const found = this.placed.get(number);
        return found === undefined ? [] : [[number, found] as const];
      }),
    );
  }
}

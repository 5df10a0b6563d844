import { ByteReader, ByteWriter } from './bytes';
import type { CommonTerms } from './statistics';

/** What is kept of a project's index besides its rows; one row, changed in one statement. */
export interface IndexState {
  /** Numbers of documents are below it. */
  readonly size: number;
  /** In chunks, without those that are gone, and the words of their descriptions. */
  readonly documents: number;
  readonly bodyWords: number;
  /** Of each chunk, the generation that counts. */
  readonly generations: readonly number[];
  readonly dead: ReadonlySet<number>;
  readonly common: CommonTerms;
  /** What the documents' own rows do not say yet. */
  readonly unsettled: Unsettled;
}

/** What became of documents in the last step of a compaction. */
export interface Unsettled {
  readonly placed: readonly PlacedDocument[];
  /** Ids of documents that were removed. */
  readonly removed: readonly string[];
}

export interface PlacedDocument {
  readonly id: string;
  /** Of the version that was placed. */
  readonly stamp: string;
  readonly number: number;
  readonly words: number;
}

export const emptyState: IndexState = {
  ...{ size: 0, documents: 0, bodyWords: 0, generations: [], dead: new Set<number>(), common: new Map<number, number>() },
  unsettled: { placed: [], removed: [] },
};

/** Numbers that ascend, as few bytes. */
export function packNumbers(numbers: Iterable<number>): Uint8Array {
  const writer = new ByteWriter();
  let before = 0;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    writer.varint(number - before);
    before = number;
  }
  return writer.done();
}

export function unpackNumbers(bytes: Uint8Array): Set<number> {
  const reader = new ByteReader(bytes);
  const numbers = new Set<number>();
  for (let before = 0; !reader.ended;) {
    before += reader.varint();
    numbers.add(before);
  }
  return numbers;
}

export function packCommon(common: CommonTerms): Uint8Array {
  const writer = new ByteWriter();
  let before = 0;
  for (const [term, df] of [...common].sort(([a], [b]) => a - b)) {
    writer.varint(term - before);
    writer.varint(df);
    before = term;
  }
  return writer.done();
}

export function unpackCommon(bytes: Uint8Array): Map<number, number> {
  const reader = new ByteReader(bytes);
  const common = new Map<number, number>();
  for (let before = 0; !reader.ended;) {
    before += reader.varint();
    common.set(before, reader.varint());
  }
  return common;
}

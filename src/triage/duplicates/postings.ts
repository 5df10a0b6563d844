import { ByteReader, ByteWriter } from './bytes';
import { eachEntry } from './stored-document';
import type { StoredDocument } from './stored-document';

/** Documents that have a term, ascending, and what it counts in each. */
export interface PostingList {
  readonly numbers: number[];
  readonly codes: number[];
}

/** Documents of a chunk; one's number is that of its chunk times this, and its place in it. */
export const chunkSize = 4096;
/** Terms that few documents of a chunk have share rows: most terms stand in one document alone. */
const buckets = 4096;
/** From so many documents of a chunk on a term has a row of its own. */
const ownRowFrom = 64;

/** The rows in which a term may stand. */
export function slotsOf(term: number): readonly [own: number, shared: number] {
  return [buckets + term, term % buckets];
}

/** The postings of a chunk while they are put together. */
export type ChunkPostings = Map<number, PostingList>;

/** @param place of the document in its chunk; those before it were added before */
export function addDocument(postings: ChunkPostings, place: number, stored: StoredDocument): void {
  eachEntry(stored, (term, code) => {
    const list = postings.get(term);
    if (list === undefined) postings.set(term, { numbers: [place], codes: [code] });
    else if (list.numbers.at(-1) !== place) {
      list.numbers.push(place);
      list.codes.push(code);
    }
  });
}

/** The rows of a chunk, by slot. */
export function packChunk(postings: ChunkPostings): Map<number, Uint8Array> {
  const writers = new Map<number, ByteWriter>();
  for (const term of [...postings.keys()].sort((a, b) => a - b)) {
    const list = postings.get(term) ?? { numbers: [], codes: [] };
    const [own, shared] = slotsOf(term);
    const slot = list.numbers.length >= ownRowFrom ? own : shared;
    const writer = writers.get(slot) ?? new ByteWriter();
    writers.set(slot, writer);
    packList(writer, term, list);
  }
  return new Map([...writers].map(([slot, writer]) => [slot, writer.done()]));
}

function packList(writer: ByteWriter, term: number, { numbers, codes }: PostingList): void {
  const list = new ByteWriter();
  let before = -1;
  numbers.forEach((place, at) => {
    list.varint(place - before - 1);
    list.byte(codes[at] ?? 0);
    before = place;
  });
  writer.uint32(term);
  writer.varint(numbers.length);
  writer.varint(list.length);
  writer.append(list.done());
}

/**
 * Adds the lists of a row to others.
 * @param wanted terms; null for all
 * @param first number of the chunk's first document
 * @param isDead null where none is
 */
export function readRow(
  into: Map<number, PostingList>,
  row: Uint8Array,
  wanted: ReadonlySet<number> | null,
  first: number,
  isDead: ((number: number) => boolean) | null,
): void {
  const reader = new ByteReader(row);
  while (!reader.ended) {
    const term = reader.uint32();
    const length = reader.varint();
    const bytes = reader.varint();
    const end = reader.at + bytes;
    if (wanted === null || wanted.has(term)) {
      const list = into.get(term) ?? { numbers: [], codes: [] };
      into.set(term, list);
      readList(list, row.subarray(reader.at, end), length, first, isDead);
    }
    reader.at = end;
  }
}

/** Most of a question's time is spent here, so the bytes are read in place. */
function readList(
  { numbers, codes }: PostingList,
  bytes: Uint8Array,
  length: number,
  first: number,
  isDead: ((number: number) => boolean) | null,
): void {
  let number = first - 1;
  let at = 0;
  for (let n = 0; n < length && at < bytes.length; n += 1) {
    let byte = bytes[at++] ?? 0;
    let step = byte & 127;
    for (let shift = 7; byte > 127 && shift < 28; shift += 7) {
      byte = bytes[at++] ?? 0;
      step |= (byte & 127) << shift;
    }
    number += step + 1;
    const code = bytes[at++] ?? 0;
    if (isDead !== null && isDead(number)) continue;
    numbers.push(number);
    codes.push(code);
  }
}

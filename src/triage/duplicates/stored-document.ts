import { ByteReader, ByteWriter } from './bytes';
import type { DuplicateDocument } from './document';
import { termHash } from './term-hash';
import { codeOf, markCode } from './weights';

/** A document as the index keeps it: without a word of its text. */
export interface StoredDocument {
  /** Hashes of its words, ascending. */
  readonly terms: Uint32Array;
  /** What each counts, see `codeOf`. */
  readonly codes: Uint8Array;
  readonly bodyLength: number;
  readonly series: Uint32Array;
  /** Innermost call first. */
  readonly frames: Uint32Array;
  readonly environments: Uint32Array;
  /** 0 for none. */
  readonly component: number;
  /** Two hashes, so that equal ones are equal; null for none. */
  readonly fingerprint: readonly [number, number] | null;
}

/** Shared by all documents, most of which have no calls and no environments: at 50,000 that saves 17 of 95 MB. */
const none = new Uint32Array();
const hashes = (kind: string, texts: readonly string[]) =>
  texts.length === 0 ? none : Uint32Array.from(texts, (text) => termHash(`${kind} ${text}`));

export function storedOf(document: DuplicateDocument): StoredDocument {
  const codes = new Map<number, number>();
  for (const { hash, inTitle, inBody } of document.words) {
    if (!codes.has(hash)) codes.set(hash, codeOf(inTitle, inBody, document.bodyLength));
  }
  const terms = Uint32Array.from(codes.keys()).sort();
  const { component, fingerprint } = document;
  return {
    terms,
    codes: Uint8Array.from(terms, (term) => codes.get(term) ?? 0),
    bodyLength: document.bodyLength,
    series: hashes('series', document.series).sort(),
    frames: hashes('frame', document.frames),
    environments: hashes('environment', document.environments),
    component: component === null ? 0 : termHash(`component ${component}`),
    fingerprint: fingerprint === null ? null : [termHash(`print ${fingerprint}`), termHash(`again ${fingerprint}`)],
  };
}

/** Calls and the fingerprint by which a document can be found besides its words. */
export function marksOf({ frames, fingerprint }: StoredDocument): readonly number[] {
  return [...new Set([...frames, ...(fingerprint === null ? [] : [fingerprint[0]])])];
}

/** Calls `visit` for everything under which the document stands in the index. */
export function eachEntry(stored: StoredDocument, visit: (term: number, code: number) => void): void {
  stored.terms.forEach((term, at) => visit(term, stored.codes[at] ?? 0));
  for (const mark of marksOf(stored)) visit(mark, markCode);
}

/** A document as bytes, about five a word. */
export function packDocument(stored: StoredDocument): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(1);
  writer.varint(stored.bodyLength);
  writer.varint(stored.terms.length);
  let before = 0;
  for (const term of stored.terms) {
    writer.varint(term - before);
    before = term;
  }
  writer.append(stored.codes);
  for (const list of [stored.series, stored.frames, stored.environments, stored.fingerprint ?? []]) {
    writer.varint(list.length);
    for (const value of list) writer.uint32(value);
  }
  writer.uint32(stored.component);
  return writer.done();
}

/** @param bytes of {@link packDocument} @throws where a later version wrote them */
export function unpackDocument(bytes: Uint8Array): StoredDocument {
  const reader = new ByteReader(bytes);
  if (reader.byte() !== 1) throw new Error('A document of the index of duplicates is of another version.');
  const bodyLength = reader.varint();
  const terms = new Uint32Array(Math.min(reader.varint(), bytes.length));
  let before = 0;
  for (let at = 0; at < terms.length; at += 1) {
    before += reader.varint();
    terms[at] = before;
  }
  const codes = Uint8Array.from(terms, () => reader.byte());
  const list = () => Uint32Array.from({ length: Math.min(reader.varint(), bytes.length) }, () => reader.uint32());
  const [series, frames, environments, print] = [list(), list(), list(), list()];
  const [first, second] = print;
  const fingerprint: readonly [number, number] | null = first === undefined || second === undefined ? null : [first, second];
  return { terms, codes, bodyLength, series, frames, environments, component: reader.uint32(), fingerprint };
}

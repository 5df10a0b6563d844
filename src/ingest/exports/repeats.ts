import type { JsonCursor } from './json-cursor';

/** Longer than this is kept of nothing. */
const longest = 1_024;
const shortest = 8;
/** What differs only behind so many bytes, or behind its first closing brace, shares a place. */
const mostHashed = 160;
const bits = 12;

interface Repeat<Meaning> {
  readonly length: number;
  readonly words: DataView;
  readonly meaning: Meaning;
}

/**
 * Objects that come again and again byte for byte, such as people and changes from one status to another: what the same bytes mean is
 * remembered, and need not be read again. Whoever has not found an object here reads it, and then offers it.
 */
export class Repeats<Meaning> {
  private readonly known = new Array<Repeat<Meaning> | undefined>(2 ** bits).fill(undefined);
  /** What comes once is most of an export: only what comes a second time is kept. */
  private readonly met = new Int32Array(2 ** bits);
  /** What was passed last is often what comes next: one changed an issue several times. */
  private last: Repeat<Meaning> | undefined = undefined;
  private hash = 0;
  private start = 0;
  private isOffered = false;

  /** Moves behind the object that the cursor stands at, where it is a known one. @returns what it is known as; undefined where it is not */
  pass(cursor: JsonCursor): Meaning | undefined {
    const { at, words } = cursor;
    this.isOffered = cursor.left() >= longest;
    if (!this.isOffered) return undefined;
    if (this.last === undefined || !isAt(this.last, words, at)) {
      this.hash = hashOf(words, at);
      this.start = at;
      const repeat = this.known[this.hash >>> (32 - bits)];
      if (repeat === undefined || !isAt(repeat, words, at)) return undefined;
      this.last = repeat;
    }
    cursor.at = at + this.last.length;
    return this.last.meaning;
  }

  /** Remembers what was not found, now that the cursor has moved behind it. */
  offer(cursor: JsonCursor, meaning: Meaning): void {
    const { hash, start } = this;
    const slot = hash >>> (32 - bits);
    const length = cursor.at - start;
    if (!this.isOffered || length > longest || length < shortest) return;
    if (this.met[slot] !== hash) this.met[slot] = hash;
    else this.known[slot] = { length, words: new DataView(cursor.bytes.slice(start, cursor.at).buffer), meaning };
  }
}

/** Of the bytes up to the first closing brace, four at a time. */
function hashOf(words: DataView, start: number): number {
  let hash = 0;
  for (let at = start; at < start + mostHashed; at += 4) {
    const word = words.getInt32(at, true);
    const different = word ^ 0x7d7d7d7d;
    // The lowest bit that is set belongs to the first byte without a difference.
    const closing = (different - 0x01010101) & ~different & 0x80808080;
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ (closing === 0 ? word : word & (closing ^ (closing - 1))), 0x9e3779b1);
    if (closing !== 0) break;
  }
  return hash;
}

/**
 * Compares eight bytes at a time, as numbers: those that are equal have the same bytes, but for zero, of which there is none in JSON; where
 * the bytes make no number, they are taken for different.
 */
function isAt({ length, words: known }: Repeat<unknown>, words: DataView, start: number): boolean {
  const last = length - 8;
  for (let n = 0; n < last; n += 8) if (known.getFloat64(n, true) !== words.getFloat64(start + n, true)) return false;
  return known.getFloat64(last, true) === words.getFloat64(start + last, true);
}

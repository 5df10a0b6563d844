import { ExportProblem, unfinished } from './export-problem';

export const quote = 0x22;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
const letterU = 0x75;
const space = 0x20;
const zero = 0x30;
const nine = 0x39;

/** Deeper than this is nothing that Jira writes. */
const mostDepth = 500;
const longestNumber = 400;
const numberShape = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const oneOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return Uint8Array.from({ length: 256 }, (_, byte) => (bytes.includes(byte) ? 1 : 0));
};
const blank = oneOf(' \n\r\t');
const ofNumbers = oneOf('0123456789+-.eE');
const ofHex = oneOf('0123456789abcdefABCDEF');
const escapable = oneOf('"\\/bfnrtu');
const literals: Readonly<Record<number, readonly number[]>> = Object.fromEntries(
  ['true', 'false', 'null'].map((word) => [word.charCodeAt(0), [...new TextEncoder().encode(word)]]),
);

/**
 * Walks over JSON in bytes without making a tree of it: what nobody asks for costs one look at each of its bytes. Bytes arrive in pieces;
 * who runs into their end gets `Unfinished`, puts `at` and `fresh` back to where they were, and tries again when there are more.
 */
export class JsonCursor {
  /** Where it stands in `bytes`. */
  at = 0;
  /** Whether it has just entered an object or a list. */
  fresh = false;
  /** Where the last string or name stands in `bytes`, without its quotes, and whether it has escapes. */
  start = 0;
  end = 0;
  escaped = false;
  /** Behind the last byte that is known stands a zero, which nothing in JSON can be: loops need not watch the end. */
  bytes = new Uint8Array(65_536);
  /** The same bytes, for who looks at several at once. */
  words = new DataView(this.bytes.buffer);
  private size = 0;
  private forgotten = 0;
  private readonly closings = new Uint8Array(mostDepth);

  /** Takes more bytes, and forgets those before `at`. */
  feed(piece: Uint8Array): void {
    const kept = this.size - this.at;
    const needed = kept + piece.length + 1;
    const roomy = needed <= this.bytes.length ? this.bytes : new Uint8Array(Math.max(needed, 2 * this.bytes.length));
    roomy.set(this.bytes.subarray(this.at, this.size));
    roomy.set(piece, kept);
    roomy[kept + piece.length] = 0;
    this.forgotten += this.at;
    if (roomy !== this.bytes) [this.bytes, this.words] = [roomy, new DataView(roomy.buffer)];
    this.size = kept + piece.length;
    this.at = 0;
  }

  /** How many bytes are known from here on. */
  left(): number {
    return this.size - this.at;
  }

  /** Counted in the whole file, from 1. */
  place(): number {
    return this.forgotten + this.at + 1;
  }

  /** Moves on to what is not blank. @returns its byte; 0 at the end of what is known */
  next(): number {
    for (;;) {
      const byte = this.bytes[this.at] ?? 0;
      if (blank[byte] !== 1) return byte;
      this.at += 1;
    }
  }

  /** @throws Unfinished at the end of what is known, else ExportProblem */
  refuse(): never {
    if (this.at >= this.size) throw unfinished;
    throw new ExportProblem(`At byte ${this.place()} stands what JSON does not allow there.`);
  }

  enterObject(): void {
    if (this.next() !== openBrace) this.refuse();
    this.at += 1;
    this.fresh = true;
  }

  enterList(): void {
    if (this.next() !== openBracket) this.refuse();
    this.at += 1;
    this.fresh = true;
  }

  /** Moves on to the value of the object's next member, or out of the object. @returns whether there was one; its name is at `start` */
  member(): boolean {
    if (!this.onward(closeBrace)) return false;
    this.name();
    return true;
  }

  /** Moves on to the list's next element, or out of the list. */
  element(): boolean {
    if (!this.onward(closeBracket)) return false;
    if (this.next() === closeBracket) this.refuse();
    return true;
  }

  /** Whether the last name or string is this. */
  is(text: Uint8Array): boolean {
    const { bytes, start } = this;
    if (this.end - start !== text.length) return false;
    for (let n = 0; n < text.length; n += 1) if (bytes[start + n] !== text[n]) return false;
    return true;
  }

  /** Moves behind a string, which is then at `start`. */
  string(): void {
    this.start = this.at + 1;
    this.escaped = false;
    this.at = this.behindString(this.at);
    this.end = this.at - 1;
  }

  /** Moves behind a value of any kind. */
  skip(): void {
    const { bytes, closings } = this;
    let { at } = this;
    let depth = 0;
    for (;;) {
      at = this.behindBlanks(at);
      let byte = bytes[at] ?? 0;
      if (byte === quote) at = this.behindString(at);
      else if (byte === openBrace || byte === openBracket) {
        const closing = byte === openBrace ? closeBrace : closeBracket;
        at = this.behindBlanks(at + 1);
        if (bytes[at] === closing) at += 1;
        else {
          if (depth === mostDepth) {
            this.at = at;
            throw new ExportProblem(`At byte ${this.place()} the JSON is nested more than ${mostDepth} deep.`);
          }
          closings[depth] = closing;
          depth += 1;
          if (closing === closeBrace) at = this.behindName(at);
          continue;
        }
      } else {
        this.at = at;
        this.scalar(byte);
        at = this.at;
      }
      // Behind a value that so many brackets are around: out of those that end here, on to the next value.
      for (; depth > 0; depth -= 1) {
        at = this.behindBlanks(at);
        byte = bytes[at] ?? 0;
        const closing = closings[depth - 1];
        if (byte === comma) {
          at += 1;
          if (closing === closeBrace) at = this.behindName(at);
          break;
        }
        if (byte !== closing) this.refuseAt(at);
        at += 1;
      }
      if (depth === 0) break;
    }
    this.at = at;
  }

  /** Moves behind `null`, where that is what stands here. */
  isNull(): boolean {
    const byte = this.next();
    if (byte !== 0x6e) return false;
    this.scalar(byte);
    return true;
  }

  private onward(closing: number): boolean {
    const byte = this.next();
    if (byte === closing) {
      this.at += 1;
      this.fresh = false;
      return false;
    }
    if (!this.fresh) {
      if (byte !== comma) this.refuse();
      this.at += 1;
    }
    this.fresh = false;
    return true;
  }

  private name(): void {
    if (this.next() !== quote) this.refuse();
    this.string();
    if (this.next() !== colon) this.refuse();
    this.at += 1;
  }

  private refuseAt(at: number): never {
    this.at = at;
    this.refuse();
  }

  private behindBlanks(from: number): number {
    const { bytes } = this;
    let at = from;
    while (blank[bytes[at] ?? 0] === 1) at += 1;
    return at;
  }

  private behindString(from: number): number {
    const { bytes } = this;
    let at = from + 1;
    for (;;) {
      let byte = bytes[at] ?? 0;
      while (byte !== quote && byte !== backslash && byte >= space) {
        at += 1;
        byte = bytes[at] ?? 0;
      }
      if (byte === quote) return at + 1;
      this.at = at;
      if (byte !== backslash) this.refuse();
      at = this.escape();
    }
  }

  private behindName(from: number): number {
    const { bytes } = this;
    let at = this.behindBlanks(from);
    if (bytes[at] !== quote) this.refuseAt(at);
    at = this.behindBlanks(this.behindString(at));
    if (bytes[at] !== colon) this.refuseAt(at);
    return at + 1;
  }

  private escape(): number {
    const { bytes } = this;
    this.escaped = true;
    this.at += 1;
    const byte = bytes[this.at] ?? 0;
    if (escapable[byte] !== 1) this.refuse();
    this.at += 1;
    if (byte === letterU) for (let n = 0; n < 4; n += 1, this.at += 1) if (ofHex[bytes[this.at] ?? 0] !== 1) this.refuse();
    return this.at;
  }

  private number(): void {
    const start = this.at;
    const first = this.bytes[start] ?? 0;
    let isPlain = first > zero && first <= nine;
    for (let byte = first; ofNumbers[byte] === 1; byte = this.bytes[this.at] ?? 0) {
      if (byte < zero || byte > nine) isPlain = false;
      this.at += 1;
    }
    if (isPlain) return;
    if (this.at - start > longestNumber || !numberShape.test(String.fromCharCode(...this.bytes.subarray(start, this.at))))
      this.refuse();
  }

  /** A number, or true, false, null. */
  private scalar(first: number): void {
    const word = literals[first];
    if (word === undefined) return this.number();
    for (const byte of word) {
      if (this.bytes[this.at] !== byte) this.refuse();
      this.at += 1;
    }
  }
}

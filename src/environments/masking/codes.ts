/** What stands for every character above 127. */
export const beyondAscii = 128;

/** Shorter texts are copied character by character: a call of the encoder costs more. */
const short = 64;
/** A longer text gets memory of its own, which is not kept. */
const mostKept = 4_194_304;

/**
 * The characters of a text as an array of bytes, with {@link beyondAscii} for every one above 127: reading it takes a fraction of the
 * time that reading the text takes. Behind the text stand zeros. The array is used again for the next text.
 */
export class Codes {
  private kept = new Uint8Array(65_536);
  private readonly encoder = new TextEncoder();

  of(text: string): Uint8Array {
    const { length } = text;
    if (length + margin > this.kept.length && length <= mostKept) this.kept = new Uint8Array(2 * length + margin);
    const codes = length + margin > this.kept.length ? new Uint8Array(length + margin) : this.kept;
    // Of ASCII, every character is one byte.
    const isDone = length > short && this.encoder.encodeInto(text, codes.subarray(0, length)).read === length;
    if (!isDone) for (let at = 0; at < length; at += 1) codes[at] = Math.min(text.charCodeAt(at), beyondAscii);
    codes.fill(0, length, length + margin);
    return codes;
  }
}
const margin = 16;

/** More different texts than this are not kept: they are no names. */
const mostTexts = 8_192;
const slots = 4 * mostTexts;
const longest = 200;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

interface Pooled {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** Texts that come again and again, such as names of statuses: each is decoded once, and is one string in memory. */
export class TextPool {
  private readonly table = new Array<Pooled | undefined>(slots);
  private count = 0;

  /** @param escaped whether JSON's escapes are in it */
  text(bytes: Uint8Array, start: number, end: number, escaped: boolean): string {
    if (end - start > longest) return decoded(bytes.subarray(start, end), escaped);
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    let slot = (hash >>> 0) % slots;
    for (let known = this.table[slot]; known !== undefined; known = this.table[slot]) {
      if (same(known.bytes, bytes, start, end)) return known.text;
      slot = (slot + 1) % slots;
    }
    const text = decoded(bytes.subarray(start, end), escaped);
    if (this.count < mostTexts) {
      this.table[slot] = { bytes: bytes.slice(start, end), text };
      this.count += 1;
    }
    return text;
  }
}

export function decoded(bytes: Uint8Array, escaped: boolean): string {
  const text = decoder.decode(bytes);
  return escaped ? String(JSON.parse(`"${text}"`)) : text;
}

function same(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let n = 0; n < known.length; n += 1) if (known[n] !== bytes[start + n]) return false;
  return true;
}

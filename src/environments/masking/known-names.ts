import { flagsOf, letter } from './characters';
import { isTypeWord } from './assigned';
import { keyKindOf } from './key-names';
import type { KeyKind } from './key-names';

/** What is known of a name before an operator. */
export interface KnownName {
  readonly codes: Uint8Array;
  readonly kind: KeyKind;
  /** A word of a language between a name and an operator: `string`, `is`. */
  readonly isType: boolean;
  /** The word `value` or `default`, before which the name of the value may stand. */
  readonly isValue: boolean;
}

/** How many names are remembered, a power of two; logs use the same few again and again. */
const remembered = 4_096;
const noName: KnownName = { codes: new Uint8Array(), kind: 'none', isType: false, isValue: false };

/** Kinds of names, found without cutting the name out of its text: a look at a name costs no memory. */
export class KnownNames {
  private readonly slots: KnownName[] = Array.from({ length: remembered }, () => noName);
  private readonly kinds = new Map<string, KeyKind>();

  /** @param codes of a text @returns what is known of the name between two places of it */
  between(codes: Uint8Array, start: number, end: number): KnownName {
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 33) + (codes[at] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (remembered - 1);
    const known = this.slots[slot] ?? noName;
    if (known.codes.length === end - start && isAt(codes, start, known.codes)) return known;
    if (!hasWord(codes, start, end)) return noName;
    const made = knownName(codes.slice(start, end));
    this.slots[slot] = made;
    return made;
  }

  kindOf(name: string): KeyKind {
    const known = this.kinds.get(name);
    if (known !== undefined) return known;
    const kind = keyKindOf(name);
    if (this.kinds.size >= remembered) this.kinds.clear();
    this.kinds.set(name, kind);
    return kind;
  }
}

function isAt(codes: Uint8Array, start: number, name: Uint8Array): boolean {
  for (let n = 0; n < name.length; n += 1) if (codes[start + n] !== name[n]) return false;
  return true;
}

/** Two letters side by side: a name without them, as a number with a unit, says nothing. */
function hasWord(codes: Uint8Array, start: number, end: number): boolean {
  let isBehindLetter = false;
  for (let at = start; at < end; at += 1) {
    const isLetter = (flagsOf(codes[at] ?? 0) & letter) !== 0;
    if (isLetter && isBehindLetter) return true;
    isBehindLetter = isLetter;
  }
  return false;
}

function knownName(codes: Uint8Array): KnownName {
  // Made anew: a slice would keep the whole text in memory as long as the name is remembered.
  const name = String.fromCharCode(...codes);
  return { codes, kind: keyKindOf(name), isType: isTypeWord(name), isValue: /^(?:value|default)$/i.test(name) };
}

import { letter, flagsAt } from './characters';
import { isTypeWord } from './assigned';
import { keyKindOf } from './key-names';
import type { KeyKind } from './key-names';

/** What is known of a name before an operator. */
export interface KnownName {
  readonly name: string;
  readonly kind: KeyKind;
  /** A word of a language between a name and an operator: `string`, `is`. */
  readonly isType: boolean;
  /** The word `value`, before which the name of the value may stand. */
  readonly isValue: boolean;
}

/** How many names are remembered, a power of two; logs use the same few again and again. */
const remembered = 4_096;
const noName: KnownName = { name: '', kind: 'none', isType: false, isValue: false };

/** Kinds of names, found without cutting the name out of its text: a look at a name costs no memory. */
export class KnownNames {
  private readonly slots: KnownName[] = Array.from({ length: remembered }, () => noName);

  /** @returns what is known of the name between two places of a text */
  between(text: string, start: number, end: number): KnownName {
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 33) + text.charCodeAt(at)) | 0;
    const slot = (hash ^ (hash >>> 13)) & (remembered - 1);
    const known = this.slots[slot] ?? noName;
    if (known.name.length === end - start && isAt(text, start, known.name)) return known;
    if (!hasWord(text, start, end)) return noName;
    const made = knownName(copied(text, start, end));
    this.slots[slot] = made;
    return made;
  }

  kindOf(name: string): KeyKind {
    return this.between(name, 0, name.length).kind;
  }
}

function isAt(text: string, start: number, name: string): boolean {
  for (let n = 0; n < name.length; n += 1) if (text.charCodeAt(start + n) !== name.charCodeAt(n)) return false;
  return true;
}

/** Two letters side by side: a name without them, as a number with a unit, says nothing. */
function hasWord(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) {
    if ((flagsAt(text, at) & letter) === 0) at += 1;
    else if ((flagsAt(text, at - 1) & letter) !== 0) return true;
  }
  return false;
}

/** A slice would keep the whole text in memory as long as the name is remembered. */
function copied(text: string, start: number, end: number): string {
  const codes: number[] = [];
  for (let at = start; at < end; at += 1) codes.push(text.charCodeAt(at));
  return String.fromCharCode(...codes);
}

const knownName = (name: string): KnownName => ({
  ...{ name, kind: keyKindOf(name) },
  ...{ isType: isTypeWord(name), isValue: name.length === 5 && name.toLowerCase() === 'value' },
});

import { noValue } from './assigned';
import type { KnownNames } from './known-names';
import { NextPlace } from './next-place';
import { pseudonymEnd } from './pseudonyms';
import type { MaskingRules } from './rules';

/** What a masked value was; stands in its pseudonym. */
export type MaskKind = 'secret' | 'email' | 'phone' | 'card' | 'iban' | 'id' | 'ip' | 'word';

/** A place to mask. */
export interface Finding {
  readonly kind: MaskKind;
  readonly start: number;
  readonly end: number;
}

/** Words of the settings, by their first character in small letters; a longer one stands before a shorter one. */
export type OwnWords = ReadonlyMap<string, readonly string[]>;

/** One pass over one text: its place, what it found, and what the parts that look at it share. */
export class Pass {
  /** Where it stands. */
  at = 0;
  /** The end of the last finding, before which nothing is looked at again. */
  floor = 0;
  readonly findings: Finding[] = [];
  /** Where blocks of keys end. */
  readonly ends: NextPlace;
  /** Where `@` stands. */
  readonly signs: NextPlace;
  /** Whether the settings name words or forms of numbers of their own. */
  readonly hasOwnWords: boolean;
  readonly seen = noValue();

  constructor(
    readonly text: string,
    /** Of the text; see {@link Codes}. */
    readonly codes: Uint8Array,
    readonly rules: MaskingRules,
    readonly words: OwnWords,
    readonly names: KnownNames,
  ) {
    this.ends = new NextPlace(text, '---END');
    this.signs = new NextPlace(text, '@');
    this.hasOwnWords = words.size > 0 || (rules.nationalIds && rules.nationalIdPatterns.length > 0);
  }

  /** Keeps a finding, unless it holds a pseudonym already. @returns whether it was kept; then the pass goes on behind it */
  found(kind: MaskKind, start: number, end: number): boolean {
    if (start < this.floor || end <= start) return false;
    // One more: a value that ends at a bracket is read without it.
    const said = this.text.slice(start, end + 1);
    for (let bracket = said.indexOf('['); bracket !== -1; bracket = said.indexOf('[', bracket + 1)) {
      if (pseudonymEnd(said, bracket) !== 0) return false;
    }
    this.findings.push({ kind, start, end });
    this.floor = end;
    this.at = end;
    return true;
  }
}

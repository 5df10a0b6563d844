import { beyondAscii } from './codes';
import { digit, flagsOf, hexadecimal, lower, upper } from './characters';

/** What a value looks like, without knowing what it is. */
export interface Look {
  readonly digits: number;
  readonly lowers: number;
  readonly uppers: number;
  /** Other characters than letters and digits of ASCII. */
  readonly others: number;
  /** How often the kind (small, capital, digit) changes between neighbours: random values change all the time, words do not. */
  readonly changes: number;
  readonly hexadecimal: boolean;
  /** The longest run of small letters: words have long ones. */
  readonly longestWord: number;
  /** The longest run of letters none of which is a vowel: words have short ones. */
  readonly consonants: number;
}

const isVowel = new Uint8Array(256);
for (const vowel of 'aeiouyAEIOUY') isVowel[vowel.charCodeAt(0)] = 1;

/** Looks at the characters of a text between two places. */
export function lookOf(codes: Uint8Array, start: number, end: number): Look {
  let digits = 0;
  let lowers = 0;
  let uppers = 0;
  let changes = 0;
  let isHex = true;
  let before = 0;
  let run = 0;
  let longestWord = 0;
  let silent = 0;
  let consonants = 0;
  for (let at = start; at < end; at += 1) {
    const flags = flagsOf(codes[at] ?? 0);
    const kind = flags & (digit | lower | upper);
    if (kind === lower) {
      lowers += 1;
      run += 1;
      if (run > longestWord) longestWord = run;
    } else {
      run = 0;
      if (kind === digit) digits += 1;
      else if (kind === upper) uppers += 1;
    }
    if ((kind & (lower | upper)) === 0 || isVowel[codes[at] ?? 0] === 1) silent = 0;
    else {
      silent += 1;
      if (silent > consonants) consonants = silent;
    }
    if ((flags & hexadecimal) === 0) isHex = false;
    if (kind !== 0 && before !== 0 && kind !== before) changes += 1;
    before = kind;
  }
  const others = end - start - digits - lowers - uppers;
  return { digits, lowers, uppers, others, changes, hexadecimal: isHex, longestWord, consonants };
}

const longest = 512;
const scratch = new Uint8Array(longest);

/** Looks at a text as a whole, as far as {@link longest}. */
export function lookOfText(text: string): Look {
  const length = Math.min(text.length, longest);
  for (let at = 0; at < length; at += 1) scratch[at] = Math.min(text.charCodeAt(at), beyondAscii);
  return lookOf(scratch, 0, length);
}

/** May it be a key at a place where one is expected? At least `least` letters and digits, mixed as no word or number is. */
export function isOpaque(look: Look, least: number): boolean {
  const letters = look.lowers + look.uppers;
  const length = letters + look.digits;
  if (length < least || look.others > length / 2) return false;
  if (look.hexadecimal) return length >= Math.max(least, 16) && (look.digits > 0 || length >= 32);
  if (letters === 0) return false;
  if (look.digits === 0) return length >= 16 && look.changes >= length * 0.4;
  return look.changes >= Math.min(6, length * 0.16) && (look.longestWord < Math.max(12, length * 0.3) || look.consonants > 6);
}

/** Is it a key wherever it stands? Small letters, capitals and digits, changing as only chance does. */
export function isRandom(look: Look): boolean {
  const length = look.lowers + look.uppers + look.digits;
  return (
    look.lowers >= 3 &&
    look.uppers >= 3 &&
    look.digits >= 2 &&
    look.longestWord < 7 &&
    look.changes >= length * 0.4 &&
    length >= 24
  );
}

/** No key of one case without a name is shorter. */
export const shortestOfOneCase = 40;

/** Is it a key of small letters and digits, or of capitals and digits, wherever it stands? Numbers in base 16 are none: sums look so. */
export function isRandomOfOneCase(look: Look): boolean {
  const length = look.lowers + look.uppers + look.digits;
  return (
    length >= shortestOfOneCase &&
    !look.hexadecimal &&
    look.others === 0 &&
    (look.lowers === 0 || look.uppers === 0) &&
    look.digits >= 4 &&
    look.changes >= length * 0.19 &&
    look.consonants > 2 &&
    look.longestWord < Math.max(24, length * 0.35)
  );
}

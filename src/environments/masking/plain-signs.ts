import {
  assigns,
  backslashSign,
  colonSign,
  commaSign,
  hyphenSign,
  percentSign,
  pipeSign,
  plusOrBracket,
  squareBracket,
  tildeSign,
} from './actions';
import { mayBePair } from './assignments';
import { digit, flagsOf, hexadecimal } from './characters';
import { beyondAscii } from './codes';
import type { Pass } from './pass';
import { isUnassigned } from './plain-names';
import { mayBePseudonym } from './pseudonyms';

const space = 32;
const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * Passes a sign that nothing can stand at, for what is beside it, at a look: most of a log. Where only a longer look can tell, it stays.
 * @param action what to do there @returns the first place behind it; `at` where it must be looked at
 */
export function behindPlainSign(pass: Pass, codes: Uint8Array, at: number, action: number): number {
  const before = at === 0 ? 0 : (codes[at - 1] ?? 0);
  const next = codes[at + 1] ?? 0;
  switch (action) {
    case colonSign:
      return isPlainColon(pass, codes, at, before, next) ? at + 1 : at;
    case assigns:
      return isUnassigned(pass, codes, at, codes[at] ?? 0) ? at + 1 : at;
    case commaSign:
      return !mayBePair(codes, at) || isUnassigned(pass, codes, at, 44) ? at + 1 : at;
    case hyphenSign:
      if (before === 45 || next === 45) return before === 45 ? at + 1 : at;
      return before > space || ((next | 32) !== 112 && next !== 117 && next !== 97 && next !== 119) ? at + 1 : at;
    case plusOrBracket:
      if (codes[at] === 40) return next !== 43 && (flagsOf(next) & digit) === 0 ? at + 1 : at;
      // The code of a country begins with no 0.
      return next < beyondAscii && next !== space && next !== 40 && !(next > 48 && next <= 57) ? at + 1 : at;
    case squareBracket:
      return mayBePseudonym(codes, at) ? at : at + 1;
    case backslashSign:
      if (next === 117) return at;
      return next === 110 || next === 114 || next === 116 ? at + 2 : at + 1;
    case percentSign:
      if ((flagsOf(next) & hexadecimal) === 0 || (flagsOf(codes[at + 2] ?? 0) & hexadecimal) === 0) return at + 1;
      return next === 52 ? at : at + 3;
    case pipeSign:
      return isDigit(before) ? at : at + 1;
    case tildeSign:
      return before === 81 || before === 54 ? at : at + 1;
    default:
      return at;
  }
}

function isPlainColon(pass: Pass, codes: Uint8Array, at: number, before: number, next: number): boolean {
  if (next === 47 && codes[at + 2] === 47) return false;
  if (isDigit(before)) {
    // Five digits and more begin a token; a time of day has two.
    if (
      at > 4 &&
      isDigit(codes[at - 2] ?? 0) &&
      isDigit(codes[at - 3] ?? 0) &&
      isDigit(codes[at - 4] ?? 0) &&
      isDigit(codes[at - 5] ?? 0)
    )
      return false;
    if (isDigit(next)) return true;
  } else if (before === 110 && at > 1 && codes[at - 2] === 105) return false;
  return isUnassigned(pass, codes, at, 58);
}

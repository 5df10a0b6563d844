import { assigns, colonSign, commaSign, hyphenSign, inNumber, plusOrBracket, squareBracket } from './actions';
import { mayBeTag } from './assignments';
import { mayBegin } from './beginnings';
import { digit, flagsOf, letter, word } from './characters';
import { beyondAscii } from './codes';
import { mayBeIban } from './ibans';
import { mayGive } from './spaced';
import { mayBeSecretKey } from './tokens';
import { shortestRandom } from './words';

const space = 32;
const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * Passes a number or a sign that holds nothing, at a look: most of a log. Where only a longer look can tell, it stays.
 * @param code of the character at `at` @param action what to do there
 * @returns the first place behind it; `at` where it must be looked at
 */
export function behindPlain(codes: Uint8Array, at: number, code: number, action: number): number {
  if (action === inNumber) return behindNumber(codes, at, code);
  return holdsNothing(codes, at, action) ? at + 1 : at;
}

/** @returns the first place behind a word that holds nothing; `at` where it must be looked at */
export function behindPlainWord(codes: Uint8Array, at: number): number {
  if (mayBegin(codes, at) || mayBeIban(codes, at)) return at;
  return behindWord(codes, at, at + 1);
}

/** @param from a place within the word, up to which it was looked at */
function behindWord(codes: Uint8Array, at: number, from: number): number {
  let end = from;
  while ((flagsOf(codes[end] ?? 0) & word) !== 0) end += 1;
  if (end - at >= shortestRandom || mayBeSecretKey(codes, at, end)) return at;
  return codes[end] === space && mayGive(codes, at, end) ? at : end;
}

/**
 * Fewer than seven digits, also with full stops between them, or an address of a machine, and no sign behind them that a longer number
 * may go on after: most numbers of a log.
 */
function behindNumber(codes: Uint8Array, at: number, code: number): number {
  let start = at;
  let end = at;
  let digits = 0;
  let longest = 0;
  let groups = 1;
  for (;;) {
    while (isDigit(codes[end] ?? 0)) end += 1;
    digits += end - start;
    if (end - start > longest) longest = end - start;
    if (codes[end] !== 46 || groups === 4 || !isDigit(codes[end + 1] ?? 0)) break;
    groups += 1;
    end += 1;
    start = end;
  }
  if (digits >= 7 && (groups < 4 || longest > 3)) return at;
  const sign = codes[end] ?? 0;
  if (sign >= beyondAscii || sign === 41 || sign === 40) return at;
  // A date; see digitsAhead.
  if (end - at === 4 && (sign === 45 || sign === 47) && codes[end + 3] === sign && code < 51) return behindDate(codes, end);
  if (sign === space || sign === 45 || sign === 46 || sign === 47) {
    const next = codes[end + 1] ?? 0;
    return isDigit(next) || next === 40 || next === sign || next === 45 || next === 47 ? at : end;
  }
  if ((flagsOf(sign) & word) === 0) return end;
  return (flagsOf(sign) & letter) !== 0 && end - start > 2 ? start : behindWord(codes, start, end);
}

/** `-11-02T09:05:` behind a year is passed whole; else only the year. */
function behindDate(codes: Uint8Array, end: number): number {
  const isTime =
    codes[end + 6] === 84 &&
    codes[end + 9] === 58 &&
    codes[end + 12] === 58 &&
    isDigit(codes[end + 1] ?? 0) &&
    isDigit(codes[end + 2] ?? 0) &&
    isDigit(codes[end + 4] ?? 0) &&
    isDigit(codes[end + 5] ?? 0) &&
    isDigit(codes[end + 7] ?? 0) &&
    isDigit(codes[end + 8] ?? 0) &&
    isDigit(codes[end + 10] ?? 0) &&
    isDigit(codes[end + 11] ?? 0) &&
    isDigit(codes[end + 13] ?? 0);
  return isTime ? end + 13 : end;
}

/** Signs that nothing can stand at, for what is beside them. */
function holdsNothing(codes: Uint8Array, at: number, action: number): boolean {
  const before = at === 0 ? 0 : (codes[at - 1] ?? 0);
  const next = codes[at + 1] ?? 0;
  switch (action) {
    case colonSign:
      // A time of day.
      return isDigit(next) && isDigit(before) && !(at > 2 && isDigit(codes[at - 3] ?? 0));
    case hyphenSign:
      if (before === 45 || next === 45) return before === 45;
      return before > space || ((next | 32) !== 112 && next !== 117 && next !== 97 && next !== 119);
    case commaSign:
      return before !== 34 && before !== 39 && (flagsOf(before) & letter) === 0;
    case assigns:
      return codes[at] === 62 && !mayBeTag(before);
    case plusOrBracket:
      return codes[at] === 40 && next !== 43 && (flagsOf(next) & digit) === 0;
    case squareBracket:
      return next < 99 || next > 119;
    default:
      return false;
  }
}

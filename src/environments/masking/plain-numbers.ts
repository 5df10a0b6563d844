import { mayBegin } from './beginnings';
import { alphanumeric, flagsOf, letter, word } from './characters';
import { beyondAscii } from './codes';
import type { Pass } from './pass';
import { digitsAhead } from './phones';
import { isPlainWord, wordEnd } from './plain-words';
import { mayBeSecretKey } from './tokens';

const space = 32;
const slash = 47;
const isDigit = (code: number) => code >= 48 && code <= 57;
/** `-`, `.` and `/`: behind a letter or a digit, they go on with what stands before them. */
const isLink = (code: number) => code >= 45 && code <= 47;

/**
 * Passes a number that holds nothing: fewer than seven digits, also with full stops between them, an address of a machine, or the rest of
 * a longer name or number; most numbers of a log.
 * @param code of the character at `at` @returns the first place behind it; `at` where it must be looked at
 */
export function behindPlainNumber(pass: Pass, codes: Uint8Array, at: number, code: number): number {
  let end = at + 1;
  while (isDigit(codes[end] ?? 0)) end += 1;
  const first = end;
  let start = at;
  let digits = end - at;
  let longest = digits;
  let groups = 1;
  let sign = codes[end] ?? 0;
  while (sign === 46 && groups < 4 && isDigit(codes[end + 1] ?? 0)) {
    groups += 1;
    start = end + 1;
    end = start + 1;
    while (isDigit(codes[end] ?? 0)) end += 1;
    digits += end - start;
    if (end - start > longest) longest = end - start;
    sign = codes[end] ?? 0;
  }
  if ((digits >= 7 && (groups < 4 || longest > 3)) || sign >= beyondAscii) return at;
  // A date; see digitsAhead.
  if (end - at === 4 && (sign === 45 || sign === 47) && codes[end + 3] === sign && code < 51) return behindDate(codes, end);
  if ((flagsOf(sign) & word) !== 0) return behindGroup(pass, codes, start, end);
  if (!mayGoOn(codes, end, sign)) return end;
  if (mayBegin(codes, at) || (first === end && mayBeSecretKey(codes, at, end))) return at;
  if (!isWithin(codes, at) && digitsAhead(pass.text, codes, at) >= 7) return at;
  // A key in base64 may begin at the last group.
  return sign === slash ? first : end;
}

/** May a longer number go on behind digits? */
function mayGoOn(codes: Uint8Array, end: number, sign: number): boolean {
  if (sign === 40 || sign === 41) return true;
  if (sign !== space && !isLink(sign)) return false;
  const next = codes[end + 1] ?? 0;
  return isDigit(next) || next === 40 || next === sign || next === 45 || next === slash;
}

/** Is it the rest of a decimal number, of a name with hyphens or of a path? See numberAt. */
const isWithin = (codes: Uint8Array, at: number): boolean =>
  at > 1 && isLink(codes[at - 1] ?? 0) && (flagsOf(codes[at - 2] ?? 0) & alphanumeric) !== 0;

/** @param start where the last digits of a number begin @param end where they end @returns the end of the word that they begin */
function behindGroup(pass: Pass, codes: Uint8Array, start: number, end: number): number {
  if ((flagsOf(codes[end] ?? 0) & letter) !== 0 && end - start > 2 && mayBegin(codes, start)) return start;
  const behind = wordEnd(codes, end);
  return isPlainWord(pass, codes, start, behind) ? behind : start;
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

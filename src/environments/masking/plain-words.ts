import { actions, inNumber, inWord } from './actions';
import { alphanumeric, flagsOf } from './characters';
import { shortestOfOneCase } from './opaque';
import type { Pass } from './pass';
import { isUngiven } from './plain-names';
import { mayGive } from './spaced';
import { mayBeSecretKey } from './tokens';
import { shortestRandom } from './words';

const space = 32;
const hyphen = 45;

/** @param from a place within a word @returns where it ends */
export function wordEnd(codes: Uint8Array, from: number): number {
  const kinds = actions;
  let end = from;
  for (;;) {
    const kind = kinds[codes[end] ?? 0];
    if (kind !== inWord && kind !== inNumber) return end;
    end += 1;
  }
}

/** May a long word be a key, for its signs? Of small letters and digits only, as a number in base 16, where it is very long. */
export function mayBeRandom(codes: Uint8Array, start: number, end: number): boolean {
  if (end - start >= shortestOfOneCase || codes[end] === hyphen) return true;
  let seen = 0;
  for (let at = start; at < end; at += 1) seen |= flagsOf(codes[at] ?? 0);
  return (seen & alphanumeric) === alphanumeric;
}

/** Does a word that begins no token hold nothing, as a whole? */
export function isPlainWord(pass: Pass, codes: Uint8Array, start: number, end: number): boolean {
  if (end - start >= shortestRandom && mayBeRandom(codes, start, end)) return false;
  if (codes[end] === space) return !mayGive(codes, start, end) || isUngiven(pass, codes, start, end);
  return !mayBeSecretKey(codes, start, end);
}

import { codeAt, flagsAt, flagsOf } from './characters';
import { forms } from './token-forms';

/** What words begin with that are no tokens, but say that one follows: `Bearer`, `Basic`, `Private-Lines`, `sha256`. */
const others = ['bear', 'Bear', 'bEAR', 'BEAR', 'basi', 'Basi', 'Priv'];
for (const sha of ['sha', 'shA', 'sHa', 'sHA', 'Sha', 'ShA', 'SHa', 'SHA'])
  for (let digit = 0; digit < 10; digit += 1) others.push(`${sha}${digit}`);

/** The first four characters as a number of 17 bits that few others share. */
const numberOf = (first: number, second: number, third: number, fourth: number) =>
  Math.imul(first | (second << 8) | (third << 16) | (fourth << 24), 0x9e3779b1) >>> 15;

/** By that number: the least length of what begins so; 0 where nothing does. */
const leastByFour = new Uint8Array(131_072);
/** The same by the first two characters, for beginnings that have no more. */
const leastByTwo = new Uint8Array(32_768);

function note(table: Uint8Array, at: number, length: number): void {
  const before = table[at] ?? 0;
  if (before === 0 || before > length) table[at] = length;
}

/** Notes a beginning; one of three characters, with all of an alphabet that may follow. */
function noteBeginning(prefix: string, alphabet: number, length: number): void {
  const [first, second, third] = [codeAt(prefix, 0), codeAt(prefix, 1), codeAt(prefix, 2)];
  if (prefix.length < 3) note(leastByTwo, (first << 8) | second, length);
  else if (prefix.length > 3) note(leastByFour, numberOf(first, second, third, codeAt(prefix, 3)), length);
  else
    for (let code = 0; code < 128; code += 1)
      if ((flagsOf(code) & alphabet) !== 0) note(leastByFour, numberOf(first, second, third, code), length);
}

/** A beginning may have signs that no token has behind it; then no length is known. */
function lengthOf(prefix: string, least: number): number {
  for (let at = 0; at < prefix.length; at += 1) if (flagsAt(prefix, at) === 0) return 1;
  return Math.min(prefix.length + least, 255);
}

for (const other of others) noteBeginning(other, 0, 1);
for (const { prefix, alphabet, least } of forms) noteBeginning(prefix, alphabet, lengthOf(prefix, least));

/**
 * May something begin at a place, for its first four characters and its length? Account numbers aside. Most words are no token, and this
 * tells so at once.
 */
export function mayBegin(codes: Uint8Array, at: number): boolean {
  const first = codes[at] ?? 0;
  const second = codes[at + 1] ?? 0;
  const four = leastByFour[numberOf(first, second, codes[at + 2] ?? 0, codes[at + 3] ?? 0)] ?? 0;
  const two = leastByTwo[(first << 8) | second] ?? 0;
  return (four !== 0 && isLong(codes, at, four)) || (two !== 0 && isLong(codes, at, two));
}

/** Do so many characters that tokens are made of stand from a place on? */
function isLong(codes: Uint8Array, at: number, length: number): boolean {
  const end = at + length;
  for (let place = at + 1; place < end; place += 1) if (flagsOf(codes[place] ?? 0) === 0) return false;
  return true;
}

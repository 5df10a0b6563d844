import { behind, isJsonValue, mayBeKey, nameEnd, nameStart } from './assigned';
import { mayBeTag } from './assignments';
import { dot, flagsOf, hyphen, word } from './characters';
import { beyondAscii } from './codes';
import type { Pass } from './pass';

const comma = 44;
const greater = 62;

/** Is nothing given at an operator, whatever stands further behind it? The first steps of `assigned`, without making anything. */
export function isUnassigned(pass: Pass, codes: Uint8Array, at: number, operator: number): boolean {
  const { floor } = pass;
  const before = at === 0 ? 0 : (codes[at - 1] ?? 0);
  if (operator === greater && !mayBeTag(before)) return true;
  const end = (flagsOf(before) & word) !== 0 ? at : nameEnd(codes, at, floor);
  if (end <= floor) return true;
  const last = codes[end - 1] ?? 0;
  if ((flagsOf(last) & word) === 0) return last !== beyondAscii;
  const start = nameStart(codes, end, floor);
  if (start > floor && codes[start - 1] === beyondAscii) return false;
  if (operator === comma && isJsonValue(codes, start)) return true;
  const { kind, isType, isValue } = pass.names.between(codes, start, end);
  if (isType || isValue) return false;
  if (kind === 'ordinary') return true;
  if (kind !== 'none' && kind !== 'weak') return false;
  // Without words before it that say more, a name that says nothing gives nothing, whatever it is given.
  if (kind === 'none' && (start <= floor || !isOfPhrase(codes[start - 1] ?? 0))) return true;
  return operator === comma || !mayBeKey(codes, behind(codes, at));
}

/** May a character before a name be of words that say more about it? See `wordsBefore`. */
const isOfPhrase = (code: number) => code === 32 || (flagsOf(code) & (word | hyphen | dot)) !== 0;

/** Does a word before a space give no value? The first steps of `spaced`. */
export function isUngiven(pass: Pass, codes: Uint8Array, start: number, end: number): boolean {
  if (end - start === 2) return false;
  const { kind } = pass.names.between(codes, start, end);
  return kind !== 'password' && kind !== 'token' && kind !== 'weak';
}

import { valueAt } from './assigned';
import { mayBegin } from './beginnings';
import { alphanumeric, codeAt, digit, flagsAt, flagsOf, hexadecimal, underscore, word } from './characters';
import { ibanEnd, mayBeIban } from './ibans';
import { ipv6End } from './ips';
import { isOpaque, lookOf, shortestOfOneCase } from './opaque';
import { ownWord } from './own-words';
import type { Pass } from './pass';
import { puttyLines } from './private-keys';
import { mayGive, spaced } from './spaced';
import { mayBeSecretKey, randomWord, secretAccessKey, tokenEnd } from './tokens';

/** Small letters, capitals and digits. */
const mixed = alphanumeric;
const space = 32;

/** No key without a name is shorter. */
export const shortestRandom = 23;

/** A word that begins here; goes on behind it. */
export function wordAt(pass: Pass, code: number): void {
  const { text, codes, at, rules } = pass;
  if (pass.hasOwnWords && ownWord(pass, at)) return;
  if (rules.secrets) {
    if (mayBegin(codes, at) && token(pass, at)) return;
    // Sums of files are passed: what follows is no key.
    const first = code | 32;
    if (first === 98) {
      if (scheme(pass, at)) return;
    } else if (first === 112) {
      if (code === 80 && putty(pass, at)) return;
    } else if (first === 115 && passDigest(pass, at)) return;
  }
  // A digit stands at the third or fourth place.
  if (rules.ibans && mayBeIban(codes, at)) {
    const iban = ibanEnd(text, at);
    if (iban !== 0 && pass.found('iban', at, iban)) return;
  }
  if (rules.ips && (flagsAt(text, at) & hexadecimal) !== 0) {
    const ip = ipv6End(text, at);
    if (ip !== 0 && pass.found('ip', at, ip)) return;
  }
  restOfWord(pass, at);
}

export function token(pass: Pass, at: number): boolean {
  const end = tokenEnd(pass.text, pass.codes, at);
  return end !== 0 && pass.found('secret', at, end);
}

function putty(pass: Pass, at: number): boolean {
  if (!pass.text.startsWith('Private-Lines:', at)) return false;
  const lines = puttyLines(pass.text, at);
  return lines !== null && pass.found('secret', ...lines);
}

/** Goes to the end of the word that begins at `start`, and looks at it as a whole. */
export function restOfWord(pass: Pass, start: number): void {
  const { text, codes } = pass;
  let end = pass.at;
  let seen = 0;
  for (let found = flagsOf(codes[end] ?? 0); (found & word) !== 0; found = flagsOf(codes[end] ?? 0)) {
    seen |= found;
    end += 1;
  }
  pass.at = end;
  if (!pass.rules.secrets) return;
  const mayBeOne = (seen & mixed) === mixed || codes[end] === 45 || (end - start >= shortestOfOneCase && (seen & digit) !== 0);
  if (end - start >= shortestRandom && mayBeOne) {
    const bounds = randomWord(text, codes, start, end, pass.floor);
    if (bounds !== null && pass.found('secret', ...bounds)) return;
  }
  if (mayBeSecretKey(codes, start, end)) {
    const key = secretAccessKey(text, codes, start, end, pass.floor);
    if (key !== null && pass.found('secret', ...key)) return;
  }
  if (codes[end] === space && mayGive(codes, start, end)) spaced(pass, start, end);
}

/** `Bearer x` and `Basic x`, with or without a header before. */
function scheme(pass: Pass, at: number): boolean {
  const { text } = pass;
  const isBearer = text.startsWith('earer ', at + 1);
  if (!isBearer && !text.startsWith('asic ', at + 1) && !text.startsWith('EARER ', at + 1)) return false;
  const value = valueAt(text, at + (isBearer ? 7 : 6));
  if (value === null) return false;
  const look = lookOf(pass.codes, value.start, Math.min(value.end, value.start + 200));
  const length = value.end - value.start;
  const said = text.slice(value.start, Math.min(value.end, value.start + 40));
  if (/^[$<{%*[]/.test(said) || /=./.test(said.replace(/=+$/, '').replace(/^[\w.+/-]+$/, ''))) return false;
  const isIt = isBearer
    ? length >= 8 && (look.digits > 0 || length >= 24)
    : length >= 8 && (isOpaque(look, 8) || look.changes >= 3 || text.charAt(value.end - 1) === '=');
  return isIt && pass.found('secret', value.start, value.end);
}

/** `sha512-…`, `sha256:…`: goes behind the sum. @returns whether there was one */
function passDigest(pass: Pass, at: number): boolean {
  const { text } = pass;
  if ((codeAt(text, at + 1) | 32) !== 104) return false;
  const head = /^sha\d{1,3}[-:=/_ ]{1,2}/i.exec(text.slice(at, at + 10));
  if (head === null) return false;
  let end = at + head[0].length;
  const { length } = text;
  while (end < length && ((flagsAt(text, end) & (alphanumeric | underscore)) !== 0 || '+/='.includes(text.charAt(end)))) end += 1;
  if (end - at - head[0].length < 20) return false;
  pass.at = end;
  return true;
}

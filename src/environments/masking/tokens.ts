import {
  alphanumeric,
  base64Signs,
  digit,
  dot,
  flagsAt,
  flagsOf,
  hexadecimal,
  lower,
  codesEnd,
  codesStart,
  tilde,
  upper,
  urlSafe,
  word,
  codeAt,
} from './characters';
import { isOpaque, isRandom, isRandomOfOneCase, lookOf } from './opaque';
import { formsAt } from './token-forms';

/** No token is longer; what follows is masked as a value of its own, or is no token. */
const longestToken = 8_192;
/** Where the beginning alone says little, the rest is looked at to this length, again and again. */
const longestOpaque = 256;

/** @param at where a word begins @returns the end of a provider's token that begins there, 0 where none does */
export function tokenEnd(text: string, codes: Uint8Array, at: number): number {
  const fourth = codes[at + 3] ?? 0;
  for (const form of formsAt(codes, at)) {
    if ((form.fourth !== 0 && form.fourth !== fourth) || !text.startsWith(form.prefix, at)) continue;
    const from = at + form.prefix.length;
    let end = codesEnd(codes, from, form.alphabet, form.exact ? form.least + 1 : form.opaque ? longestOpaque : longestToken);
    if (form.exact ? end - from !== form.least || (flagsAt(text, end) & word) !== 0 : end - from < form.least) continue;
    // The full stop of a sentence and the equals sign of a query are not a part of it.
    while ((flagsAt(text, end - 1) & dot) !== 0) end -= 1;
    if (form.opaque) {
      if (!isOpaque(lookOf(codes, from, end), Math.min(form.least, 16))) continue;
      end = codesEnd(codes, end, form.alphabet, longestToken);
    }
    if (form.prefix === 'eyJ' && isEmbedded(text, at, end)) continue;
    return end;
  }
  return 0;
}

/** A file within a URL, as a source map is: no token, though it begins as one. */
const isEmbedded = (text: string, at: number, end: number) =>
  text.slice(at - 7, at) === 'base64,' || (end - at < 30 && !text.slice(at, end).includes('.'));

/**
 * A key without a name: a word of random letters and digits, wherever it stands.
 * @param start where the word begins @param end where it ends
 * @returns the bounds of the whole token, null where it is an ordinary word
 */
export function randomWord(
  text: string,
  codes: Uint8Array,
  start: number,
  end: number,
  floor: number,
): readonly [number, number] | null {
  if (end - start >= 32 && isMailchimp(text, codes, start, end)) return [start, codesEnd(codes, end, urlSafe, 6)];
  if (text.slice(end - 4, end) === '_mmk') return end - start >= 36 ? [start, end] : null;
  if (end - start > longestToken) return null;
  const isBot = isBotToken(text, codes, start, end);
  if (!isBot) {
    const look = lookOf(codes, start, Math.min(end, start + 256));
    if (
      !isRandom(look) &&
      !(isRandomOfOneCase(look) && !isContentId(text, start, end)) &&
      !(look.changes >= 6 && isBase32(codes, start, end))
    )
      return null;
  }
  const before = codeAt(text, start - 1);
  const after = codeAt(text, end);
  const whole = secretAccessKey(text, codes, start, end, floor);
  if (whole !== null) return whole;
  // A part of a path, of base64 data or of a longer name with a meaning of its own.
  if (before === slash || before === plus || after === slash || after === plus) return null;
  if (before === minus && isDigest(text, start)) return null;
  let last = codesEnd(codes, end, urlSafe, 512);
  for (let parts = 0; parts < 3 && codeAt(text, last) === stop && (flagsAt(text, last + 1) & urlSafe) !== 0; parts += 1) {
    const part = codesEnd(codes, last + 1, urlSafe, 512);
    if (!isBot && !isOpaque(lookOf(codes, last + 1, part), 6)) break;
    last = part;
  }
  if (codeAt(text, last) === equals && !isBot)
    return end - start >= 40 ? null : [codesStart(codes, start, urlSafe, Math.max(floor, start - 64)), last];
  return [codesStart(codes, start, urlSafe, Math.max(floor, start - 64)), last];
}

/** The name of a content in IPFS, made of its sum. */
const isContentId = (text: string, start: number, end: number) => end - start === 59 && text.startsWith('baf', start);

/** Fifty-two small letters and digits from 2 to 7: a personal token of Azure DevOps as it was until 2024. */
function isBase32(codes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== 52) return false;
  for (let at = start; at < end; at += 1) {
    const code = codes[at] ?? 0;
    if ((flagsOf(code) & lower) === 0 && (code < 50 || code > 55)) return false;
  }
  return true;
}

/** Lengths of keys in base64 that stand alone: 24, 30 and 48 bytes; 30 are a secret access key of AWS. */
const isKeyLength = (length: number) => length === 40 || length === 32 || length === 64;
const longestKey = 64;

/** May a key in base64 begin at a word that a slash or a plus ends? A cheap test before a dear one. */
export function mayBeSecretKey(codes: Uint8Array, start: number, end: number): boolean {
  const after = codes[end] ?? 0;
  if (after !== slash && after !== plus) return false;
  if (start > 0 && (flagsOf(codes[start - 1] ?? 0) & (alphanumeric | base64Signs)) === base64Signs && codes[start - 1] !== equals)
    return false;
  return isKeyLength(codesEnd(codes, start, alphanumeric | base64Signs, longestKey + 1) - start);
}

/** A key in base64 that stands alone, as a secret access key of AWS does. It looks random, so that it is no path. */
export function secretAccessKey(
  text: string,
  codes: Uint8Array,
  start: number,
  end: number,
  floor: number,
): readonly [number, number] | null {
  if (!'+/'.includes(text.charAt(start - 1) || ' ') && !'+/'.includes(text.charAt(end) || ' ')) return null;
  const first = codesStart(codes, start, alphanumeric | base64Signs, Math.max(floor, start - longestKey));
  const last = codesEnd(codes, end, alphanumeric | base64Signs, longestKey);
  const length = last - first;
  if (!isKeyLength(length) || '/.=-'.includes(text.charAt(first))) return null;
  if (length !== 40 && (text.charAt(last - 1) === '=' || isLineOfData(text, codes, first, last))) return null;
  return isRandom(lookOf(codes, first, last)) ? [first, last] : null;
}

/** A line of base64 among others, as certificates and pictures are written: the line before or behind it is one as well. */
function isLineOfData(text: string, codes: Uint8Array, first: number, last: number): boolean {
  if (codes[last] === 58 || codes[first - 1] === 58) return true;
  const isBefore =
    first > 1 && (codes[first - 1] ?? 0) <= 32 && (flagsOf(codes[first - 2] ?? 0) & (alphanumeric | base64Signs)) !== 0;
  const next = text.charAt(last) === '\r' ? last + 2 : last + 1;
  const isLine = first === 0 || text.charAt(first - 1) === '\n' || text.charAt(first - 1) === ' ';
  return (
    isLine &&
    (text.charAt(last) === '\n' || text.charAt(last) === '\r') &&
    (isBefore || codesEnd(codes, next, alphanumeric | base64Signs, 20) - next === 20)
  );
}

const slash = 47;
const plus = 43;
const minus = 45;
const stop = 46;
const equals = 61;

/** Thirty-two hexadecimal digits and a data centre: `-us12`. */
function isMailchimp(text: string, codes: Uint8Array, start: number, end: number): boolean {
  return (
    end - start === 32 &&
    text.startsWith('-us', end) &&
    (flagsAt(text, end + 3) & digit) !== 0 &&
    codesEnd(codes, start, hexadecimal, 32) === end
  );
}

/** Three parts with full stops: an id in base64, six characters, a signature. */
function isBotToken(text: string, codes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 23 || end - start > 28 || codeAt(text, end) !== stop) return false;
  if ((flagsAt(text, start) & upper) === 0) return false;
  const second = codesEnd(codes, end + 1, urlSafe, 8);
  if (second - end !== 7 || codeAt(text, second) !== stop) return false;
  const third = codesEnd(codes, second + 1, urlSafe, 64);
  return third - second > 24 && lookOf(codes, start, end).digits > 0;
}

/** `sha512-`, `md5-`: what follows is a sum of a file. */
function isDigest(text: string, start: number): boolean {
  return /(?:sha\d{1,3}|md5)-$/i.test(text.slice(Math.max(0, start - 8), start));
}

/** @param at where `~` stands @returns the bounds of the secret of an application in Entra ID around it, null where it is none */
export function applicationSecret(text: string, codes: Uint8Array, at: number, floor: number): readonly [number, number] | null {
  if (text[at - 1] !== 'Q' || (flagsAt(text, at - 2) & digit) === 0) return null;
  const start = codesStart(codes, at, urlSafe | dot | tilde, Math.max(floor, at - 5));
  const end = codesEnd(codes, at + 1, urlSafe | dot | tilde, 64);
  return end - at > 28 && at - start >= 3 ? [start, end] : null;
}

/** @param at where `:` stands behind digits @returns the bounds of a bot's token of Telegram, or of a personal one of Asana, around it */
export function telegramToken(text: string, codes: Uint8Array, at: number, floor: number): readonly [number, number] | null {
  const start = codesStart(codes, at, digit, Math.max(floor, at - 16));
  if (at - start < 5) return null;
  const end = codesEnd(codes, at + 1, urlSafe, 64);
  // Asana: sixteen digits, thirty-two in base 16.
  if (at - start > 14 && end - at === 33 && codesEnd(codes, at + 1, hexadecimal, 32) === end) return [start, end];
  if (end - at - 1 < 34 || end - at - 1 > 36) return null;
  return text.startsWith('AA', at + 1) || isOpaque(lookOf(codes, at + 1, end), 30) ? [start, end] : null;
}

/** @param at where `|` stands behind digits @returns the bounds of an application's token of Facebook around it */
export function facebookToken(text: string, codes: Uint8Array, at: number, floor: number): readonly [number, number] | null {
  const start = codesStart(codes, at, digit, Math.max(floor, at - 17));
  if (at - start < 15 || ((flagsAt(text, start - 1) & alphanumeric) !== 0 && text.charAt(start - 2) !== '\\')) return null;
  const end = codesEnd(codes, at + 1, urlSafe, 48);
  return end - at - 1 >= 27 && end - at - 1 <= 40 ? [start, end] : null;
}

/** Hashes of passwords as `crypt` and its heirs write them. @param at where `$` stands @returns the end, 0 where it is none */
export function passwordHashEnd(text: string, at: number): number {
  const match = passwordHash.exec(text.slice(at, at + 400));
  return match === null ? 0 : at + match[0].length;
}
const passwordHash =
  /^\$(?:2[abxy]?\$\d{2}\$[./A-Za-z0-9]{22,53}|(?:argon2(?:id|i|d)|scrypt|pbkdf2[a-z0-9-]*|bcrypt-sha256|7|y|gy|8|9|1|5|6|md5|apr1|sha1|P|H|S)\$[A-Za-z0-9./+=$,_-]{16,380})/;

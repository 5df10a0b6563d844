import { isSecret, valueAt } from './assigned';
import { namesService } from './key-names';
import type { KeyKind } from './key-names';
import type { Pass } from './pass';

const space = 32;
const isQuote = (code: number) => code === 34 || code === 39;

/** The first and last letters of words that give a value behind a space: password, passphrase, token, pass, secret, key. */
const firstOfGiving = lettersOf('pstkr');
const lastOfGiving = lettersOf('dnsty');

function lettersOf(letters: string): Uint8Array {
  const found = new Uint8Array(256);
  for (const one of letters + letters.toUpperCase()) found[one.charCodeAt(0)] = 1;
  return found;
}

/** May a word that a space follows give a value? A quote behind it, or letters of such a word, or `ENV` before it. */
export function mayGive(codes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 32 || end - start < 2) return false;
  if (isQuote(codes[end + 1] ?? 0)) return true;
  // `pw x`
  if (end - start === 2 && ((codes[start] ?? 0) | 32) === 112 && ((codes[start + 1] ?? 0) | 32) === 119) return true;
  if (lastOfGiving[codes[end - 1] ?? 0] !== 1) return false;
  if (firstOfGiving[codes[start] ?? 0] === 1) return true;
  return (
    start >= 4 && codes[start - 1] === space && codes[start - 2] === 86 && codes[start - 3] === 78 && codes[start - 4] === 69
  );
}

/**
 * What stands between a name and its value: `is`, `->`, a row of hyphens; the number of a way to store it, as devices of a network have it
 * (`password 7 …`); and words about it (`password for the user "x" is …`).
 */
const fillers = /^(?:(?:for|of|in|on|to|at) [^\n:=;,.!?]{1,48}? )?(?:is|was|=|:|->)[: ]{1,2}|^\d (?=\S{6})|^ {0,12}-{2,8}>? /;

/** What stands behind `IDENTIFIED BY`. */
const identifiedBy: Readonly<{ kind: KeyKind }> = { kind: 'password' };

/** `password "x"`, `IDENTIFIED BY 'x'`, `token x`: a name and its value with a space between. */
export function spaced(pass: Pass, start: number, end: number): void {
  const { text } = pass;
  const quoted = isQuote(pass.codes[end + 1] ?? 0);
  const { kind } = quoted && isIdentifiedBy(text, start, end) ? identifiedBy : pass.names.between(pass.codes, start, end);
  if (kind !== 'password' && kind !== 'token' && !(kind === 'weak' && /key$/i.test(text.slice(start, end)))) return;
  if (end - start === 4 && /^pass$/i.test(text.slice(start, end))) return;
  let from = end + 1;
  const filler = fillers.exec(text.slice(from, from + 72));
  if (filler !== null) from += filler[0].length;
  const value = valueAt(text, from);
  if (value === null || text.slice(end, value.start).includes('\n')) return;
  const said = text.slice(value.start, value.end);
  if (!/pass|pwd|pw$/i.test(text.slice(start, end)) && isLongHex.test(said)) {
    // A number in base 16 behind the name of a provider: `heroku token 1f…`.
    if (isOfProvider(text.slice(Math.max(0, start - 32), start))) pass.found('secret', value.start, value.end);
    return;
  }
  if (value.quoted ? /\s/.test(said) || said.length < 3 : !isBareSecret(said, kind, text.slice(Math.max(0, start - 80), start)))
    return;
  if (isSecret(text, value.quoted ? kind : kind === 'password' ? 'password' : 'weak', value, ','))
    pass.found('secret', value.start, value.end);
}

const isLongHex = /^[\da-f]{32,128}$/i;
const isOfProvider = (before: string) =>
  namesService(
    before
      .trimEnd()
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '_'),
  );

function isIdentifiedBy(text: string, start: number, end: number): boolean {
  return (
    end - start === 2 && /^by$/i.test(text.slice(start, end)) && /identified $/i.test(text.slice(Math.max(0, start - 11), start))
  );
}

function isBareSecret(said: string, kind: KeyKind, before: string): boolean {
  if (/^[\d.,:-]+$/.test(said) || /[()[\]{}<>]/.test(said)) return false;
  if (kind === 'password')
    return (
      said.length >= 6 &&
      /\d/.test(said) &&
      /[a-z]/i.test(said) &&
      (/machine |login |require/.test(before) || !/^0x|^[\da-f]{7,}$|:/.test(said))
    );
  return said.length >= 16 && !/^[\da-f-]+$/i.test(said);
}

import { isSecret, valueAt } from './assigned';
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
  if (lastOfGiving[codes[end - 1] ?? 0] !== 1) return false;
  if (firstOfGiving[codes[start] ?? 0] === 1) return true;
  return (
    start >= 4 && codes[start - 1] === space && codes[start - 2] === 86 && codes[start - 3] === 78 && codes[start - 4] === 69
  );
}

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
  const filler = /^(?:is|was|=|:|->)[: ]{1,2}/.exec(text.slice(from, from + 5));
  if (filler !== null) from += filler[0].length;
  const value = valueAt(text, from);
  if (value === null || text.slice(end, value.start).includes('\n')) return;
  const said = text.slice(value.start, value.end);
  if (value.quoted ? /\s/.test(said) || said.length < 3 : !isBareSecret(said, kind, text.slice(Math.max(0, start - 80), start)))
    return;
  if (isSecret(text, value.quoted ? kind : kind === 'password' ? 'password' : 'weak', value, ','))
    pass.found('secret', value.start, value.end);
}

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

import {
  behind,
  bracedValue,
  cookieValues,
  credentialsOf,
  isClosed,
  isJsonValue,
  isSecret,
  mayBeKey,
  namedBefore,
  nameEnd,
  nameStart,
  valueAt,
  wordsBefore,
} from './assigned';
import type { Value } from './assigned';
import { alphanumeric, flagsOf, letter, word } from './characters';
import { beyondAscii } from './codes';
import { isForeignPassword } from './foreign-labels';
import type { KeyKind } from './key-names';
import type { Pass } from './pass';
import { pseudonymEnd } from './pseudonyms';

const comma = 44;
const greater = 62;

/** May `>` behind such a character be an operator? The end of a name, a quote, `=>`, `->`. */
export const mayBeTag = (code: number): boolean =>
  (flagsOf(code) & alphanumeric) !== 0 || code === 34 || code === 39 || code === 61 || code === 45;

/** A name before a comma and a value behind it. @returns whether the value is kept */
export const paired = (pass: Pass, at: number): boolean => mayBePair(pass.codes, at) && assigned(pass, at, comma);

/** A name before an operator and a value behind it. @returns whether the value is kept */
export function assigned(pass: Pass, at: number, operator: number): boolean {
  const { text, codes, floor } = pass;
  if (operator === greater && !mayBeTag(at === 0 ? 0 : (codes[at - 1] ?? 0))) return false;
  let end = nameEnd(codes, at, floor);
  if (end <= floor) return false;
  const last = codes[end - 1] ?? 0;
  if ((flagsOf(last) & word) === 0) return last === beyondAscii && foreign(pass, at, end, operator);
  let start = nameStart(codes, end, floor);
  if (start > floor && codes[start - 1] === beyondAscii && foreign(pass, at, end, operator)) return true;
  if (operator === comma ? isJsonValue(codes, start) : isClosed(codes, start, end, at)) return false;
  let name = pass.names.between(codes, start, end);
  let length = end - start;
  if (name.isType && name.kind === 'none' && start > floor) {
    // `token string = "…"`, `token: String = "…"`, `password is: …`
    end = nameEnd(codes, start - 1, floor);
    start = nameStart(codes, end, floor);
    if (end > start) {
      name = pass.names.between(codes, start, end);
      length = end - start;
    }
  }
  let { kind } = name;
  if (name.isValue) {
    const named = namedBefore(text, start, floor);
    if (named !== null) kind = pass.names.kindOf(named);
  }
  if (kind === 'ordinary') return false;
  if (kind === 'none' || kind === 'weak') {
    if (operator === comma || !mayBeKey(codes, behind(codes, at))) return false;
    kind = widened(pass, kind, length, end);
  }
  if (kind === 'none' || kind === 'ordinary') return false;
  const value = valueAt(text, at + 1, pass.seen);
  if (value === null) return false;
  // On the next line stands a value only where it looks like one; in a tag, whatever stands there.
  const isFar = operator !== greater && text.slice(at, value.start).includes('\n');
  const isPair = kind === 'password' && isBehindUser(text, start);
  return given(
    pass,
    isFar && (kind === 'password' || kind === 'token') ? 'service' : kind,
    isPair ? withSecond(text, value) : value,
    String.fromCharCode(operator),
  );
}

/** `ID/PW:`, `user, password:`: two values follow. */
const isBehindUser = (text: string, start: number) =>
  isBehindSign(text, start) &&
  /(?:^|[^a-z])(?:id|user(?:name)?|login|account)\s?[/,&|]\s?$/i.test(text.slice(Math.max(0, start - 12), start));

/** A cheap test before a dear one. */
const isBehindSign = (text: string, start: number) =>
  '/,&|'.includes(text.charAt(start - (/\s/.test(text.charAt(start - 1)) ? 2 : 1)) || ' ');

/** A value together with the second one behind a slash or a comma. */
function withSecond(text: string, value: Value): Value {
  const second = value.quoted ? null : /^(?:\s?[/|]\s?|,)[^\s,;)/]{4,64}/.exec(text.slice(value.end, value.end + 68));
  return second === null ? value : { ...value, end: value.end + second[0].length };
}

/** A name in another script, or with letters that are not of ASCII. */
function foreign(pass: Pass, at: number, end: number, operator: number): boolean {
  const { text } = pass;
  if (operator === comma || !isForeignPassword(text, end, pass.floor)) return false;
  const value = valueAt(text, at + 1, pass.seen);
  if (value === null || text.slice(at, value.start).includes('\n')) return false;
  return given(pass, 'password', value, String.fromCharCode(operator));
}

/** The kind of a name together with the words before it, where these say more. */
function widened(pass: Pass, kind: KeyKind, length: number, end: number): KeyKind {
  const phrase = wordsBefore(pass.text, end, pass.floor).trim();
  if (phrase.length <= length) return kind;
  const wider = pass.names.kindOf(phrase);
  return wider === 'none' || (wider === 'ordinary' && kind === 'weak') ? kind : wider;
}

function given(pass: Pass, kind: KeyKind, value: Value, operator: string): boolean {
  const { text } = pass;
  if (kind === 'header') {
    const credentials = credentialsOf(text, value);
    return credentials !== null && pass.found('secret', credentials.start, credentials.end);
  }
  if (kind === 'cookie' || kind === 'set-cookie') {
    let any = false;
    for (const cookie of cookieValues(text, value, kind === 'set-cookie'))
      any = pass.found('secret', cookie.start, cookie.end) || any;
    return any;
  }
  if (kind !== 'none' && kind !== 'weak' && text.charAt(value.start) === '{') {
    const braced = bracedValue(text, value.start);
    if (braced !== null) return isSecret(text, 'service', braced, operator) && pass.found('secret', braced.start, braced.end);
  }
  // A whole private key, a token or an address of a database says more itself.
  const said = text.slice(value.start, Math.min(value.end, value.start + 64));
  if (/^-----BEGIN |^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(said) || pseudonymEnd(text, value.start) !== 0) return false;
  return isSecret(text, kind, value, operator) && pass.found('secret', value.start, value.end);
}

/** `"token", "value"` or `token,value`: a comma that may stand between a name and its value. */
export function mayBePair(codes: Uint8Array, at: number): boolean {
  const before = at === 0 ? 0 : (codes[at - 1] ?? 0);
  const isQuoted = before === 34 || before === 39;
  if (!isQuoted && (flagsOf(before) & letter) === 0) return false;
  const isSpaced = codes[at + 1] === 32;
  const next = codes[at + (isSpaced ? 2 : 1)] ?? 0;
  if (next === 34 || next === 39) return isQuoted || !isSpaced;
  return !isSpaced && mayBeKey(codes, at + 1);
}

export const digit = 1;
export const lower = 2;
export const upper = 4;
/** `_` */
export const underscore = 8;
/** `-` */
export const hyphen = 16;
/** `+` `/` `=` */
export const base64Signs = 32;
/** `.` */
export const dot = 64;
/** Digits and a to f in either case. */
export const hexadecimal = 128;
/** `~` */
export const tilde = 256;
/** `$` */
export const dollar = 512;
/** `%` */
export const percent = 1024;

export const letter = lower | upper;
export const alphanumeric = digit | letter;
/** What an identifier is made of. */
export const word = alphanumeric | underscore;
/** What a token in a URL is made of. */
export const urlSafe = word | hyphen;

/** As long as there are codes, so that a look into it needs no check; nothing stands above 127. */
const flags = new Uint16Array(65_536);
for (let code = 0; code < 128; code += 1) flags[code] = flagsFor(String.fromCharCode(code));

function flagsFor(character: string): number {
  let found = 0;
  if (/[0-9]/.test(character)) found |= digit;
  if (/[a-z]/.test(character)) found |= lower;
  if (/[A-Z]/.test(character)) found |= upper;
  if (/[0-9a-fA-F]/.test(character)) found |= hexadecimal;
  if (character === '_') found |= underscore;
  if (character === '-') found |= hyphen;
  if (character === '.') found |= dot;
  if (character === '~') found |= tilde;
  if (character === '$') found |= dollar;
  if (character === '%') found |= percent;
  if (/[+/=]/.test(character)) found |= base64Signs;
  return found;
}

/** What a character may be part of, by its code; 0 for every character above 127. */
export const flagsOf = (code: number): number => flags[code] ?? 0;

/** What the character at a place may be part of; 0 outside the text and for every character above 127. */
export function flagsAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? (flags[text.charCodeAt(at)] ?? 0) : 0;
}

/** The character at a place; 0 outside the text. Asking for one outside the text itself would make all such questions slow. */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}

/** Where a run of such characters that begins at `at` ends, `most` characters further at the latest. */
export function runEnd(text: string, at: number, wanted: number, most: number): number {
  const limit = Math.min(text.length, at + most);
  let end = at;
  while (end < limit && ((flags[text.charCodeAt(end)] ?? 0) & wanted) !== 0) end += 1;
  return end;
}

/** As {@link runEnd}, in the codes of a text, which is faster. Zeros behind the text end every run. */
export function codesEnd(codes: Uint8Array, at: number, wanted: number, most: number): number {
  const limit = at + most;
  let end = at;
  while (end < limit && ((flags[codes[end] ?? 0] ?? 0) & wanted) !== 0) end += 1;
  return end;
}

/** Where a run of such characters that ends before `at` begins, never before `floor`. */
export function codesStart(codes: Uint8Array, at: number, wanted: number, floor: number): number {
  let start = at;
  while (start > floor && ((flags[codes[start - 1] ?? 0] ?? 0) & wanted) !== 0) start -= 1;
  return start;
}

/** Letters and digits of any script; half of a pair counts, so that a rare script is not cut. */
export function isForeignLetter(code: number): boolean {
  if (code < 0xaa) return false;
  // Spaces, dashes, quotes and other punctuation that is not ASCII, CJK punctuation, full-width signs.
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  if (code >= 0x2000 && code <= 0x2bff) return false;
  if (code >= 0x3000 && code <= 0x3004) return false;
  if (code >= 0x3008 && code <= 0x3020) return false;
  if (code >= 0xff00 && code <= 0xff0f) return false;
  if (code >= 0xff1a && code <= 0xff20) return false;
  return code !== 0xfeff && code !== 0xfffd;
}

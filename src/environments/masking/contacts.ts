import { codeAt, digit, flagsAt, hexadecimal, word } from './characters';
import { emailAround } from './emails';
import type { Pass } from './pass';
import { internationalEnd, nationalEnd } from './phones';

/** @param at where the sign of an address stands @param behind the first place behind it @returns whether an address was found */
export function email(pass: Pass, at: number, behind: number): boolean {
  const bounds = emailAround(pass.text, at, behind, pass.floor);
  return bounds !== null && pass.found('email', ...bounds);
}

/** `%40` is the sign of an address in a URL; other codes end a word. @returns whether the pass goes on elsewhere */
export function encoded(pass: Pass, at: number): boolean {
  const { text } = pass;
  if ((flagsAt(text, at + 1) & hexadecimal) === 0 || (flagsAt(text, at + 2) & hexadecimal) === 0) return false;
  if (pass.rules.emails && text.charCodeAt(at + 1) === 52 && text.charCodeAt(at + 2) === 48 && email(pass, at, at + 3))
    return true;
  pass.at = at + 3;
  return true;
}

/** @param at where `+` or `(` stands @returns whether a telephone number was found */
export function phone(pass: Pass, at: number): boolean {
  const { text } = pass;
  const isPlus = text.charCodeAt(at) === 43;
  if (!isPlus && codeAt(text, at + 1) === 43) {
    const end = internationalEnd(text, at + 1);
    return end !== 0 && pass.found('phone', at + 1, end);
  }
  if (
    (flagsAt(text, at - 1) & word) !== 0 &&
    !(isPlus && (flagsAt(text, at - 1) & digit) === 0 && text.startsWith('tel', at - 3))
  )
    return false;
  if (isPlus && '=/+'.includes(text.charAt(at - 1)) && at > 0 && text.charAt(at - 1) !== '=') return false;
  const end = isPlus ? internationalEnd(text, at) : nationalEnd(text, at);
  return end !== 0 && pass.found('phone', at, end);
}

import { codeAt } from './characters';

/** A pseudonym as this module writes it. */
const atStart = /^\[(?:secret|email|phone|card|iban|id|ip|word):[0-9a-f]{8}\]/;
const longest = '[secret:00000000]'.length;

/** @returns the end of a pseudonym that begins at `[`, 0 where none does */
export function pseudonymEnd(text: string, at: number): number {
  const next = codeAt(text, at + 1);
  if (next < 99 || next > 119 || !hasColon(text, at)) return 0;
  const match = atStart.exec(text.slice(at, at + longest));
  return match === null ? 0 : at + match[0].length;
}

/** As the test in {@link pseudonymEnd}, in the codes of a text: may a pseudonym begin at `[`? */
export function mayBePseudonym(codes: Uint8Array, at: number): boolean {
  const next = codes[at + 1] ?? 0;
  if (next < 99 || next > 119) return false;
  return codes[at + 3] === 58 || codes[at + 5] === 58 || codes[at + 6] === 58 || codes[at + 7] === 58;
}

/** Behind the name of a kind; a cheap test before a dear one. */
function hasColon(text: string, at: number): boolean {
  for (let place = at + 3; place <= at + 7; place += 1) if (codeAt(text, place) === 58) return true;
  return false;
}

/** @returns where the first pseudonym from a place on begins, -1 where there is none */
export function nextPseudonym(text: string, from: number): number {
  let at = text.indexOf('[', from);
  while (at !== -1 && pseudonymEnd(text, at) === 0) at = text.indexOf('[', at + 1);
  return at;
}

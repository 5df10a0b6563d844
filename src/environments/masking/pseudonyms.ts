import { codeAt } from './characters';

/** A pseudonym as this module writes it, wherever it stands in a text. */
const anywhere = /\[(?:secret|email|phone|card|iban|id|ip|word):[0-9a-f]{8}\]/g;
const atStart = /^\[(?:secret|email|phone|card|iban|id|ip|word):[0-9a-f]{8}\]/;
const longest = '[secret:00000000]'.length;

/** @returns the end of a pseudonym that begins at `[`, 0 where none does */
export function pseudonymEnd(text: string, at: number): number {
  const next = codeAt(text, at + 1);
  if (next < 99 || next > 119) return 0;
  const match = atStart.exec(text.slice(at, at + longest));
  return match === null ? 0 : at + match[0].length;
}

/** @returns where the first pseudonym from a place on begins, -1 where there is none */
export function nextPseudonym(text: string, from: number): number {
  anywhere.lastIndex = from;
  return anywhere.exec(text)?.index ?? -1;
}

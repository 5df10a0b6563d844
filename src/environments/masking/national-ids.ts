import { alphanumeric, digit, flagsAt, letter } from './characters';

const longestPattern = 40;

/**
 * Why a form of a national id cannot be used, as a sentence; null where it can. Forms are not regular expressions, so that none can
 * make masking slow: 9 is a digit, A a letter, anything else is itself.
 */
export function patternProblem(pattern: string): string | null {
  if (pattern.length > longestPattern) return `A form has at most ${longestPattern} characters.`;
  if (pattern.trim() !== pattern || pattern === '') return 'A form has no spaces at its ends.';
  if (pattern.replace(/[^9A]/g, '').length < 5) return 'A form has at least five places for digits (9) and letters (A).';
  if (!pattern.includes('9')) return 'A form has at least one place for a digit (9), else words would be masked.';
  if (!/^[\x20-\x7e]+$/.test(pattern)) return 'A form has letters, digits and signs of ASCII.';
  return /^[0-9A-Za-z]/.test(pattern) ? null : 'A form begins with a letter or a digit.';
}

/** @param at where a word begins @returns the end of a number of this form that begins there and stands alone, 0 where none does */
export function patternEnd(text: string, at: number, pattern: string): number {
  for (let n = 0; n < pattern.length; n += 1) {
    const wanted = pattern.charAt(n);
    const flags = flagsAt(text, at + n);
    if (wanted === '9' ? (flags & digit) === 0 : wanted === 'A' ? (flags & letter) === 0 : text.charAt(at + n) !== wanted)
      return 0;
  }
  const end = at + pattern.length;
  return (flagsAt(text, end) & alphanumeric) === 0 ? end : 0;
}

const labelled =
  /(?:ssn|social\s+security(?:\s+(?:number|no\.?|#))?|sozialversicherungsnummer|itin|tin|tax\s?id)["']?\s*(?:is|number|no\.?|#)?\s*[:=#]?\s*["']?$/i;

/** @param at a digit with no letter or digit before it @returns the end of a social security number of the United States, 0 where none begins there */
export function socialSecurityEnd(text: string, at: number): number {
  const match = /^(\d{3})([- .]?)(\d{2})\2(\d{4})(?![\d-])/.exec(text.slice(at, at + 13));
  if (match === null) return 0;
  const [whole, area, separator, group, serial] = match;
  if ((flagsAt(text, at + whole.length) & alphanumeric) !== 0) return 0;
  if (area === '000' || area === '666' || group === '00' || serial === '0000') return 0;
  const isLabelled = labelled.test(text.slice(Math.max(0, at - 40), at));
  if (separator === '-' && Number(area) < 900) return text.charAt(at - 1) === '-' ? 0 : at + whole.length;
  return isLabelled ? at + whole.length : 0;
}

import { alphanumeric, digit, flagsAt, codeAt } from './characters';

/** Groups of digits that cards are written in. */
const groupings = new Set('4444 4445 4446 4447 44443 44442 44441 465 464 4443 4442 4441 445 88 613 6x'.split(' '));

/** May a card's number have a first group of so many digits? See the groupings. */
export const mayBeCard = (first: number): boolean => first === 4 || first === 6 || first === 8 || first >= 12;

/** @param at a digit with no letter or digit before it @returns the end of a card's number that begins there, 0 where none does */
export function cardEnd(text: string, at: number): number {
  const code = codeAt(text, at);
  if (code < 48 || code > 57 || code === 55) return 0;
  let digits = '';
  let groups = '';
  let separator = 0;
  let place = at;
  let best = 0;
  while (digits.length < 20) {
    const groupStart = place;
    while (digits.length < 20 && (flagsAt(text, place) & digit) !== 0) {
      digits += text.charAt(place);
      place += 1;
    }
    groups += place - groupStart > 9 ? 'x' : String(place - groupStart);
    if ((flagsAt(text, place) & alphanumeric) === 0 && fits(text, at, place, digits, groups, separator)) best = place;
    const between = codeAt(text, place);
    if (
      between !== 32 &&
      between !== 45 &&
      between !== 46 &&
      between !== 0xa0 &&
      between !== 0x2009 &&
      between !== 0x202f &&
      between !== 0x2010 &&
      between !== 0x2011 &&
      between !== 0x2013
    )
      break;
    if (separator !== 0 && between !== separator) break;
    separator = between;
    // A hyphen between spaces is written by some: " - ".
    if ((flagsAt(text, place + 1) & digit) === 0) break;
    place += 1;
  }
  return best;
}

function fits(text: string, start: number, end: number, digits: string, groups: string, separator: number): boolean {
  if (digits.length < 12 || digits.length > 19) return false;
  if (separator !== 0 && groups.length > 1 && !groupings.has(groups)) return false;
  // Behind the word, also a number that was mistyped or made up, in a grouping that only cards have.
  if (!isIssued(digits) || !passesLuhn(digits)) return digits.length <= 16 && isNamed(text, start) && !isContinued(text, end);
  const after = codeAt(text, end);
  if (after === 64 || ((after === 46 || after === 45) && (flagsAt(text, end + 1) & digit) !== 0 && separator !== after))
    return false;
  return groups.length > 1 || !isOtherNumber(text, start, digits.length);
}

/** Long numbers without groups that are named as something else. */
const otherName =
  /(?:id|trace|span|offset|seq|sequence|time|timestamp|stamp|block|blk|ns|us|ts|nanos|micros|hash|size|bytes|addr|address|lsn|xid|zxid|inode|serial|imei|isbn|ean|gtin|upc|order|invoice|tracking|parcel)["'\]]?\s*[=:#]?\s*["'[#]?$/i;
const cardName = /(?:card|pan|cc|visa|mastercard|amex|credit|debit|payment|maestro)/i;

const named =
  /(?:^|[^a-z])(?:(?:credit|debit|bank|visa|amex|diners|payment|my) ?card|(?:visa|master|american|amex|diners)(?:card| ?express| ?club)?(?: card)?|(?<!(?:sd|sim|memory|sound|video|graphics|network)[ _-]?)card(?: ?(?:number|no\.?|num)|(?=["']?[:=#])|(?= is ))|pan)(?: (?:number|no\.?))?(?: is)?["']?\s?[:=#]?\s?["']?$/i;

/** Does the name of a card stand right before the number? */
const isNamed = (text: string, start: number) => named.test(text.slice(Math.max(0, start - 36), start));

const isContinued = (text: string, end: number) => /^[-. ]?\d/.test(text.slice(end, end + 2));

function isOtherNumber(text: string, start: number, length: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return otherName.test(before) && !cardName.test(before) && length >= 12;
}

/** The ranges of ISO/IEC 7812 numbers that card schemes issue, by length. */
export function isIssued(digits: string): boolean {
  const n = digits.length;
  const two = Number(digits.slice(0, 2));
  const three = Number(digits.slice(0, 3));
  const four = Number(digits.slice(0, 4));
  const six = Number(digits.slice(0, 6));
  if (/^(\d)\1+$/.test(digits)) return false;
  if (digits.startsWith('4')) return n === 13 || n === 16 || n === 19 || n === 18;
  if (two >= 51 && two <= 55) return n === 16;
  if (four >= 2200 && four <= 2205) return n >= 16;
  if (four >= 2221 && four <= 2720) return n === 16;
  if (two === 34 || two === 37) return n === 15;
  if ((three >= 300 && three <= 305) || three === 309 || two === 36 || two === 38 || two === 39)
    return n === 14 || n === 16 || n === 19;
  if (four >= 3528 && four <= 3589) return n >= 16;
  if (four === 2131 || four === 1800) return n === 15;
  if (two === 35 || two === 65 || three === 644 || (three >= 645 && three <= 649) || four === 6011) return n >= 16;
  if (two === 62 || two === 81 || two === 82) return n >= 16;
  if (two === 50 || (two >= 56 && two <= 69)) return n >= 12;
  if (four === 9792 || four === 9860 || four === 8600 || four === 9704) return n === 16 || n === 19;
  return two === 20 && six >= 201400 && six <= 201499 ? n === 15 : three === 384 ? n === 16 : false;
}

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, double = false; at >= 0; at -= 1, double = !double) {
    const value = digits.charCodeAt(at) - 48;
    sum += double ? (value > 4 ? value * 2 - 9 : value * 2) : value;
  }
  return sum % 10 === 0;
}

import { alphanumeric, codeAt, digit, flagsAt, flagsOf, letter } from './characters';
import { beyondAscii } from './codes';

/** A number as it is written: its digits in groups, and what stands between them. */
interface Written {
  readonly end: number;
  readonly digits: string;
  /** Lengths of the groups, e.g. [3, 3, 4]. */
  readonly groups: readonly number[];
  /** What stands between the groups: one sign each; a bracket stands for itself and its spaces. */
  readonly between: string;
}

const longest = 15;
const hyphen = 45;

/**
 * How many digits stand from a place on, with one or two signs between groups of them; 0 for a date and for an address of a machine.
 * Quick, and without making anything: most numbers of a log end here.
 */
export function digitsAhead(text: string, codes: Uint8Array, at: number): number {
  let digits = 0;
  let groups = 0;
  let dots = 0;
  let longestGroup = 0;
  let place = at;
  while (digits < 20) {
    const start = place;
    while (place - start < 20 && (flagsOf(codes[place] ?? 0) & digit) !== 0) place += 1;
    const length = place - start;
    if (length === 0) break;
    digits += length;
    groups += 1;
    if (length > longestGroup) longestGroup = length;
    let code = codes[place] ?? 0;
    if (groups === 1 && length === 4 && (code === 45 || code === 47) && codes[place + 3] === code && (codes[start] ?? 0) < 51)
      return 0;
    let signs = 0;
    while (
      signs < 3 &&
      (code === 32 ||
        (code >= 45 && code <= 47) ||
        code === 40 ||
        code === 41 ||
        (code === beyondAscii && isForeignSpace(text.charCodeAt(place))))
    ) {
      if (code === 46) dots += 1;
      signs += 1;
      place += 1;
      code = codes[place] ?? 0;
    }
    if (signs === 0) break;
  }
  return dots === 3 && groups === 4 && longestGroup <= 3 ? 0 : digits;
}

const isForeignSpace = (code: number) => code >= 0xa0 && code <= 0x202f;

/** The most groups that a number is written in. */
const mostGroups = 8;

/**
 * Reads groups of digits from a place on: a space, a hyphen, a full stop, a slash or brackets may stand between two of them.
 * @param most with more digits the number ends before the last group @param least numbers with fewer digits are not made
 * @returns the number with all groups, then the same without the last one, and so on
 */
function written(text: string, from: number, most: number, least: number): readonly Written[] {
  let digits = '';
  let between = '';
  const groups: number[] = [];
  const ends: number[] = [];
  /** How long `between` was at the end of each group. */
  const betweens: number[] = [];
  let at = from;
  let open = false;
  while (groups.length < mostGroups) {
    if (codeAt(text, at) === 40 && !open) {
      open = true;
      at += 1;
    }
    const start = at;
    while (at - start <= longest && (flagsAt(text, at) & digit) !== 0) at += 1;
    if (at === start || digits.length + at - start > most) break;
    digits += text.slice(start, at);
    groups.push(at - start);
    betweens.push(between.length);
    if (open && codeAt(text, at) === 41) {
      open = false;
      at += 1;
      ends.push(at);
      between += ')';
      for (let spaces = 0; spaces < 2 && ' -'.includes(text.charAt(at) || 'x') && continues(text, at + 1 - spaces); spaces += 1)
        at += 1;
      continue;
    }
    ends.push(at);
    const step = separatorLength(text, at);
    if (step === 0) break;
    between += separatorFor(text.charCodeAt(at + (step === 3 ? 1 : 0)));
    at += step;
  }
  const found: Written[] = [];
  for (let n = groups.length - 1, length = digits.length; n >= 0 && length >= least; n -= 1) {
    const gaps = between.slice(0, betweens[n]);
    found.push({ end: ends[n] ?? 0, digits: digits.slice(0, length), groups: groups.slice(0, n + 1), between: gaps });
    length -= groups[n] ?? 0;
  }
  return found;
}

/** A space for every space, a hyphen for every dash. */
function separatorFor(code: number): string {
  if (code >= 0x2010 && code <= 0x2013) return '-';
  return code >= 0xa0 ? ' ' : String.fromCharCode(code);
}

/** One sign, or a sign between spaces, with a digit or a bracket behind it. */
function separatorLength(text: string, at: number): number {
  const sign = codeAt(text, at);
  if (!isSeparator(sign)) return 0;
  if (continues(text, at + 1)) return 1;
  const next = codeAt(text, at + 1);
  if (sign === 32 && ((next >= 45 && next <= 47) || next === 0x2013) && codeAt(text, at + 2) === 32 && continues(text, at + 3))
    return 3;
  return sign !== 32 && next === 32 && sign !== 46 && continues(text, at + 2) ? 2 : 0;
}
const isSeparator = (code: number) =>
  code === 32 ||
  (code >= 45 && code <= 47) ||
  code === 0xa0 ||
  code === 0x2009 ||
  code === 0x202f ||
  (code >= 0x2010 && code <= 0x2013);
const continues = (text: string, at: number) =>
  (flagsAt(text, at) & digit) !== 0 || (codeAt(text, at) === 40 && (flagsAt(text, at + 1) & digit) !== 0);

const labels =
  /(?:^|[^a-z]|[a-z](?=[A-Z]))(?:phones?|tel(?:e(?:phone|fon[eo]?|fax))?|t[eé]l[eé]phone|mob(?:ile?)?|m[oó]vil|cell(?:ular|ulare|phone)?|fax|handy|whats\s?app|sms|msisdn|ph|tlf|tfno|gsm|natel|festnetz|rufnummer|portable|kontakt|contact|call(?:ed)?(?: (?:me|us|him|her))?(?: (?:at|on))|reach (?:me|us)(?: (?:at|on))|dial(?:ed)?|text me at|(?:my|his|her|our|their)(?: (?:new|work|home|office|direct|private|[a-z]{2,3}))? number|hotline|landline|helpline|customer care)(?:[ _-]?(?:number|num|no|nr|numero|number is|line))?\.?(?: is| was| at| on)?["'\])]{0,2}\s{0,2}[:=#>]{0,2}\s{0,2}["'[(]{0,2}(?:\+|tel:)?$/i;
const asianLabels =
  /(?:电话|電話|手机|手機|联系方式|携帯|携帯電話|传真|휴대폰|전화|连絡先|连络|телефон|тел|моб|τηλ)[号番]?[码號号]?(?:は|是|为)?[^\S\n]?[\])]?[.:：=]?\s{0,2}["'「(]?$/i;

/** A letter stands close before the number, and nothing but signs between: a cheap test before a dear one. */
function mayBeLabelled(text: string, at: number): boolean {
  const limit = Math.max(-1, at - 9);
  for (let place = at - 1; place > limit; place -= 1) {
    const code = codeAt(text, place);
    if (code >= 128) {
      if (code !== 0xa0 && (code < 0x2000 || code > 0x202f)) return true;
    } else if ((flagsOf(code) & alphanumeric) !== 0) return (flagsOf(code) & letter) !== 0;
  }
  return false;
}

function isLabelled(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 36), at);
  // Names of programs, as "PhoneInterfaceManager", have letters behind the word.
  return (
    labels.test(before.replace(/([a-z])([A-Z])/g, '$1 $2')) ||
    asianLabels.test(before) ||
    // A number of a call of a program has no 0 before it, and stands within a sentence.
    (text.charAt(at) === '0' && /(?:^|[.!?:;,"'(] ?|please )call $/i.test(before))
  );
}

const isNorthAmerican = (digits: string) => /^[2-9]\d{2}[2-9]\d{6}$/.test(digits) && !/^(\d)\1+$/.test(digits);
const countryCode =
  /^(?:1|7|2[07]|2[1-689]\d|3[0-469]|3[578]\d|4[013-9]|42\d|5[1-8]|5[09]\d|6[0-6]|6[7-9]\d|8[1246]|8[0578]\d|9[0-58]|9[679]\d)/;

/** Extensions: `ext. 12`, `x12`, `;ext=12`, `#12`. */
function withExtension(text: string, end: number): number {
  const match =
    /^(?:\s{0,4},?\s?(?:ext(?:ension|n)?|int|x|durchwahl|dw|anexo|ramal|poste)\s?[.:]?\s{0,4}\d{1,7}|;ext=\d{1,7}|\s#\d{2,6})(?!\d)/i.exec(
      text.slice(end, end + 28),
    );
  return match === null ? end : end + match[0].length;
}

/** What stands right behind shows that it was a date, a time, a version or an amount. */
function stopsBadly(text: string, end: number): boolean {
  const next = text.charAt(end);
  if ((flagsAt(text, end) & alphanumeric) !== 0 || next === '_' || next === '%' || next === '@')
    return !/^(?:x|ext\.?)\s?\d/i.test(text.slice(end, end + 6));
  return (
    (/[:.,/\-+]/.test(next) && (flagsAt(text, end + 1) & digit) !== 0) || (next === ' ' && (flagsAt(text, end + 1) & digit) !== 0)
  );
}

/** @param at where `+` stands, with no letter or digit before it @returns the end of the number, 0 where it is none */
export function internationalEnd(text: string, at: number): number {
  let from = at + 1;
  // "(+44) 20 …", "+ 44 20 …", "+(44) 20 …"
  if (text.charAt(from) === ' ' || text.charAt(from) === '(') from += 1;
  if ((flagsAt(text, from) & digit) === 0 || text.charAt(from) === '0') return 0;
  const head = /^\d{1,4}/.exec(text.slice(from, from + 5))?.[0] ?? '';
  const closed = from + head.length;
  let numbers: readonly Written[];
  const isClosed = codeAt(text, closed) === 41;
  if (isClosed) {
    const rest = closed + (/[ -]/.test(text.charAt(closed + 1)) ? 2 : 1);
    numbers = written(text, rest, longest - head.length, 0).map((behind) => ({
      ...{ end: behind.end, digits: head + behind.digits },
      ...{ groups: [head.length, ...behind.groups], between: `)${behind.between}` },
    }));
  } else numbers = written(text, from, longest, 8);
  const fewest = isClosed ? 2 : 1;
  const found = numbers.find((number) => isInternational(text, number) && (number.groups.length === fewest || !runsOn(number)));
  return found === undefined || (from > at + 1 && text.charAt(at + 1) === ' ' && found.groups.length < 2)
    ? 0
    : withExtension(text, found.end);
}

/** Does the last group begin another number? */
function runsOn({ digits, groups, between }: Written): boolean {
  const last = groups[groups.length - 1] ?? 0;
  const before = digits.length - last;
  if (before < 9 || between.charAt(between.length - 1) !== ' ') return false;
  return (
    digits.charAt(before) === '0' ||
    last > 6 ||
    (between.length > 1 && between.charAt(between.length - 2) !== ' ' && before >= 10)
  );
}

function isInternational(text: string, { digits, groups, between, end }: Written): boolean {
  if (digits.length < 8 || digits.length > longest || !countryCode.test(digits)) return false;
  if (digits.startsWith('1') && digits.length !== 11 && groups.length > 2) return false;
  // A place on the earth: +51.507351
  if (groups.length === 2 && between === '.' && (groups[0] ?? 0) <= 3) return false;
  if (/[_%@]/.test(text.charAt(end)) || (flagsAt(text, end) & digit) !== 0) return false;
  return !(text.charAt(end) === ':' && (flagsAt(text, end + 1) & digit) !== 0);
}

/** @param at a digit or `(`, with no letter, digit or sign of a number before it @returns the end of a telephone number that begins there, 0 where none does */
export function nationalEnd(text: string, at: number): number {
  if (codeAt(text, at) === 40 && (flagsAt(text, at + 1) & digit) === 0) return 0;
  const before = text.charAt(at - 1);
  const isBehindNumber = (flagsAt(text, at - 2) & digit) !== 0;
  const isApart = before === '' || !'-./:_#$€£%=,'.includes(before) || (':=,'.includes(before) && !isBehindNumber);
  const isBesideNumber = isApart && before === ' ' && isBehindNumber;
  const isAlone = isApart && !isBesideNumber;
  const mayHaveLabel = mayBeLabelled(text, at);
  if (!isAlone && !mayHaveLabel && !(isBesideNumber && codeAt(text, at + 3) === hyphen)) return 0;
  // Without a label, a first group of one digit begins only 1-800-… and 8-800-…
  const isOneDigit = (flagsAt(text, at) & digit) !== 0 && (flagsAt(text, at + 1) & digit) === 0;
  if (!mayHaveLabel && isOneDigit && codeAt(text, at) !== 49 && codeAt(text, at) !== 56) return 0;
  if (!mayHaveLabel && isOneDigit && (flagsAt(text, at + 3) & digit) === 0) return 0;
  const numbers = written(text, at, longest, mayHaveLabel ? 7 : 8);
  const [whole] = numbers;
  if (whole === undefined || text.charAt(whole.end) === '@') return 0;
  if (isBesideNumber) {
    // Behind an amount or a number in a list, only what is written with hyphens.
    const written = numbers.find(({ groups, between }) => groups.join('-') === '3-3-4' && between === '--');
    if (written !== undefined && isNorthAmerican(written.digits) && !stopsBadly(text, written.end))
      return withExtension(text, written.end);
  }
  if (isAlone) {
    for (const number of numbers) {
      const { digits, end } = number;
      if (
        digits.length < 8 ||
        isDate(number) ||
        stopsBadly(text, end) ||
        (text.charAt(at) === '(' && !number.between.includes(')'))
      )
        continue;
      if (isNational(text, at, number)) return withExtension(text, end);
    }
  }
  if (!mayHaveLabel || !isLabelled(text, at)) return 0;
  const labelled = numbers.find(
    (number) =>
      number.digits.length >= 7 &&
      !isDate(number) &&
      (flagsAt(text, number.end) & alphanumeric) === 0 &&
      (number.groups.length === 1 || !runsOn(number)),
  );
  return labelled === undefined ? 0 : withExtension(text, labelled.end);
}

function isDate({ digits, groups, between }: Written): boolean {
  const [a = 0, b = 0, c = 0] = groups;
  if (a === 4 && b === 2 && c === 2 && /^(?:19|20)/.test(digits)) return true;
  if (
    a <= 2 &&
    b <= 2 &&
    c === 4 &&
    /^\d{2,4}(?:19|20)/.test(digits) &&
    between.charAt(0) === between.charAt(1) &&
    between.charAt(0) !== ' '
  )
    return true;
  if (a === 4 && b <= 2 && /^(?:19|20)\d\d/.test(digits) && c <= 2 && groups.length >= 3) return true;
  // An address of a machine, or a version.
  return groups.length === 4 && /^\.+$/.test(between) && groups.every((length) => length <= 3);
}

function isNational(text: string, at: number, { digits, groups, between, end }: Written): boolean {
  const shape = groups.join('-');
  const uniform = new Set(between).size <= 1;
  const bracketed = text.charAt(at) === '(';
  if (groups.length === 1) {
    if (/^00[1-9]\d{8,12}$/.test(digits))
      return countryCode.test(digits.slice(2)) && digits.length >= 12 && !/^00\d0{3}/.test(digits);
    if (digits.length === 10 && isNorthAmerican(digits) && /^ ?(?:x|ext\.?) ?\d{2,6}\b/i.test(text.slice(end, end + 12)))
      return true;
    // A mobile number in a Chinese, Japanese or Korean sentence.
    return /^(?:1[3-9]\d{9}|0[789]0\d{8}|01[016-9]\d{7,8})$/.test(digits) && isEastAsian(codeAt(text, at - 1));
  }
  if (digits.startsWith('00'))
    return (
      /^00[1-9]/.test(digits) &&
      digits.length >= 10 &&
      countryCode.test(digits.slice(2)) &&
      (groups[0] ?? 0) >= 2 &&
      (groups[0] ?? 0) <= 6
    );
  // Abroad from North America: 011 and a country.
  if (/^011[1-9]/.test(digits) && groups.length >= 3 && digits.length >= 11)
    return countryCode.test(digits.slice(3)) || isTrunk(digits, groups, between);
  // North America.
  if (shape === '3-7' && between === '-' && isNorthAmerican(digits)) return true;
  if (/^(?:3-3-4|3-7)$/.test(shape) && isNorthAmerican(digits))
    return bracketed || (shape === '3-3-4' && (uniform || between === '/-' || between === ' -'));
  if (shape === '1-3-3-4' && digits.startsWith('1') && isNorthAmerican(digits.slice(1)))
    return /^(?:--|\.\.|  | \)|-\)|[ -]{3}|-\)|\.\.\.|---)/.test(between) || uniform;
  // Russia: 8 (495) 123-45-67, 8-800-123-45-67.
  if (shape === '1-3-3-2-2' && digits.startsWith('8')) return /^[ -]*\)?[ -]*$/.test(between);
  if (bracketed) return isBracketed(digits, groups);
  // The area stands in brackets behind a first 0: 01 (33) 3461 2234.
  if (between.indexOf(')') > 0 && digits.startsWith('0') && digits.length >= 10 && digits.length <= 13)
    return (groups[0] ?? 0) <= 3 && (groups[1] ?? 0) <= 4;
  if (digits.startsWith('0')) return isTrunk(digits, groups, between);
  // China: 138 0013 8000. India: 98765 43210. Free calls of Australia and others: 1300 123 456.
  if (shape === '3-4-4' && /^1[3-9]/.test(digits)) return uniform;
  if (shape === '5-5' && /^[6-9]/.test(digits)) return between === ' ' || between === '-';
  if (/^(?:4-3-3|4-3-4)$/.test(shape) && /^1[38]00/.test(digits)) return uniform;
  // Brazil: 11 91234-5678. Singapore and others are not told from any other number.
  if (/^2-[45]-4$/.test(shape)) return between === ' -' && /^[1-9][1-9]/.test(digits);
  // Russia, Ukraine, Turkey without a trunk 0: 495 123-45-67.
  return shape === '3-3-2-2' && between === ' --' && /^[3-9]/.test(digits);
}

const isEastAsian = (code: number) =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  code === 0xff1a ||
  code === 0xff08;

function isBracketed(digits: string, groups: readonly number[]): boolean {
  const [area = 0, next = 0] = groups;
  if (area < 1 || area > 5 || groups.length < 2 || groups.length > 6) return false;
  if (digits.startsWith('0')) return digits.length >= 8 && digits.length <= 12 && next >= 2;
  return (
    (area === 2 || area === 3) &&
    digits.length >= 9 &&
    digits.length <= 11 &&
    groups.slice(1).every((length) => length >= 2 && length <= 5) &&
    groups.length >= 3
  );
}

/** Numbers with a leading zero: most of Europe, Asia, Africa and Oceania. */
function isTrunk(digits: string, groups: readonly number[], between: string): boolean {
  const [area = 0, next = 0] = groups;
  // Argentina and Mexico put a number of two digits for mobiles behind the area.
  const most = area >= 3 && groups.length === 4 && groups[3] === 4 ? 13 : 12;
  if (digits.length < 9 || digits.length > most || digits.startsWith('00') || area < 2 || area > 6) return false;
  if (/\./.test(between) && !/^\.+$/.test(between)) return false;
  if (/^\.+$/.test(between))
    return (
      groups.length >= 3 && (groups.every((length) => length === 2) ? digits.length === 10 : digits.length >= 9 && area >= 2)
    );
  if (groups.every((length) => length === 2)) return digits.length === 10;
  // Services: 0900-1 123 123.
  const rest = /^0[89]00/.test(digits) && area === 4 ? groups.slice(2) : groups.slice(1);
  if (groups.length > 5 || rest.some((length) => length < 2)) return false;
  // Two groups of a number in columns: 012345 678901 is masked only where the first looks like a prefix.
  if (groups.length === 2) return area <= 5 && next >= 5 && (between !== ' ' || area >= 3) && next <= 8;
  return true;
}

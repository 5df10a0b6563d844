import { alphanumeric, digit, flagsAt, flagsOf, letter, lower, codeAt } from './characters';

/** Length of an account number by country: the registry of ISO 13616, and countries that use the form without being in it. */
const lengths = new Map(
  (
    'AD24 AE23 AL28 AO25 AT20 AZ28 BA20 BE16 BF28 BG22 BH22 BI27 BJ28 BR29 BY28 CF27 CG27 CH21 CI28 CM27 CR22 CV25 CY28 CZ24 DE22 DJ27 DK18 DO28 ' +
    'DZ26 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GA27 GB22 GE22 GI23 GL18 GQ27 GR27 GT28 GW25 HN28 HR21 HU28 IE22 IL23 IQ23 IR26 IS26 IT27 JO30 KM27 ' +
    'KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MG27 MK19 ML28 MN20 MR27 MT31 MU30 MZ25 NE28 NI28 NL18 NO15 OM23 PK24 PL28 ' +
    'PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TD27 TG28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry): readonly [string, number] => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const isSeparator = (code: number) =>
  code === 32 ||
  (code >= 45 && code <= 47) ||
  code === 0xa0 ||
  code === 0x2009 ||
  code === 0x202f ||
  (code >= 0x2010 && code <= 0x2013);

/** The countries by both letters. */
const countries = new Uint8Array(1_024);
for (const country of lengths.keys()) countries[countryAt(country.charCodeAt(0), country.charCodeAt(1))] = 1;

function countryAt(first: number, second: number): number {
  return ((first & 31) << 5) | (second & 31);
}

/** The letters of a country, and a digit at the third or fourth place: a cheap test before a dear one. */
export function mayBeIban(codes: Uint8Array, at: number): boolean {
  const third = codes[at + 2] ?? 0;
  // `IBANDE89…`: the word before the number.
  if (third === 65 || third === 97) return isWordBefore(codes, at);
  if (third > 57 || third === 47 || (third < 47 && (flagsOf(codes[at + 3] ?? 0) & digit) === 0)) return false;
  return countries[countryAt(codes[at] ?? 0, codes[at + 1] ?? 0)] === 1;
}

const isWordBefore = (codes: Uint8Array, at: number): boolean =>
  ((codes[at] ?? 0) | 32) === 105 &&
  ((codes[at + 1] ?? 0) | 32) === 98 &&
  ((codes[at + 3] ?? 0) | 32) === 110 &&
  (flagsOf(codes[at + 6] ?? 0) & digit) !== 0;

/** @param at where a word begins @returns the end of an account number that begins there, also behind the word `IBAN`; 0 where none does */
export function ibanEnd(text: string, at: number): number {
  const start = /^iban[a-z]{2}\d/i.test(text.slice(at, at + 7)) ? at + 4 : at;
  return numberEnd(text, start);
}

function numberEnd(text: string, at: number): number {
  if ((flagsAt(text, at) & letter) === 0 || (flagsAt(text, at + 1) & letter) === 0) return 0;
  // A space may stand behind the country, as printed forms do.
  const checks = isSeparator(codeAt(text, at + 2)) ? at + 3 : at + 2;
  if ((flagsAt(text, checks) & digit) === 0 || (flagsAt(text, checks + 1) & digit) === 0) {
    if (!(isSeparator(codeAt(text, checks + 1)) && (flagsAt(text, checks) & digit) !== 0)) return 0;
  }
  const wanted = lengths.get(text.slice(at, at + 2).toUpperCase());
  if (wanted === undefined) return 0;
  let characters = '';
  let place = at;
  while (characters.length < wanted) {
    const code = codeAt(text, place);
    if ((flagsAt(text, place) & alphanumeric) !== 0) characters += text.charAt(place);
    // Two spaces may stand between groups.
    else if (
      !isSeparator(code) ||
      (isSeparator(codeAt(text, place - 1)) && (code !== 32 || isSeparator(codeAt(text, place - 2))))
    )
      return 0;
    place += 1;
  }
  if ((flagsAt(text, place) & alphanumeric) !== 0) return 0;
  return passesMod97(characters) ? place : 0;
}

/** The check of ISO 7064: the first four characters go to the end, letters count from 10, and the rest of a division by 97 is 1. */
export function passesMod97(characters: string): boolean {
  let rest = 0;
  for (let n = 0; n < characters.length; n += 1) {
    const place = (n + 4) % characters.length;
    const flags = flagsAt(characters, place);
    const code = characters.charCodeAt(place);
    if ((flags & digit) !== 0) rest = (rest * 10 + code - 48) % 97;
    else rest = (rest * 100 + code - ((flags & lower) !== 0 ? 87 : 55)) % 97;
  }
  return rest === 1;
}

import {
  actions,
  assigns,
  atSign,
  backslashSign,
  colonSign,
  commaSign,
  dollarSign,
  escapeSign,
  foreignSign,
  hyphenSign,
  inNumber,
  inWord,
  percentSign,
  pipeSign,
  plain,
  plusOrBracket,
  squareBracket,
  tildeSign,
} from './actions';
import {
  alphanumeric,
  codeAt,
  digit,
  flagsAt,
  flagsOf,
  hexadecimal,
  letter,
  runEnd,
  underscore,
  urlSafe,
  word,
} from './characters';
import {
  behind,
  cookieValues,
  credentialsOf,
  isJsonValue,
  isSecret,
  mayBeKey,
  nameEnd,
  namedBefore,
  nameStart,
  noValue,
  valueAt,
  wordsBefore,
} from './assigned';
import { cardEnd } from './cards';
import { beyondAscii, Codes } from './codes';
import { emailAround } from './emails';
import { longOption, shortOption } from './flags-of-commands';
import { ibanEnd } from './ibans';
import { ipv4End, ipv6End } from './ips';
import type { KeyKind } from './key-names';
import { KnownNames } from './known-names';
import { patternEnd, socialSecurityEnd } from './national-ids';
import { isOpaque, lookOf } from './opaque';
import { digitsAhead, internationalEnd, nationalEnd } from './phones';
import { BlockEnds, keyBlockAt, puttyLines } from './private-keys';
import { pseudonymEnd } from './pseudonyms';
import type { MaskingRules } from './rules';
import { mayBeForm } from './token-forms';
import { applicationSecret, facebookToken, passwordHashEnd, randomWord, telegramToken, tokenEnd } from './tokens';
import { oracleLogin, userInfo } from './urls';

/** What a masked value was; stands in its pseudonym. */
export type MaskKind = 'secret' | 'email' | 'phone' | 'card' | 'iban' | 'id' | 'ip' | 'word';

/** A place to mask. */
export interface Finding {
  readonly kind: MaskKind;
  readonly start: number;
  readonly end: number;
}

/** Small letters, capitals and digits. */
const mixed = alphanumeric;

const comma = 44;
const greater = 62;
/** Before `>`: the end of a name, a quote, `=>`, `->`. */
const mayBeTag = (code: number) =>
  (flagsOf(code) & alphanumeric) !== 0 || code === 34 || code === 39 || code === 61 || code === 45;

const stretchLength = 1_024;

const space = 32;
const isQuote = (code: number) => code === 34 || code === 39;

/** No key without a name is shorter. */
const shortestRandom = 23;

/** May something begin at a word with these three characters, whatever stands behind them? */
function mayBegin(first: number, second: number, third: number): boolean {
  // An account number has a digit at the third or fourth place.
  if (third <= 57 || mayBeForm(first, second, third)) return true;
  switch (first | 32) {
    // Bearer, Basic
    case 98:
      return (second | 32) === 101 || second === 97;
    // Private-Lines
    case 112:
      return first === 80 && second === 114;
    // sha256
    case 115:
      return (second | 32) === 104;
    default:
      return false;
  }
}

/** The first and last letters of words that give a value behind a space: password, passphrase, token, pass, secret, key. */
const firstOfGiving = lettersOf('pstkr');
const lastOfGiving = lettersOf('dnsty');

function lettersOf(letters: string): Uint8Array {
  const found = new Uint8Array(256);
  for (const one of letters + letters.toUpperCase()) found[one.charCodeAt(0)] = 1;
  return found;
}

/** May a word that a space follows give a value? A quote behind it, or letters of such a word, or `ENV` before it. */
function mayGive(codes: Uint8Array, start: number, end: number): boolean {
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

/** Words that are looked for, by their first character in small letters. */
type Words = ReadonlyMap<string, readonly string[]>;

/** Looks for everything that the rules name, in one pass over a text. Made once for rules, used for many texts. */
export class Scanner {
  private readonly names = new KnownNames();
  private readonly codes = new Codes();
  private readonly words: Words;

  constructor(private readonly rules: MaskingRules) {
    const words = new Map<string, string[]>();
    for (const entry of rules.words.map((text) => text.trim().toLowerCase()).filter((text) => text !== '')) {
      const first = entry.charAt(0);
      words.set(
        first,
        [...(words.get(first) ?? []), entry].sort((a, b) => b.length - a.length),
      );
    }
    this.words = words;
  }

  /** @returns what is to be masked, from left to right, never overlapping. Takes time in proportion to the length of the text. */
  scan(text: string): readonly Finding[] {
    return new Pass(text, this.codes.of(text), this.rules, this.words, this.names).run();
  }
}

/** One pass over one text: its place, and what it found. */
class Pass {
  private at = 0;
  /** The end of the last finding, before which nothing is looked at again. */
  private floor = 0;
  private readonly findings: Finding[] = [];
  private readonly ends: BlockEnds;
  private readonly hasOwnWords: boolean;
  /** Whether most words are passed at a look. */
  private readonly isQuick: boolean;
  private readonly seen = noValue();

  constructor(
    private readonly text: string,
    private readonly codes: Uint8Array,
    private readonly rules: MaskingRules,
    private readonly words: Words,
    private readonly names: KnownNames,
  ) {
    this.ends = new BlockEnds(text);
    this.hasOwnWords = words.size > 0 || (rules.nationalIds && rules.nationalIdPatterns.length > 0);
    this.isQuick = !this.hasOwnWords && !rules.ips;
  }

  run(): readonly Finding[] {
    const { length } = this.text;
    while (this.at < length) this.stretch(Math.min(length, this.at + stretchLength));
    return this.findings;
  }

  /** Goes on until a place, or somewhat further. One call for a whole text would never run as the fast code that calls are made into. */
  private stretch(until: number): void {
    const { codes, isQuick } = this;
    let { at } = this;
    while (at < until) {
      const code = codes[at] ?? 0;
      const action = actions[code] ?? plain;
      if (action === plain) {
        at += 1;
        continue;
      }
      if (action === inWord && isQuick && !mayBegin(code, codes[at + 1] ?? 0, codes[at + 2] ?? 0)) {
        let end = at + 1;
        while ((flagsOf(codes[end] ?? 0) & word) !== 0) end += 1;
        if (end - at < shortestRandom && (codes[end] !== space || !mayGive(codes, at, end))) {
          at = end;
          continue;
        }
      }
      this.at = at;
      if (action === inWord) this.word(code);
      else if (action === inNumber) this.number();
      else this.sign(action);
      at = this.at;
    }
    this.at = at;
  }

  /** Keeps a finding, unless it holds a pseudonym already. @returns whether it was kept; then the pass goes on behind it */
  private found(kind: MaskKind, start: number, end: number): boolean {
    if (start < this.floor || end <= start) return false;
    // One more: a value that ends at a bracket is read without it.
    const said = this.text.slice(start, end + 1);
    for (let bracket = said.indexOf('['); bracket !== -1; bracket = said.indexOf('[', bracket + 1)) {
      if (pseudonymEnd(said, bracket) !== 0) return false;
    }
    this.findings.push({ kind, start, end });
    this.floor = end;
    this.at = end;
    return true;
  }

  private foreign(code: number): void {
    const { text, at } = this;
    if (code === 0xff20 && this.rules.emails && this.email(at, at + 1)) return;
    if (code === 0xff0b && this.rules.phones) {
      const end = internationalEnd(text, at);
      if (end !== 0 && this.found('phone', at, end)) return;
    }
    if (code === 0xff1a && this.rules.secrets && this.assigned(at, code)) return;
    if (this.hasOwnWords && this.ownWord(at)) return;
    this.at += 1;
  }

  /** A word that begins here; goes on behind it. */
  private word(code: number): void {
    const { text, codes, at, rules } = this;
    if (this.hasOwnWords && this.ownWord(at)) return;
    const third = codes[at + 2] ?? 0;
    if (rules.secrets) {
      if (mayBeForm(code, codes[at + 1] ?? 0, third) && this.token(at)) return;
      const first = code | 32;
      if (first === 98) {
        if (this.scheme(at)) return;
      } else if (first === 112) {
        if (code === 80 && this.putty(at)) return;
        // Sums of files: what follows is no key.
      } else if (first === 115 && this.passDigest(at)) return;
    }
    // A digit stands at the third or fourth place.
    if (third <= 57 && rules.ibans && this.mayBeIban(third, at)) {
      const iban = ibanEnd(text, at);
      if (iban !== 0 && this.found('iban', at, iban)) return;
    }
    if (rules.ips && (flagsAt(text, at) & hexadecimal) !== 0) {
      const ip = ipv6End(text, at);
      if (ip !== 0 && this.found('ip', at, ip)) return;
    }
    this.restOfWord(at);
  }

  private token(at: number): boolean {
    const end = tokenEnd(this.text, at);
    return end !== 0 && this.found('secret', at, end);
  }

  private putty(at: number): boolean {
    if (!this.text.startsWith('Private-Lines:', at)) return false;
    const lines = puttyLines(this.text, at);
    return lines !== null && this.found('secret', ...lines);
  }

  private mayBeIban(third: number, at: number): boolean {
    return third >= 48 || (third < 47 && (flagsAt(this.text, at + 3) & digit) !== 0);
  }

  /** Goes to the end of the word that begins at `start`, and looks at it as a whole. */
  private restOfWord(start: number): void {
    const { text, codes } = this;
    let end = this.at;
    let seen = 0;
    for (let found = flagsOf(codes[end] ?? 0); (found & word) !== 0; found = flagsOf(codes[end] ?? 0)) {
      seen |= found;
      end += 1;
    }
    this.at = end;
    if (!this.rules.secrets) return;
    if (end - start >= shortestRandom && ((seen & mixed) === mixed || codes[end] === 45)) {
      const bounds = randomWord(text, start, end, this.floor);
      if (bounds !== null && this.found('secret', ...bounds)) return;
    }
    if (codes[end] === space && mayGive(codes, start, end)) this.spaced(start, end);
  }

  /** `password "x"`, `IDENTIFIED BY 'x'`, `token x`: a name and its value with a space between. */
  private spaced(start: number, end: number): void {
    const { text } = this;
    const quoted = isQuote(this.codes[end + 1] ?? 0);
    const { kind } = quoted && this.isIdentifiedBy(start, end) ? identifiedBy : this.names.between(this.codes, start, end);
    if (kind !== 'password' && kind !== 'token' && !(kind === 'weak' && /key$/i.test(text.slice(start, end)))) return;
    if (end - start === 4 && /^pass$/i.test(text.slice(start, end))) return;
    let from = end + 1;
    const filler = /^(?:is|was|=|:|->)[: ]{1,2}/.exec(text.slice(from, from + 5));
    if (filler !== null) from += filler[0].length;
    const value = valueAt(text, from);
    if (value === null || text.slice(end, value.start).includes('\n')) return;
    const said = text.slice(value.start, value.end);
    if (
      value.quoted
        ? /\s/.test(said) || said.length < 3
        : !this.isBareSecret(said, kind, text.slice(Math.max(0, start - 80), start))
    )
      return;
    if (isSecret(text, value.quoted ? kind : kind === 'password' ? 'password' : 'weak', value, ','))
      this.found('secret', value.start, value.end);
  }

  private isIdentifiedBy(start: number, end: number): boolean {
    const { text } = this;
    return (
      end - start === 2 &&
      /^by$/i.test(text.slice(start, end)) &&
      /identified $/i.test(text.slice(Math.max(0, start - 11), start))
    );
  }

  private isBareSecret(said: string, kind: KeyKind, before: string): boolean {
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

  /** `Bearer x` and `Basic x`, with or without a header before. */
  private scheme(at: number): boolean {
    const { text } = this;
    const isBearer = text.startsWith('earer ', at + 1);
    if (!isBearer && !text.startsWith('asic ', at + 1) && !text.startsWith('EARER ', at + 1)) return false;
    const value = valueAt(text, at + (isBearer ? 7 : 6));
    if (value === null) return false;
    const look = lookOf(text, value.start, Math.min(value.end, value.start + 200));
    const length = value.end - value.start;
    const said = text.slice(value.start, Math.min(value.end, value.start + 40));
    if (/^[$<{%*[]/.test(said) || /=./.test(said.replace(/=+$/, '').replace(/^[\w.+/-]+$/, ''))) return false;
    const isIt = isBearer
      ? length >= 8 && (look.digits > 0 || length >= 24)
      : length >= 8 && (isOpaque(look, 8) || look.changes >= 3 || text.charAt(value.end - 1) === '=');
    return isIt && this.found('secret', value.start, value.end);
  }

  /** `sha512-…`, `sha256:…`: goes behind the sum. @returns whether there was one */
  private passDigest(at: number): boolean {
    const { text } = this;
    if ((codeAt(text, at + 1) | 32) !== 104) return false;
    const head = /^sha\d{1,3}[-:=/_ ]{1,2}/i.exec(text.slice(at, at + 10));
    if (head === null) return false;
    let end = at + head[0].length;
    const { length } = text;
    while (end < length && ((flagsAt(text, end) & (alphanumeric | underscore)) !== 0 || '+/='.includes(text.charAt(end))))
      end += 1;
    if (end - at - head[0].length < 20) return false;
    this.at = end;
    return true;
  }

  /** A run of digits that begins here, no letter before it. */
  private number(): void {
    const { text, codes, at, rules } = this;
    if (!this.hasOwnWords && !rules.ips && this.isPlainNumber(at)) {
      this.restOfWord(at);
      return;
    }
    const sign = at === 0 ? 0 : (codes[at - 1] ?? 0);
    const before = flagsOf(sign);
    if (this.hasOwnWords && this.ownWord(at)) return;
    if (rules.secrets && mayBeForm(codes[at] ?? 0, codes[at + 1] ?? 0, codes[at + 2] ?? 0) && this.token(at)) return;
    // The rest of a decimal number, of a name with hyphens or of a number below zero is none of these.
    const within = (sign === 46 || sign === 45 || sign === 47) && at > 1 && (flagsOf(codes[at - 2] ?? 0) & alphanumeric) !== 0;
    const digits = within || (before & word) !== 0 ? 0 : digitsAhead(text, codes, at);
    if (digits >= 7) {
      const ahead = runEnd(text, at, digit, 20) - at;
      if (digits >= 12 && rules.cards && !(sign === 45 && (flagsAt(text, at - 2) & word) !== 0) && ahead >= 2) {
        const card = cardEnd(text, at);
        if (card !== 0 && this.found('card', at, card)) return;
      }
      if (digits >= 9 && rules.nationalIds && (ahead === 3 || ahead === 9)) {
        const id = socialSecurityEnd(text, at);
        if (id !== 0 && this.found('id', at, id)) return;
      }
      if (rules.phones && ahead <= 15 && (ahead >= 2 || sign !== 46)) {
        const phone = nationalEnd(text, at);
        if (phone !== 0 && this.found('phone', at, phone)) return;
      }
    }
    if (rules.ips) {
      const ip = ipv4End(text, at) || ((before & (alphanumeric | underscore)) === 0 && sign !== 58 ? ipv6End(text, at) : 0);
      if (ip !== 0 && this.found('ip', at, ip)) return;
    }
    this.restOfWord(at);
  }

  /** Fewer than seven digits, and no sign behind them that a longer number may go on after: most numbers of a log. */
  private isPlainNumber(at: number): boolean {
    const { codes } = this;
    let end = at + 1;
    while ((flagsOf(codes[end] ?? 0) & digit) !== 0) end += 1;
    if (end - at >= 7) return false;
    const sign = codes[end] ?? 0;
    if (sign >= beyondAscii || sign === 41 || sign === 40) return false;
    // A date; see digitsAhead.
    if (end - at === 4 && (sign === 45 || sign === 47) && codes[end + 3] === sign && (codes[at] ?? 0) < 51) return true;
    if (sign !== 32 && sign !== 45 && sign !== 46 && sign !== 47) return !(at + 2 < end && (flagsOf(sign) & letter) !== 0);
    const next = codes[end + 1] ?? 0;
    return (next < 48 || next > 57) && next !== 40 && next !== sign && next !== 45 && next !== 47;
  }

  private sign(action: number): void {
    const { at, rules } = this;
    if (action === foreignSign) {
      this.foreign(this.text.charCodeAt(at));
      return;
    }
    if (action === squareBracket || action === backslashSign || action === escapeSign || action === percentSign) {
      if (this.passed(action)) return;
    } else if (action === atSign) {
      if (rules.emails && this.email(at, at + 1)) return;
    } else if (action === plusOrBracket) {
      if (rules.phones && this.phone(at)) return;
    } else if (action === colonSign) {
      if (rules.secrets && this.colon(at)) return;
      if (rules.ips && codeAt(this.text, at + 1) === 58 && this.isApart(at)) {
        const ip = ipv6End(this.text, at);
        if (ip !== 0 && this.found('ip', at, ip)) return;
      }
    } else if (rules.secrets && this.secretSign(action, at)) return;
    this.at = Math.max(this.at, at + 1);
  }

  /** Signs that only secrets have to do with. @returns whether the pass goes on elsewhere */
  private secretSign(action: number, at: number): boolean {
    const { text } = this;
    switch (action) {
      case commaSign:
        return this.mayBePair(at) && this.assigned(at, comma);
      case assigns:
        return this.assigned(at, text.charCodeAt(at));
      case hyphenSign:
        return this.hyphen(at);
      case pipeSign:
        return this.pipe(at);
      case dollarSign: {
        const hash = passwordHashEnd(text, at);
        return hash !== 0 && this.found('secret', at, hash);
      }
      case tildeSign: {
        const bounds = applicationSecret(text, at, this.floor);
        if (bounds !== null && this.found('secret', ...bounds)) return true;
        if (!text.startsWith('sha256', at - 6)) return false;
        const end = runEnd(text, at + 1, urlSafe, 64);
        return end - at > 40 && this.found('secret', at - 6, end);
      }
      default:
        return false;
    }
  }

  /** What is passed as one: a pseudonym, an escaped character, a colour, an encoded character. @returns whether it was one */
  private passed(action: number): boolean {
    const { text, at } = this;
    if (action === percentSign) return this.encoded(at);
    if (action === squareBracket) {
      const end = pseudonymEnd(text, at);
      if (end === 0) return false;
      this.floor = end;
      this.at = end;
      return true;
    }
    if (action === backslashSign) {
      // A character behind a backslash is no beginning of a word: `\nTOKEN`.
      const next = codeAt(text, at + 1);
      if (next !== 110 && next !== 114 && next !== 116 && next !== 117) return false;
      this.at = Math.min(text.length, at + (next === 117 ? 6 : 2));
      return true;
    }
    const colour = /^\u001b\[[\d;]*m/.exec(text.slice(at, at + 16));
    if (colour === null) return false;
    this.at = at + colour[0].length;
    return true;
  }

  private isApart(at: number): boolean {
    return (flagsAt(this.text, at - 1) & word) === 0;
  }

  private email(at: number, behind: number): boolean {
    const bounds = emailAround(this.text, at, behind, this.floor);
    return bounds !== null && this.found('email', ...bounds);
  }

  /** `%40` is the sign of an address in a URL; other codes end a word. @returns whether the pass goes on elsewhere */
  private encoded(at: number): boolean {
    const { text } = this;
    if ((flagsAt(text, at + 1) & hexadecimal) === 0 || (flagsAt(text, at + 2) & hexadecimal) === 0) return false;
    if (this.rules.emails && text.charCodeAt(at + 1) === 52 && text.charCodeAt(at + 2) === 48 && this.email(at, at + 3))
      return true;
    this.at = at + 3;
    return true;
  }

  private phone(at: number): boolean {
    const { text } = this;
    const isPlus = text.charCodeAt(at) === 43;
    if (!isPlus && codeAt(text, at + 1) === 43) {
      const end = internationalEnd(text, at + 1);
      return end !== 0 && this.found('phone', at + 1, end);
    }
    if (
      (flagsAt(text, at - 1) & word) !== 0 &&
      !(isPlus && (flagsAt(text, at - 1) & digit) === 0 && text.startsWith('tel', at - 3))
    )
      return false;
    if (isPlus && '=/+'.includes(text.charAt(at - 1)) && at > 0 && text.charAt(at - 1) !== '=') return false;
    const end = isPlus ? internationalEnd(text, at) : nationalEnd(text, at);
    return end !== 0 && this.found('phone', at, end);
  }

  private hyphen(at: number): boolean {
    const { text } = this;
    if (codeAt(text, at - 1) === 45) return false;
    const next = codeAt(text, at + 1);
    if (next === 45) {
      if (text.startsWith('---', at)) {
        const block = keyBlockAt(text, at, this.ends);
        if (block !== null) {
          if (block.isPrivate && this.found('secret', at, block.end)) return true;
          this.at = Math.max(at + 1, block.end);
          return true;
        }
        // A long line of hyphens is passed at once.
        while (codeAt(text, this.at) === 45) this.at += 1;
        return false;
      }
      const option = longOption(text, at);
      if (option === null) return false;
      const kind = this.names.kindOf(option.name);
      return isSecret(text, kind, option.value, '=') && this.found('secret', option.value.start, option.value.end);
    }
    if ((next | 32) !== 112 && next !== 117 && next !== 97 && next !== 119) return false;
    const option = shortOption(text, at);
    return (
      option !== null &&
      isSecret(text, 'password', option.value, '=') &&
      this.found('secret', option.value.start, option.value.end)
    );
  }

  private pipe(at: number): boolean {
    const { text } = this;
    if ((flagsAt(text, at - 1) & digit) !== 0) {
      const bounds = facebookToken(text, at, this.floor);
      if (bounds !== null) return this.found('secret', ...bounds);
    }
    return false;
  }

  private colon(at: number): boolean {
    const { text, codes } = this;
    const next = codes[at + 1] ?? 0;
    const before = at === 0 ? 0 : (codes[at - 1] ?? 0);
    if (next === 47 && codes[at + 2] === 47) {
      const info = userInfo(text, at);
      return info !== null && this.found('secret', ...info);
    }
    if ((flagsOf(before) & digit) !== 0) {
      // Five digits and more: a time of day has two.
      const bounds = at > 2 && (flagsOf(codes[at - 3] ?? 0) & digit) !== 0 ? telegramToken(text, at, this.floor) : null;
      if (bounds !== null) return this.found('secret', ...bounds);
      if (next >= 48 && next <= 57) return false;
    } else if (before === 110) {
      const login = oracleLogin(text, at);
      if (login !== null && this.found('secret', ...login)) return true;
    }
    return this.assigned(at, 58);
  }

  /** A name before an operator and a value behind it. */
  private assigned(at: number, operator: number): boolean {
    const { text, codes, floor } = this;
    if (operator === greater && !mayBeTag(at === 0 ? 0 : (codes[at - 1] ?? 0))) return false;
    let end = nameEnd(codes, at, floor);
    if (end <= floor || (flagsOf(codes[end - 1] ?? 0) & word) === 0) return false;
    let start = nameStart(codes, end, floor);
    if (operator === comma && isJsonValue(codes, start)) return false;
    let name = this.names.between(codes, start, end);
    let length = end - start;
    if (name.isType && name.kind === 'none' && start > floor) {
      // `token string = "…"`, `token: String = "…"`, `password is: …`
      end = nameEnd(codes, start - 1, floor);
      start = nameStart(codes, end, floor);
      if (end > start) {
        name = this.names.between(codes, start, end);
        length = end - start;
      }
    }
    let { kind } = name;
    if (name.isValue) {
      const named = namedBefore(text, start, floor);
      if (named !== null) kind = this.names.kindOf(named);
    }
    if (kind === 'ordinary') return false;
    if (kind === 'none' || kind === 'weak') {
      if (operator === comma || !mayBeKey(codes, behind(codes, at))) return false;
      kind = this.widened(kind, length, end);
    }
    if (kind === 'none' || kind === 'ordinary') return false;
    const value = valueAt(text, at + 1, this.seen);
    if (value === null) return false;
    // On the next line stands a value only where it looks like one; in a tag, whatever stands there.
    const isFar = operator !== greater && text.slice(at, value.start).includes('\n');
    return this.given(
      isFar && (kind === 'password' || kind === 'token') ? 'service' : kind,
      value,
      String.fromCharCode(operator),
    );
  }

  /** The kind of a name together with the words before it, where these say more. */
  private widened(kind: KeyKind, length: number, end: number): KeyKind {
    const phrase = wordsBefore(this.text, end, this.floor).trim();
    if (phrase.length <= length) return kind;
    const wider = this.names.kindOf(phrase);
    return wider === 'none' || (wider === 'ordinary' && kind === 'weak') ? kind : wider;
  }

  private given(kind: KeyKind, value: Readonly<{ start: number; end: number; quoted: boolean }>, operator: string): boolean {
    const { text } = this;
    if (kind === 'header') {
      const credentials = credentialsOf(text, value);
      return credentials !== null && this.found('secret', credentials.start, credentials.end);
    }
    if (kind === 'cookie' || kind === 'set-cookie') {
      let any = false;
      for (const cookie of cookieValues(text, value, kind === 'set-cookie'))
        any = this.found('secret', cookie.start, cookie.end) || any;
      return any;
    }
    // A whole private key, a token or an address of a database says more itself.
    const said = text.slice(value.start, Math.min(value.end, value.start + 64));
    if (/^-----BEGIN |^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(said) || pseudonymEnd(text, value.start) !== 0) return false;
    return isSecret(text, kind, value, operator) && this.found('secret', value.start, value.end);
  }

  /** `"token", "value"` or `token,value`: a comma that may stand between a name and its value. */
  private mayBePair(at: number): boolean {
    const { codes } = this;
    const before = at === 0 ? 0 : (codes[at - 1] ?? 0);
    const isQuoted = before === 34 || before === 39;
    if (!isQuoted && (flagsOf(before) & letter) === 0) return false;
    const isSpaced = codes[at + 1] === 32;
    const next = codes[at + (isSpaced ? 2 : 1)] ?? 0;
    if (next === 34 || next === 39) return isQuoted || !isSpaced;
    return !isSpaced && mayBeKey(codes, at + 1);
  }

  /** Words and forms of numbers of the settings. */
  private ownWord(at: number): boolean {
    const { text, rules } = this;
    if (at > 0 && (flagsAt(text, at - 1) & alphanumeric) !== 0) return false;
    if (rules.nationalIds) {
      for (const pattern of rules.nationalIdPatterns) {
        const end = patternEnd(text, at, pattern);
        if (end !== 0) return this.found('id', at, end);
      }
    }
    for (const wanted of this.words.get(text.charAt(at).toLowerCase()) ?? []) {
      const end = at + wanted.length;
      if ((flagsAt(text, end) & alphanumeric) === 0 && text.slice(at, end).toLowerCase() === wanted)
        return this.found('word', at, end);
    }
    return false;
  }
}

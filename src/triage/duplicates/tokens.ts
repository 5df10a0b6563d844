import { stem } from './stem';

/** Letters, digits and what joins them in identifiers, paths and qualified names. */
const compound = /[\p{L}\p{N}\p{M}_$]+(?:(?:[-./\\:#]|::|->)[\p{L}\p{N}\p{M}_$]+)*/gu;
const joints = /[-./\\:#>]+/;
const underscores = /[_$]+/;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}ー]+/gu;
const hasUnspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\ud840-\ud8ff]/;
const plain = /^[\x00-\x7f]*$/;
/** Addresses, hashes, ids and times: they differ each time, so they tell nothing. */
const onceOnly = /^(?:0x[0-9a-f]+|(?=[0-9a-f]*\d)[0-9a-f]{8,}|\d{7,})$/;
const caseChange = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const longest = 40;

/**
 * The words of a text in the order in which they stand, stemmed and folded (case, accents, width). Identifiers come whole and in their
 * parts (`loadUserName`: `loadusername`, `load`, `user`, `name`), paths and qualified names in their parts and with their last two
 * parts together; scripts without spaces come as pairs of characters. Time is linear in the text.
 */
export function tokens(text: string): readonly string[] {
  return spelledTokens(text).map(({ term }) => term);
}

/** A word as it is compared, and as it can be shown: without its accents, else as it stands in the text. */
export interface Token {
  readonly term: string;
  readonly spelled: string;
}

/** The same as {@link tokens}, each with how it is written. */
export function spelledTokens(text: string): readonly Token[] {
  const found: Token[] = [];
  for (const [word] of folded(text).matchAll(compound)) {
    if (hasUnspaced.test(word)) mixed(word, found);
    else spaced(word, found);
  }
  return found;
}

function folded(text: string): string {
  const straight = text.replace(/['’ʼ`]/g, '');
  return plain.test(straight)
    ? straight
    : straight
        .normalize('NFKC')
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');
}

function mixed(word: string, found: Token[]): void {
  let from = 0;
  for (const match of word.matchAll(unspaced)) {
    if (match.index > from) spaced(word.slice(from, match.index), found);
    pairs(match[0], found);
    from = match.index + match[0].length;
  }
  if (from < word.length) spaced(word.slice(from), found);
}

function pairs(run: string, found: Token[]): void {
  const letters = [...run];
  if (letters.length === 1) found.push({ term: run, spelled: run });
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at]}${letters[at + 1]}`;
    found.push({ term: pair, spelled: pair });
  }
}

function spaced(word: string, found: Token[]): void {
  const parts = word.split(joints).filter((part) => part !== '');
  for (const part of parts) identifier(part, found);
  if (parts.length > 1) {
    const [last, before] = [parts.at(-1) ?? '', parts.at(-2) ?? ''];
    const whole = `${before}${last}`.toLowerCase();
    const spelled = `${before}.${last}`;
    if (whole.length <= longest && !onceOnly.test(whole))
      found.push({ term: /^\d+$/.test(whole) ? spelled : stem(whole), spelled });
  }
}

function identifier(part: string, found: Token[]): void {
  const pieces = part.split(underscores).filter((piece) => piece !== '');
  const whole = pieces.join('').toLowerCase();
  if (whole === '' || whole.length > longest || onceOnly.test(whole)) return;
  found.push({ term: stem(whole), spelled: part });
  if (pieces.length === 1 && part === whole) return;
  const words = pieces.flatMap((piece) => piece.split(caseChange));
  if (words.length > 1)
    for (const word of words) if (word.length > 1) found.push({ term: stem(word.toLowerCase()), spelled: word });
}

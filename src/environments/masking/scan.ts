import { actions, inNumber, inWord, plain } from './actions';
import { Codes } from './codes';
import { KnownNames } from './known-names';
import { numberAt } from './numbers';
import { ownWordsOf } from './own-words';
import { Pass } from './pass';
import type { Finding, OwnWords } from './pass';
import { behindPlain, behindPlainWord } from './plain';
import type { MaskingRules } from './rules';
import { signAt } from './signs';
import { wordAt } from './words';

const stretchLength = 1_024;

/** Looks for everything that the rules name, in one pass over a text. Made once for rules, used for many texts. */
export class Scanner {
  private readonly names = new KnownNames();
  private readonly codes = new Codes();
  private readonly words: OwnWords;

  constructor(private readonly rules: MaskingRules) {
    this.words = ownWordsOf(rules.words);
  }

  /** @returns what is to be masked, from left to right, never overlapping. Takes time in proportion to the length of the text. */
  scan(text: string): readonly Finding[] {
    const pass = new Pass(text, this.codes.of(text), this.rules, this.words, this.names);
    const isQuick = !pass.hasOwnWords && !this.rules.ips;
    const { length } = text;
    while (pass.at < length) stretch(pass, Math.min(length, pass.at + stretchLength), isQuick);
    return pass.findings;
  }
}

/**
 * Goes on until a place, or somewhat further. One call for a whole text would never run as the fast code that calls are made into.
 * @param isQuick whether what holds nothing is passed at a look
 */
function stretch(pass: Pass, until: number, isQuick: boolean): void {
  const { codes } = pass;
  let { at } = pass;
  while (at < until) {
    const code = codes[at] ?? 0;
    const action = actions[code] ?? plain;
    if (action === plain) {
      at += 1;
      continue;
    }
    if (isQuick) {
      const behind = action === inWord ? behindPlainWord(codes, at) : behindPlain(codes, at, code, action);
      if (behind !== at) {
        at = behind;
        continue;
      }
    }
    pass.at = at;
    if (action === inWord) wordAt(pass, code);
    else if (action === inNumber) numberAt(pass);
    else signAt(pass, action);
    ({ at } = pass);
  }
  pass.at = at;
}

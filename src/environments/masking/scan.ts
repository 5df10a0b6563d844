import { actions, inNumber, inWord, plain } from './actions';
import { Codes } from './codes';
import { KnownNames } from './known-names';
import { numberAt } from './numbers';
import { ownWordsOf } from './own-words';
import { Pass } from './pass';
import type { Finding, OwnWords } from './pass';
import { skim } from './skim';
import type { MaskingRules } from './rules';
import { signAt } from './signs';
import { wordAt } from './words';

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
    const codes = this.codes.of(text);
    const pass = new Pass(text, codes, this.rules, this.words, this.names);
    const isQuick = !pass.hasOwnWords && !this.rules.ips;
    const { length } = text;
    while (pass.at < length) {
      if (isQuick) pass.at = skim(pass, codes, pass.at, length);
      lookAt(pass, codes, length);
    }
    return pass.findings;
  }
}

/** Looks at the place where a pass stands, and goes on behind what it saw. */
function lookAt(pass: Pass, codes: Uint8Array, length: number): void {
  const { at } = pass;
  if (at >= length) return;
  const code = codes[at] ?? 0;
  const action = actions[code] ?? plain;
  if (action === plain) pass.at = at + 1;
  else if (action === inWord) wordAt(pass, code);
  else if (action === inNumber) numberAt(pass);
  else signAt(pass, action);
}

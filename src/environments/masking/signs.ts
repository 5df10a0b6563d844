import { atSign, backslashSign, colonSign, escapeSign, foreignSign, percentSign, plusOrBracket, squareBracket } from './actions';
import { assigned } from './assignments';
import { codeAt, flagsAt, word } from './characters';
import { email, encoded, phone } from './contacts';
import { ipv6End } from './ips';
import { ownWord } from './own-words';
import type { Pass } from './pass';
import { internationalEnd } from './phones';
import { pseudonymEnd } from './pseudonyms';
import { colon, secretSign } from './secret-signs';

/** A sign that something may stand at; goes on behind it. @param action what to do there, see actions.ts */
export function signAt(pass: Pass, action: number): void {
  const { at, rules } = pass;
  if (action === foreignSign) {
    foreign(pass, pass.text.charCodeAt(at));
    return;
  }
  if (action === squareBracket || action === backslashSign || action === escapeSign || action === percentSign) {
    if (passed(pass, action)) return;
  } else if (action === atSign) {
    if (rules.emails && email(pass, at, at + 1)) return;
  } else if (action === plusOrBracket) {
    if (rules.phones && phone(pass, at)) return;
  } else if (action === colonSign) {
    if (rules.secrets && colon(pass, at)) return;
    if (rules.ips && codeAt(pass.text, at + 1) === 58 && (flagsAt(pass.text, at - 1) & word) === 0) {
      const ip = ipv6End(pass.text, at);
      if (ip !== 0 && pass.found('ip', at, ip)) return;
    }
  } else if (rules.secrets && secretSign(pass, action, at)) return;
  pass.at = Math.max(pass.at, at + 1);
}

/** A character above 127. */
function foreign(pass: Pass, code: number): void {
  const { text, at } = pass;
  if (code === 0xff20 && pass.rules.emails && email(pass, at, at + 1)) return;
  if (code === 0xff0b && pass.rules.phones) {
    const end = internationalEnd(text, at);
    if (end !== 0 && pass.found('phone', at, end)) return;
  }
  if (code === 0xff1a && pass.rules.secrets && assigned(pass, at, code)) return;
  if (pass.hasOwnWords && ownWord(pass, at)) return;
  pass.at += 1;
}

/** What is passed as one: a pseudonym, an escaped character, a colour, an encoded character. @returns whether it was one */
function passed(pass: Pass, action: number): boolean {
  const { text, at } = pass;
  if (action === percentSign) return encoded(pass, at);
  if (action === squareBracket) {
    const end = pseudonymEnd(text, at);
    if (end === 0) return false;
    pass.floor = end;
    pass.at = end;
    return true;
  }
  if (action === backslashSign) {
    // A character behind a backslash is no beginning of a word: `\nTOKEN`.
    const next = codeAt(text, at + 1);
    if (next !== 110 && next !== 114 && next !== 116 && next !== 117) return false;
    pass.at = Math.min(text.length, at + (next === 117 ? 6 : 2));
    return true;
  }
  const colour = /^\u001b\[[\d;]*m/.exec(text.slice(at, at + 16));
  if (colour === null) return false;
  pass.at = at + colour[0].length;
  return true;
}

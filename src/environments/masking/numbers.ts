import { mayBegin } from './beginnings';
import { cardEnd, mayBeCard } from './cards';
import { alphanumeric, digit, flagsAt, flagsOf, letter, runEnd, underscore, word } from './characters';
import { beyondAscii } from './codes';
import { ipv4End, ipv6End } from './ips';
import { socialSecurityEnd } from './national-ids';
import { ownWord } from './own-words';
import type { Pass } from './pass';
import { digitsAhead, nationalEnd } from './phones';
import { restOfWord, token } from './words';

/** A run of digits that begins here, no letter before it; goes on behind it. */
export function numberAt(pass: Pass): void {
  const { text, codes, at, rules } = pass;
  const sign = at === 0 ? 0 : (codes[at - 1] ?? 0);
  const before = flagsOf(sign);
  if (pass.hasOwnWords && ownWord(pass, at)) return;
  if (rules.secrets && mayBegin(codes, at) && token(pass, at)) return;
  // The rest of a decimal number, of a name with hyphens or of a number below zero is none of these.
  const within = (sign === 46 || sign === 45 || sign === 47) && at > 1 && (flagsOf(codes[at - 2] ?? 0) & alphanumeric) !== 0;
  const digits = within || (before & word) !== 0 ? 0 : digitsAhead(text, codes, at);
  if (digits >= 7) {
    const ahead = runEnd(text, at, digit, 20) - at;
    if (digits >= 12 && rules.cards && !(sign === 45 && (flagsAt(text, at - 2) & word) !== 0) && mayBeCard(ahead)) {
      const card = cardEnd(text, at);
      if (card !== 0 && pass.found('card', at, card)) return;
    }
    if (digits >= 9 && rules.nationalIds && (ahead === 3 || ahead === 9)) {
      const id = socialSecurityEnd(text, at);
      if (id !== 0 && pass.found('id', at, id)) return;
    }
    if (
      rules.phones &&
      ahead <= 15 &&
      (ahead >= 2 || sign !== 46) &&
      (digits > 7 || mayBeNamed(codes, at) || mayBeLonger(codes, at))
    ) {
      const phone = nationalEnd(text, at);
      if (phone !== 0 && pass.found('phone', at, phone)) return;
    }
  }
  if (rules.ips) {
    const ip = ipv4End(text, at) || ((before & (alphanumeric | underscore)) === 0 && sign !== 58 ? ipv6End(text, at) : 0);
    if (ip !== 0 && pass.found('ip', at, ip)) return;
  }
  restOfWord(pass, at);
}

/** Does a letter stand close before a number, and nothing but signs between? Without a name, no telephone number has seven digits. */
function mayBeNamed(codes: Uint8Array, at: number): boolean {
  const limit = Math.max(0, at - 9);
  for (let place = at - 1; place >= limit; place -= 1) {
    const code = codes[place] ?? 0;
    if (code === beyondAscii) return true;
    const found = flagsOf(code) & alphanumeric;
    if (found !== 0) return (found & letter) !== 0;
  }
  return false;
}

/** May a number of seven digits go on behind more signs than {@link digitsAhead} goes over? */
function mayBeLonger(codes: Uint8Array, at: number): boolean {
  let digits = 0;
  let signs = 0;
  for (let place = at; digits < 8 && signs < 8; place += 1) {
    const code = codes[place] ?? 0;
    if (code === beyondAscii) return true;
    if ((flagsOf(code) & digit) !== 0) {
      digits += 1;
      signs = 0;
    } else if (code === 32 || code === 40 || code === 41 || (code >= 45 && code <= 47)) signs += 1;
    else return false;
  }
  return true;
}

import { mayBegin } from './beginnings';
import { cardEnd, mayBeCard } from './cards';
import { alphanumeric, digit, flagsAt, flagsOf, runEnd, underscore, word } from './characters';
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
    if (rules.phones && ahead <= 15 && (ahead >= 2 || sign !== 46)) {
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

import { assigns, commaSign, dollarSign, hyphenSign, pipeSign, tildeSign } from './actions';
import { assigned, paired } from './assignments';
import { isSecret } from './assigned';
import { codeAt, codesEnd, digit, flagsAt, flagsOf, urlSafe } from './characters';
import { longOption, shortOption } from './flags-of-commands';
import type { Pass } from './pass';
import { keyBlockAt } from './private-keys';
import { applicationSecret, facebookToken, passwordHashEnd, telegramToken } from './tokens';
import { oracleLogin, userInfo } from './urls';

/** Signs that only secrets have to do with. @returns whether the pass goes on elsewhere */
export function secretSign(pass: Pass, action: number, at: number): boolean {
  const { text, codes } = pass;
  switch (action) {
    case commaSign:
      return paired(pass, at);
    case assigns:
      return assigned(pass, at, text.charCodeAt(at));
    case hyphenSign:
      return hyphen(pass, at);
    case pipeSign:
      return pipe(pass, at);
    case dollarSign: {
      const hash = passwordHashEnd(text, at);
      return hash !== 0 && pass.found('secret', at, hash);
    }
    case tildeSign: {
      const bounds = applicationSecret(text, codes, at, pass.floor);
      if (bounds !== null && pass.found('secret', ...bounds)) return true;
      if (!text.startsWith('sha256', at - 6)) return false;
      const end = codesEnd(codes, at + 1, urlSafe, 64);
      return end - at > 40 && pass.found('secret', at - 6, end);
    }
    default:
      return false;
  }
}

function hyphen(pass: Pass, at: number): boolean {
  const { text } = pass;
  if (codeAt(text, at - 1) === 45) return false;
  const next = codeAt(text, at + 1);
  if (next === 45) {
    if (text.startsWith('---', at)) {
      const block = keyBlockAt(text, at, pass.ends);
      if (block !== null) {
        if (block.isPrivate && pass.found('secret', at, block.end)) return true;
        pass.at = Math.max(at + 1, block.end);
        return true;
      }
      // A long line of hyphens is passed at once.
      while (codeAt(text, pass.at) === 45) pass.at += 1;
      return false;
    }
    const option = longOption(text, at);
    if (option === null) return false;
    const kind = pass.names.kindOf(option.name);
    return isSecret(text, kind, option.value, '=') && pass.found('secret', option.value.start, option.value.end);
  }
  if ((next | 32) !== 112 && next !== 117 && next !== 97 && next !== 119) return false;
  const option = shortOption(text, at);
  return (
    option !== null && isSecret(text, 'password', option.value, '=') && pass.found('secret', option.value.start, option.value.end)
  );
}

function pipe(pass: Pass, at: number): boolean {
  const { text, codes } = pass;
  if ((flagsAt(text, at - 1) & digit) !== 0) {
    const bounds = facebookToken(text, codes, at, pass.floor);
    if (bounds !== null) return pass.found('secret', ...bounds);
  }
  return false;
}

/** `:` and `://`. @returns whether the pass goes on elsewhere */
export function colon(pass: Pass, at: number): boolean {
  const { text, codes } = pass;
  const next = codes[at + 1] ?? 0;
  const before = at === 0 ? 0 : (codes[at - 1] ?? 0);
  if (next === 47 && codes[at + 2] === 47) {
    const info = userInfo(pass, at);
    return info !== null && pass.found('secret', ...info);
  }
  if ((flagsOf(before) & digit) !== 0) {
    // Five digits and more: a time of day has two.
    const bounds = at > 2 && (flagsOf(codes[at - 3] ?? 0) & digit) !== 0 ? telegramToken(text, codes, at, pass.floor) : null;
    if (bounds !== null) return pass.found('secret', ...bounds);
    if (next >= 48 && next <= 57) return false;
  } else if (before === 110) {
    const login = oracleLogin(text, at);
    if (login !== null && pass.found('secret', ...login)) return true;
  }
  return assigned(pass, at, 58);
}

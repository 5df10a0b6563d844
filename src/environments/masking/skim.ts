import { actions, inNumber, inWord, plain } from './actions';
import { mayBegin } from './beginnings';
import { mayBeIban } from './ibans';
import type { Pass } from './pass';
import { behindPlainNumber } from './plain-numbers';
import { behindPlainSign } from './plain-signs';
import { isUngiven } from './plain-names';
import { mayBeRandom } from './plain-words';
import { mayGive } from './spaced';
import { mayBeSecretKey } from './tokens';
import { shortestRandom } from './words';

const space = 32;

/**
 * Goes over what holds nothing, which is most of a log, at a look for each word, number and sign. The whole loop stands in one function,
 * and its tables in variables of it, since it takes most of the time of a pass.
 * @returns the first place that must be looked at, `until` where there is none
 */
export function skim(pass: Pass, codes: Uint8Array, from: number, until: number): number {
  const kinds = actions;
  let at = from;
  while (at < until) {
    const code = codes[at] ?? 0;
    const kind = kinds[code] ?? plain;
    if (kind === plain) {
      at += 1;
      continue;
    }
    if (kind === inWord) {
      if (mayBegin(codes, at) || mayBeIban(codes, at)) return at;
      let end = at + 1;
      let after = codes[end] ?? 0;
      while (kinds[after] === inWord || kinds[after] === inNumber) after = codes[(end += 1)] ?? 0;
      if (after === space) {
        if (mayGive(codes, at, end) && !isUngiven(pass, codes, at, end)) return at;
      } else if ((after === 43 || after === 47) && mayBeSecretKey(codes, at, end)) return at;
      if (end - at >= shortestRandom && mayBeRandom(codes, at, end)) return at;
      at = end;
      continue;
    }
    const behind = kind === inNumber ? behindPlainNumber(pass, codes, at, code) : behindPlainSign(pass, codes, at, kind);
    if (behind === at) return at;
    at = behind;
  }
  return at;
}

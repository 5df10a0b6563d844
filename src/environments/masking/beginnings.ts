import { flagsOf } from './characters';
import { forms } from './token-forms';

/** What words begin with that are no tokens, but say that one follows: `Bearer`, `Basic`, `Private-Lines`, `sha256`. */
const others = ['bear', 'Bear', 'bEAR', 'BEAR', 'basi', 'Basi', 'Priv'];
for (const sha of ['sha', 'shA', 'sHa', 'sHA', 'Sha', 'ShA', 'SHa', 'SHA'])
  for (let digit = 0; digit < 10; digit += 1) others.push(`${sha}${digit}`);

/** Four characters by a number of 20 bits that few others share; one bit for each: most words are no token, and this tells so at once. */
const bits = new Uint32Array(32_768);
const numberOf = (first: number, second: number, third: number, fourth: number) =>
  Math.imul(first | (second << 8) | (third << 16) | (fourth << 24), 0x9e3779b1) >>> 12;

function add(beginning: string, alphabet: number): void {
  if (beginning.length === 4) {
    const number = numberOf(beginning.charCodeAt(0), beginning.charCodeAt(1), beginning.charCodeAt(2), beginning.charCodeAt(3));
    bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
    return;
  }
  for (let code = 0; code < 128; code += 1)
    if ((flagsOf(code) & alphabet) !== 0) add(beginning + String.fromCharCode(code), alphabet);
}
for (const other of others) add(other, 0);
for (const { prefix, alphabet } of forms) add(prefix.slice(0, 4), alphabet);

/** May something begin at a place, whatever stands behind its first four characters? Account numbers aside. */
export function mayBegin(codes: Uint8Array, at: number): boolean {
  const number = numberOf(codes[at] ?? 0, codes[at + 1] ?? 0, codes[at + 2] ?? 0, codes[at + 3] ?? 0);
  return (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

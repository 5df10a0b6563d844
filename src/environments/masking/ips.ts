import { alphanumeric, digit, dot, flagsAt } from './characters';

/** @param at a digit with no letter or digit before it @returns the end of an IPv4 address that begins there, 0 where none does */
export function ipv4End(text: string, at: number): number {
  const match = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?=\d)|(?![\d.]|\.\d))){4}/.exec(text.slice(at, at + 17));
  if (match === null || (flagsAt(text, at - 1) & (digit | dot)) !== 0) return 0;
  const end = at + match[0].length;
  return (flagsAt(text, end) & alphanumeric) === 0 ? end : 0;
}

/** @param at a letter, digit or colon with no such before it @returns the end of an IPv6 address that begins there, 0 where none does */
export function ipv6End(text: string, at: number): number {
  const match = /^[0-9a-f:]{2,45}/i.exec(text.slice(at, at + 45));
  if (match === null) return 0;
  const address = match[0].replace(/(?<!:):$/, '');
  const groups = address.split(':');
  if (!groups.every((group) => group.length <= 4)) return 0;
  const short = address.split('::').length - 1;
  const isAddress =
    short === 1 ? groups.length >= 3 && groups.length <= 9 && /[0-9a-f]{2}/i.test(address) : short === 0 && groups.length === 8;
  const end = at + address.length;
  return isAddress &&
    !(groups.length === 8 && groups.every((group) => group.length === 2)) &&
    (flagsAt(text, end) & alphanumeric) === 0
    ? end
    : 0;
}

import { alphanumeric, digit, flagsAt, hyphen, isForeignLetter, letter, codeAt } from './characters';

const longestLocal = 64;
const longestDomain = 253;

const localSigns = new Set([...".!#$%&'*+-/=?^_`{|}~"].map((sign) => sign.charCodeAt(0)));
/** Signs that an address may have, but that in a log stand before one. */
const separators = new Set([..."=/?|{}`'*^#$&!"].map((sign) => sign.charCodeAt(0)));

/** @param at where the sign stands @param behind the first place behind it (`%40` is three long) @returns the bounds of the address around it */
export function emailAround(text: string, at: number, behind: number, floor: number): readonly [number, number] | null {
  const start = localStart(text, at, floor);
  if (start === at || (text.charAt(start - 1) === '$' && start > floor)) return null;
  const end = domainEnd(text, behind);
  if (end === 0) return null;
  const local = text.slice(start, at);
  // `git@example.com:team/project.git` is a place, not a person.
  if ((local === 'git' || local === 'hg' || local === 'svn') && (text[end] === ':' || text[end] === '/')) return null;
  return [start, end];
}

function localStart(text: string, at: number, floor: number): number {
  const limit = Math.max(floor, at - longestLocal);
  if (codeAt(text, at - 1) === 34) {
    const quoted = text.slice(limit, at - 1);
    const quote = quoted.lastIndexOf('"');
    return quote !== -1 && quote < quoted.length - 1 && !/[\n\r]/.test(quoted.slice(quote)) ? limit + quote : at;
  }
  const foreign = codeAt(text, at - 1) >= 0x250;
  let start = at;
  for (; start > limit; start -= 1) {
    const code = codeAt(text, start - 1);
    if (code < 128) {
      if ((flagsAt(text, start - 1) & alphanumeric) === 0 && (!localSigns.has(code) || separators.has(code))) {
        // An apostrophe within a name, as in O'Brien.
        if (!(
          code === 39 &&
          (flagsAt(text, start) & letter) !== 0 &&
          start - 1 > limit &&
          (flagsAt(text, start - 2) & letter) !== 0
        ))
          break;
      }
    } else if (!isForeignLetter(code) || (!foreign && code >= 0x250)) break;
  }
  // `%3D` and the like are signs of a query before the address.
  const encoded = text.slice(start, at).lastIndexOf('%');
  if (encoded !== -1 && /^%[0-9A-F]{2}/i.test(text.slice(start + encoded, at)) && !/^%2B/i.test(text.slice(start + encoded, at)))
    start += encoded + 3;
  while (start < at && /[.\-%]/.test(text.charAt(start))) start += 1;
  return text.charAt(at - 1) === '.' ? at : start;
}

/** Endings of files and units of a system, which no domain has. */
const notTopLevel =
  /^(?:js|mjs|cjs|ts|tsx|jsx|json|ya?ml|xml|html?|css|scss|png|jpe?g|gif|svg|webp|ico|pdf|txt|log|jar|war|class|java|kt|exe|dll|so|gz|tgz|zip|tar|map|lock|conf|cfg|ini|service|socket|slice|scope|target|timer|mount|device|swap|path|snap|beta|alpha|rc|final|release|snapshot|x|plist|dylib|framework)$/i;

function domainEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestDomain);
  let at = from;
  let end = 0;
  let labels = 0;
  if (text.charAt(at) === '[') return literalEnd(text, at);
  while (at < limit) {
    const labelStart = at;
    const foreign = codeAt(text, at) >= 128;
    while (at < limit) {
      const code = codeAt(text, at);
      if (
        code < 128
          ? (flagsAt(text, at) & (alphanumeric | hyphen)) === 0
          : !isForeignLetter(code) || (!foreign && code >= 0x250 && labels > 0)
      )
        break;
      if (foreign && code < 128 && labels > 0) break;
      at += 1;
    }
    if (at === labelStart || text.charAt(labelStart) === '-') break;
    labels += 1;
    if (labels > 1 && isTopLevel(text, labelStart, at)) end = at;
    else if (labels > 1) end = 0;
    if (text.charAt(at) !== '.' || (flagsAt(text, at + 1) & alphanumeric) === 0) {
      if (!(text.charAt(at) === '.' && isForeignLetter(codeAt(text, at + 1)))) break;
    }
    at += 1;
  }
  // Versions: `name@1.2.3-rc`.
  if (end !== 0 && /^\d+\.\d/.test(text.slice(from, from + 6))) return 0;
  return end;
}

function isTopLevel(text: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 24) return false;
  for (let at = start; at < end; at += 1) if ((flagsAt(text, at) & (digit | hyphen)) !== 0) return text.startsWith('xn--', start);
  return !notTopLevel.test(text.slice(start, end));
}

/** `user@[192.0.2.1]` */
function literalEnd(text: string, at: number): number {
  const match = /^\[(?:IPv6:[\da-f:.]{2,45}|\d{1,3}(?:\.\d{1,3}){3})\]/i.exec(text.slice(at, at + 56));
  return match === null ? 0 : at + match[0].length;
}

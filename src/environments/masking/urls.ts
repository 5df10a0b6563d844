import { isOpaque, lookOfText } from './opaque';
import type { Pass } from './pass';

const longestAuthority = 512;
const placeholder = /^(?:\*+|x+|\$\{?[\w.:-]+\}?|<[^>]*>|\{\{?[\w .]+\}?\}|%[sd]|\[[\w -]*\]?|redacted)$/i;

/** @param at where `://` stands @returns the bounds of a name and a password before the host, null where there are none to hide */
export function userInfo({ text, codes, signs }: Pass, at: number): readonly [number, number] | null {
  const start = at + 3;
  const limit = Math.min(text.length, start + longestAuthority);
  // Most addresses have no name: nothing is read where no sign stands near.
  if (signs.after(start) >= limit) return null;
  let end = start;
  let sign = -1;
  let slash = -1;
  for (; end < limit; end += 1) {
    const code = codes[end] ?? 0;
    if (code <= 32 || code === 34 || code === 39 || code === 96 || code === 60 || code === 62) break;
    if (code === 92 && /["'nrt]/.test(text.charAt(end + 1))) break;
    if (code === 64 && (slash === -1 || sign === -1)) sign = end;
    if ((code === 47 || code === 63 || code === 35) && slash === -1) {
      slash = end;
      if (sign !== -1) break;
    }
  }
  if (sign === -1 || sign === start) return null;
  const info = text.slice(start, sign);
  const colon = info.indexOf(':');
  if (slash !== -1 && slash < sign) {
    // A slash in a password that was not encoded: only where a name and a colon stand before it, and no port.
    if (colon === -1 || start + colon > slash || /^\d{1,5}$/.test(text.slice(start + colon + 1, slash))) return null;
  }
  if (colon === -1) return info.length >= 16 && isOpaque(lookOfText(info), 14) ? [start, sign] : null;
  const password = info.slice(colon + 1);
  if (password === '' || placeholder.test(password))
    return isOpaque(lookOfText(info.slice(0, colon)), 16) ? [start, start + colon] : null;
  return colon === 0 ? [start + 1, sign] : [start, sign];
}

/** `jdbc:oracle:thin:name/password@…` @param at where the colon behind `thin` stands */
export function oracleLogin(text: string, at: number): readonly [number, number] | null {
  if (!text.startsWith('thin', at - 4)) return null;
  const login = /^[\w$#]{1,64}\/[^@\s"'/]{1,64}(?=@)/.exec(text.slice(at + 1, at + 140));
  return login === null ? null : [at + 1, at + 1 + login[0].length];
}

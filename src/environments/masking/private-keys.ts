import type { NextPlace } from './next-place';
import { alphanumeric, base64Signs, runEnd } from './characters';

/** No private key is written longer than this; RSA with 16,384 bits takes 13,000 characters. */
export const longestKeyBlock = 16_384;

const label = /^-{5}BEGIN ([A-Z0-9 _-]{0,60}?) ?-{5}/;

/** What begins at `-----BEGIN`: a private key, something public that is left alone, or nothing. */
export interface KeyBlock {
  readonly isPrivate: boolean;
  readonly end: number;
}

/** @param at where hyphens stand that no hyphen stands before @param ends of the same text */
export function keyBlockAt(text: string, at: number, ends: NextPlace): KeyBlock | null {
  const head = label.exec(text.slice(at, at + 90));
  if (head === null) return null;
  const body = at + head[0].length;
  const isPrivate = /PRIVATE|OPENSSH|SECRET/.test(head[1] ?? '');
  const marker = ends.after(body);
  if (marker < text.length && marker - at <= longestKeyBlock) {
    const other = text.indexOf('-BEGIN ', body);
    if (other === -1 || other > marker) {
      const line = /^---END [A-Z0-9 _-]{0,60}?-{4,5}/.exec(text.slice(marker, marker + 90));
      const end = marker + (line === null ? 0 : line[0].length);
      return { isPrivate, end: Math.max(end, body) };
    }
  }
  return { isPrivate, end: bodyEnd(text, body, Math.min(text.length, at + longestKeyBlock)) };
}

const headerLine = /^(?:Proc-Type|DEK-Info|Comment|Version|Subject|X-[\w-]+|Charset|Hash): ?[^\n\\]{0,120}/;

/** A block that was cut off: it goes on while lines of base64 follow, whole or written with `\n`. */
function bodyEnd(text: string, from: number, limit: number): number {
  let end = from;
  let at = from;
  while (at < limit) {
    const escaped = /^(?:\\+[nrt]|[\s"'+,|>#*])+/.exec(text.slice(at, at + 80));
    if (escaped !== null) at += escaped[0].length;
    const header = headerLine.exec(text.slice(at, at + 140));
    const run = header === null ? runEnd(text, at, alphanumeric | base64Signs, limit - at) : at + header[0].length;
    if (header === null && run - at < 24 && !(run - at >= 4 && text.charAt(run - 1) === '=')) break;
    at = run;
    end = run;
  }
  return end;
}

/** A key of PuTTY: `Private-Lines: 8`, then so many lines. @param at where the name stands @returns the bounds of those lines */
export function puttyLines(text: string, at: number): readonly [number, number] | null {
  const head = /^Private-Lines: ?(\d{1,3})(?:\r?\n|\\r?\\n|\\n)/.exec(text.slice(at, at + 32));
  if (head === null) return null;
  const start = at + head[0].length;
  const limit = Math.min(text.length, start + longestKeyBlock);
  let end = start;
  for (let lines = Number(head[1]); lines > 0 && end < limit; lines -= 1) {
    const run = runEnd(text, end + (end === start ? 0 : 1), alphanumeric | base64Signs, 100);
    end = run;
    if (text.charAt(end) === '\r') end += 1;
    if (text.charAt(end) !== '\n') break;
  }
  return end > start ? [start, end] : null;
}

import { createHash } from 'node:crypto';

/** SHA-256 of a text (UTF-8) as 64 lower-case hexadecimal digits. The one file that uses node:crypto. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

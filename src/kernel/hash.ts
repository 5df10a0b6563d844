import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a text (UTF-8) as 64 lower-case hexadecimal digits. The one file that uses node:crypto. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** HMAC with SHA-256 of a text under a key, as 64 lower-case hexadecimal digits: without the key nobody can tell what it stands for. */
export function keyedHash(key: string, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(one), digest(other));
}

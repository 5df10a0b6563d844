import { createHash } from 'node:crypto';

/** A UUID for a text, the same each time: the sandbox's stand-in for ids that Jira draws at random. */
export function derivedUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

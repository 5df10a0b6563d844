import { createHash } from 'node:crypto';

/** Group ids are UUIDs; the sandbox derives them from the names. */
export function groupId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

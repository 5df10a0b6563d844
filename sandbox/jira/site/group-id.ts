import { derivedUuid } from './derived-uuid';

/** Group ids are UUIDs; the sandbox derives them from the names. */
export function groupId(name: string): string {
  return derivedUuid(name);
}

import { keyedHash } from '../kernel/hash';

/** Who was erased, in a form that tells nobody who it is. */
export interface Erased {
  /** Secret of the installation. */
  readonly key: string;
  /** Hashes of account ids under the key, the oldest first, each once. */
  readonly people: readonly string[];
}

/** A hash has 32 characters, and a value of the key-value store 240 KiB. */
export const mostErased = 5000;

/** With one more person; of more than can be kept the oldest are out. */
export function withErased({ key, people }: Erased, accountId: string): Erased {
  const hash = hashOf(key, accountId);
  return { key, people: [...people.filter((one) => one !== hash), hash].slice(-mostErased) };
}

/** @returns what gives an account id back, and null for that of a person who was erased */
export function unlessErased({ key, people }: Erased): (accountId: string | null) => string | null {
  const erased = new Set(people);
  return (accountId) => (accountId !== null && erased.size > 0 && erased.has(hashOf(key, accountId)) ? null : accountId);
}

function hashOf(key: string, accountId: string): string {
  return keyedHash(key, accountId).slice(0, 32);
}

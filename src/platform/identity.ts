import { randomBytes, randomUUID } from 'node:crypto';

/** A new random id (UUID version 4). */
export function newId(): string {
  return randomUUID();
}

/** 32 random bytes as 43 letters, digits, dashes and underscores: a secret that nobody guesses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

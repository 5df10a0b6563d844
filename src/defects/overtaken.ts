import type { Instant } from '../kernel/instant';

interface Standing {
  readonly id: string;
  readonly updatedAt: Instant;
  readonly removed: boolean;
}

/**
 * Ids of issues of which the store has an earlier state than was read of them just now: another reading began later, and saw them before.
 * What the store knows to be gone does not stand there in an earlier state.
 */
export function overtaken(read: readonly Omit<Standing, 'removed'>[], stored: readonly Standing[]): string[] {
  const standing = new Map(stored.filter(({ removed }) => !removed).map(({ id, updatedAt }) => [id, updatedAt]));
  return read.filter(({ id, updatedAt }) => (standing.get(id) ?? updatedAt) < updatedAt).map(({ id }) => id);
}

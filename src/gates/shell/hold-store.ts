import { z } from 'zod';
import { marks } from '../../platform/database';
import { holdActs, holdCauses } from '../holds';
import type { Hold } from '../holds';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  version: z.object({ id: z.string(), name: z.string() }),
  stages: z.array(z.string()).nullable(),
  cause: z.enum(holdCauses),
  state: z.enum(['standing', 'lifted']),
  owner: z.string().nullable(),
  lifters: z.union([z.literal(1), z.literal(2)]),
  line: z
    .object({
      ...{ subject: z.string(), stage: z.object({ key: z.string(), name: z.string() }), environment: z.string() },
      ...{ deployment: z.string(), deployedAt: z.string(), build: z.string().nullable(), seenAt: z.string() },
    })
    .nullable()
    // Holds from before the app stopped lines have none.
    .default(null),
  events: z.array(z.object({ act: z.enum(holdActs), at: z.string(), who: z.string().nullable(), because: z.string() })),
});
export type StoredHold = Stored<Hold>;

export const holdStore = controlStore<Hold>('hold', bodySchema, ({ version }) => ({ versionId: version.id }));

/**
 * Holds of several releases that count. One counts from the moment it is kept; one that was lifted counts until the ledger has that, so
 * that nothing opens off the record.
 */
export async function holdsThatStand(versionIds: readonly string[]): Promise<Hold[]> {
  const condition = `version_id IN (${marks(versionIds)}) AND (state = 'standing' OR entered < revision)`;
  return (await holdStore.where(condition, versionIds)).map((hold) => ({ ...hold, state: 'standing' }));
}

/** All of a release, in the order in which they were placed. */
export function holdsOf(versionId: string): Promise<StoredHold[]> {
  return holdStore.where('version_id = ?', [versionId]);
}

/** All of several releases. */
export function holdsOfReleases(versionIds: readonly string[]): Promise<StoredHold[]> {
  return versionIds.length === 0 ? Promise.resolve([]) : holdStore.where(`version_id IN (${marks(versionIds)})`, versionIds);
}

/** Lines that stand stopped, of which nobody knows yet whether their owners were told. */
export async function linesToTell(): Promise<StoredHold[]> {
  const standing = await holdStore.where("state = 'standing'", []);
  return standing.filter(({ line, events }) => line !== null && !events.some(({ act }) => act === 'told' || act === 'not-told'));
}

import { z } from 'zod';
import { marks } from '../../platform/database';
import { breachActs } from '../breaches';
import type { Breach } from '../breaches';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  version: z.object({ id: z.string(), name: z.string() }),
  stage: z.object({ key: z.string(), name: z.string() }),
  verdict: z.object({
    state: z.enum(['held', 'unknown']),
    sentence: z.string(),
    mode: z.enum(['observe', 'warn', 'enforce']),
  }),
  state: z.enum(['standing', 'acknowledged']),
  events: z.array(z.object({ act: z.enum(breachActs), at: z.string(), who: z.string().nullable(), because: z.string() })),
});
export type StoredBreach = Stored<Breach>;

export const breachStore = controlStore<Breach>('breach', bodySchema, ({ version }) => ({ versionId: version.id }));

/** All of these releases, the oldest first. */
export function breachesOf(versionIds: readonly string[]): Promise<StoredBreach[]> {
  if (versionIds.length === 0) return Promise.resolve([]);
  return breachStore.where(`version_id IN (${marks(versionIds)})`, versionIds);
}

/** All of a project that nobody has acknowledged. */
export function standingBreaches(projectId: string): Promise<StoredBreach[]> {
  return breachStore.where(`project_id = ? AND state = 'standing'`, [projectId], 200);
}

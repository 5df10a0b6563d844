import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { marks } from '../../platform/database';
import { overrideActs, overrideStates } from '../overrides';
import type { Override } from '../overrides';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const named = z.object({ id: z.string(), name: z.string() });
const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  version: named,
  stage: z.object({ key: z.string(), name: z.string() }),
  state: z.enum(overrideStates),
  requester: z.string(),
  reason: z.object({ key: z.string(), name: z.string() }),
  rationale: z.string(),
  covers: z.array(z.object({ id: z.string(), value: z.number().nullable(), defectIds: z.array(z.string()) })),
  decideBy: z.string(),
  hours: z.number(),
  until: z.string().nullable(),
  events: z.array(
    z.object({ act: z.enum(overrideActs), at: z.string(), who: z.string().nullable(), because: z.string().nullable() }),
  ),
});
export type StoredOverride = Stored<Override>;

export const overrideStore = controlStore<Override>('override', bodySchema, ({ version, until, decideBy }) => ({
  versionId: version.id,
  overAt: until ?? decideBy,
}));

/** All of a release, in the order in which they were asked for. */
export function overridesOf(versionId: string): Promise<StoredOverride[]> {
  return overrideStore.where('version_id = ?', [versionId]);
}

/** Approved ones of several releases. One counts only once its approval stands in the ledger, so that nothing opens a gate off the record. */
export async function approvedOverrides(versionIds: readonly string[]): Promise<StoredOverride[]> {
  const approved = await overrideStore.where(`version_id IN (${marks(versionIds)}) AND state = 'approved'`, versionIds);
  return approved.filter(({ entered, events }) => entered === events.length);
}

/** Those whose time is over and that do not say so yet, and those of which the ledger lacks an event. */
export function overridesToSettle(now: Instant, most: number): Promise<StoredOverride[]> {
  return overrideStore.where("(state IN ('requested', 'approved') AND over_at <= ?) OR entered < revision", [now], most);
}

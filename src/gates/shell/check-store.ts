import { z } from 'zod';
import { marks } from '../../platform/database';
import { checkOnRecord, checkStates, evidenceForms } from '../checks';
import type { Check } from '../checks';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const named = z.object({ id: z.string(), name: z.string() });
const said = { at: z.string(), who: z.string() };
const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  version: named,
  stage: z.object({ key: z.string(), name: z.string() }),
  name: z.string(),
  state: z.enum(checkStates),
  events: z.array(
    z.discriminatedUnion('act', [
      z.object({
        ...{ act: z.literal('confirmed'), ...said, role: z.string() },
        ...{ form: z.enum(evidenceForms), evidence: z.string(), builds: z.array(z.string()) },
      }),
      z.object({ act: z.literal('withdrawn'), ...said, because: z.string() }),
    ]),
  ),
});
export type StoredCheck = Stored<Check>;

export const checkStore = controlStore<Check>('check', bodySchema, ({ version }) => ({ versionId: version.id }));

/** What people said to the checks of these releases. */
export function checksOf(versionIds: readonly string[]): Promise<StoredCheck[]> {
  return checkStore.where(`version_id IN (${marks(versionIds)})`, versionIds);
}

/** The same as far as it counts. */
export async function checksOnRecord(versionIds: readonly string[]): Promise<Check[]> {
  if (versionIds.length === 0) return [];
  return (await checksOf(versionIds)).flatMap(({ entered, ...check }) => checkOnRecord(check, entered) ?? []);
}

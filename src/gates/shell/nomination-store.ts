import { z } from 'zod';
import { marks } from '../../platform/database';
import { nominationStates } from '../nominations';
import type { Nomination } from '../nominations';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  version: z.object({ id: z.string(), name: z.string() }),
  defectId: z.string(),
  state: z.enum(nominationStates),
  events: z.array(z.object({ act: z.enum(nominationStates), at: z.string(), who: z.string(), because: z.string() })),
});
export type StoredNomination = Stored<Nomination>;

export const nominationStore = controlStore<Nomination>('nomination', bodySchema, ({ version, defectId }) => ({
  versionId: version.id,
  issueId: defectId,
}));

/** All nominations of these releases, whatever became of them. */
export function nominationsOf(versionIds: readonly string[]): Promise<StoredNomination[]> {
  return nominationStore.where(`version_id IN (${marks(versionIds)})`, versionIds);
}

/** Nominations of a defect, for whichever release. */
export function nominationsOfDefect(defectId: string): Promise<StoredNomination[]> {
  return nominationStore.where('issue_id = ?', [defectId]);
}

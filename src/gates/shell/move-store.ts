import { z } from 'zod';
import { marks } from '../../platform/database';
import { moveCauses, moveStates } from '../transition-map';
import type { DefectMove } from '../transition-map';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const named = z.object({ id: z.string(), name: z.string() });
const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  issueId: z.string(),
  version: named.nullable(),
  stage: z.object({ key: z.string(), name: z.string() }),
  on: z.enum(moveCauses),
  from: named,
  to: named,
  cause: z.string(),
  state: z.enum(moveStates),
  events: z.array(z.object({ act: z.enum(moveStates), at: z.string(), because: z.string().nullable() })),
});
export type StoredMove = Stored<DefectMove>;

export const moveStore = controlStore<DefectMove>('move', bodySchema, ({ version, issueId }) => ({
  ...(version === null ? {} : { versionId: version.id }),
  issueId,
}));

/** All moves of these issues, whatever became of them. */
export function defectMovesOf(issueIds: readonly string[]): Promise<StoredMove[]> {
  return moveStore.where(`issue_id IN (${marks(issueIds)})`, issueIds);
}

/** Moves of a project that a function left undone, or off the record. */
export function movesToFinish(projectId: string, most: number): Promise<StoredMove[]> {
  return moveStore.where(`project_id = ? AND (state = 'begun' OR entered < revision)`, [projectId], most);
}

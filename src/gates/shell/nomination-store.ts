import { z } from 'zod';
import { integer, json, marks, select, write } from '../../platform/database';
import { nominationStates } from '../nominations';
import type { Nomination } from '../nominations';

const bodySchema = z.object({
  projectId: z.string(),
  version: z.object({ id: z.string(), name: z.string() }),
  defectId: z.string(),
  state: z.enum(nominationStates),
  events: z.array(z.object({ act: z.enum(nominationStates), at: z.string(), who: z.string(), because: z.string() })),
});
const row = z
  .object({ body: json(bodySchema), entered: integer })
  .transform(({ body, entered }): StoredNomination => ({ ...body, entered }));

/** A nomination as it is kept. */
export interface StoredNomination extends Nomination {
  /** So many of its events stand in the ledger. */
  readonly entered: number;
}

/** Keeps a nomination after one more event. @returns false where somebody else was first */
export async function storeNomination(nomination: Nomination): Promise<boolean> {
  const { projectId, version, defectId, state, events } = nomination;
  const body = JSON.stringify(bodySchema.parse(nomination));
  const [revision, place] = [events.length, [version.id, defectId]];
  const changed =
    revision === 1
      ? await write(
          'INSERT IGNORE INTO nominations (version_id, defect_id, project_id, state, revision, entered, body) VALUES (?, ?, ?, ?, 1, 0, ?)',
          [...place, projectId, state, body],
        )
      : await write(
          'UPDATE nominations SET state = ?, revision = ?, body = ? WHERE version_id = ? AND defect_id = ? AND revision = ?',
          [state, revision, body, ...place, revision - 1],
        );
  return changed > 0;
}

/** Notes up to which of its events the ledger has them. */
export async function noteNominationEntered({ version, defectId }: Nomination, revision: number): Promise<void> {
  const query = 'UPDATE nominations SET entered = GREATEST(entered, ?) WHERE version_id = ? AND defect_id = ?';
  await write(query, [revision, version.id, defectId]);
}

/** All nominations of these releases, whatever became of them. */
export function nominationsOf(versionIds: readonly string[]): Promise<StoredNomination[]> {
  const query = `SELECT body, entered FROM nominations WHERE version_id IN (${marks(versionIds)}) ORDER BY version_id, defect_id`;
  return select(row, query, versionIds);
}

/** Nominations of a defect, for whichever release. */
export function nominationsOfDefect(defectId: string): Promise<StoredNomination[]> {
  return select(row, 'SELECT body, entered FROM nominations WHERE defect_id = ? ORDER BY version_id', [defectId]);
}

/** Nominations of which the ledger lacks an event, because a function died in between. */
export function nominationsToEnter(most: number): Promise<StoredNomination[]> {
  return select(
    row,
    `SELECT body, entered FROM nominations WHERE entered < revision ORDER BY version_id, defect_id LIMIT ${most}`,
  );
}

import { z } from 'zod';
import { marks, select } from '../../platform/database';

const row = z.object({ id: z.string(), assignee: z.string() });
const perQuery = 300;

/** Account ids of the assignees of these defects, by the id of the defect, as they were read last; the unassigned are missing. */
export async function assigneesOf(defectIds: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < defectIds.length; start += perQuery) {
    const some = defectIds.slice(start, start + perQuery);
    const query = `SELECT id, assignee FROM defects WHERE assignee IS NOT NULL AND id IN (${marks(some)})`;
    for (const { id, assignee } of await select(row, query, some)) found.set(id, assignee);
  }
  return found;
}

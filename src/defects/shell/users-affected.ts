import { z } from 'zod';
import { integer, select } from '../../platform/database';

const row = z.object({ id: z.string(), users_affected: integer });
const perPage = 20_000;

/** How many users each defect of a project reached, by its id, where somebody said so. */
export async function usersAffectedIn(projectId: string): Promise<Map<string, number>> {
  const query = `SELECT id, users_affected FROM defects WHERE project_id = ? AND removed = 0 AND lost = 0 AND users_affected IS NOT NULL
    AND id > ? ORDER BY id LIMIT ${perPage}`;
  const found = new Map<string, number>();
  for (let after = ''; ;) {
    const rows = await select(row, query, [projectId, after]);
    for (const { id, users_affected } of rows) found.set(id, users_affected);
    const last = rows.at(-1);
    if (last === undefined || rows.length < perPage) return found;
    after = last.id;
  }
}

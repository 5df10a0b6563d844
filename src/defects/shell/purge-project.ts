import { z } from 'zod';
import { marks, select, write } from '../../platform/database';
import { defectChildren } from './defect-children';

const perStatement = 500;
/** Defects whose rows go at once; each has dozens in the tables of what belongs to it. */
const defectsPerRound = 200;
const isRemoved = 'EXISTS (SELECT 1 FROM projects p WHERE p.id = ? AND p.removed = 1)';

/**
 * Deletes all that is stored of a removed project: what belongs to issues first, the project's own row last, so that it can be done
 * again after a crash. Every statement looks whether the project is still removed: one that came back keeps what is read of it anew.
 */
export async function purgeProject(id: string): Promise<void> {
  // Where it comes back half-way, it is read from the start before anything is decided from it.
  await write(`UPDATE projects SET state = 'reading', searched = 0, read_up_to = NULL WHERE id = ? AND removed = 1`, [id]);
  await purgeIssues(id, 'defects', 'defect_id', defectChildren);
  await purgeIssues(id, 'release_tickets', 'ticket_id', ['ticket_versions']);
  for (const table of ['versions', 'dirty_issues', 'to_read', 'history_chunks', 'day_counts'])
    await repeat(`DELETE FROM ${table} WHERE project_id = ? AND ${isRemoved} LIMIT ${perStatement}`, [id, id]);
  await write('DELETE FROM projects WHERE id = ? AND removed = 1', [id]);
}

async function purgeIssues(projectId: string, table: string, ownerId: string, children: readonly string[]): Promise<void> {
  const query = `SELECT id FROM ${table} WHERE project_id = ? AND ${isRemoved} LIMIT ${defectsPerRound}`;
  for (;;) {
    const rows = await select(z.object({ id: z.string() }), query, [projectId, projectId]);
    if (rows.length === 0) return;
    const ids = rows.map((row) => row.id);
    for (const child of children) {
      await write(
        `DELETE ${child} FROM ${child} JOIN ${table} o ON o.id = ${child}.${ownerId} JOIN projects p ON p.id = o.project_id
         WHERE ${child}.${ownerId} IN (${marks(ids)}) AND o.project_id = ? AND p.removed = 1`,
        [...ids, projectId],
      );
    }
    await write(`DELETE FROM ${table} WHERE id IN (${marks(ids)}) AND project_id = ? AND ${isRemoved}`, [
      ...ids,
      projectId,
      projectId,
    ]);
  }
}

async function repeat(statement: string, values: readonly string[]): Promise<void> {
  while ((await write(statement, values)) === perStatement);
}

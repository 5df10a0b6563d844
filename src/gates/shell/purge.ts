import { write } from '../../platform/database';

/** Deletes what is stored of the gates of a project that is gone. Safe to repeat. */
export async function purgeGates(projectId: string): Promise<void> {
  for (const table of ['verdicts', 'published', 'look_backs', 'controls'])
    await write(`DELETE FROM ${table} WHERE project_id = ?`, [projectId]);
}

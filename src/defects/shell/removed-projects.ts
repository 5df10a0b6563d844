import { z } from 'zod';
import { plus, day, minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { select, write } from '../../platform/database';

/** Events that are on their way have come by then. */
const deletedWaits = 60 * minute;
/** Jira's bin keeps a project for 60 days; one that comes back has its history still. */
const binKeeps = 61 * day;

/** Jira said that a project was deleted for good. */
export async function noteDeleted(projectId: string, at: Instant): Promise<void> {
  await write('UPDATE projects SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL', [at, projectId]);
}

/** A removed project came back. */
export async function noteRestored(projectId: string): Promise<void> {
  await write('UPDATE projects SET removed_at = NULL, deleted_at = NULL WHERE id = ?', [projectId]);
}

/** Ids of the projects whose rows are to be deleted: an hour after Jira deleted them, or when its bin no longer keeps them. */
export async function projectsToPurge(now: Instant): Promise<string[]> {
  // A reading may find a project gone, or back, without an event: its time counts from the first look.
  await write('UPDATE projects SET removed_at = ? WHERE removed = 1 AND removed_at IS NULL', [now]);
  await write(
    'UPDATE projects SET removed_at = NULL, deleted_at = NULL WHERE removed = 0 AND (removed_at IS NOT NULL OR deleted_at IS NOT NULL)',
  );
  const rows = await select(
    z.object({ id: z.string() }),
    'SELECT id FROM projects WHERE removed = 1 AND (deleted_at < ? OR removed_at < ?) ORDER BY id',
    [plus(now, -deletedWaits), plus(now, -binKeeps)],
  );
  return rows.map((row) => row.id);
}

import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { integer, select, write } from '../../platform/database';

/** How far a defect has come on its ladder. */
export interface Escalated {
  /** When the clock started. */
  readonly since: Instant;
  /** The highest step that people were told of. */
  readonly step: number;
}

const row = z.object({ defect_id: z.string(), since_at: z.string(), step: integer });
const perPage = 5000;

/** By defect, those of a project whose clock started at a moment or later. */
export async function escalationsSince(projectId: string, since: Instant): Promise<Map<string, Escalated>> {
  const found = new Map<string, Escalated>();
  for (let [lastStart, lastDefect] = [since, '']; ;) {
    const rows = await select(
      row,
      `SELECT defect_id, since_at, step FROM escalations
       WHERE project_id = ? AND (since_at > ? OR (since_at = ? AND defect_id > ?)) ORDER BY since_at, defect_id LIMIT ${perPage}`,
      [projectId, lastStart, lastStart, lastDefect],
    );
    for (const { defect_id, since_at, step } of rows) found.set(defect_id, { since: since_at, step });
    const last = rows.at(-1);
    if (last === undefined || rows.length < perPage) return found;
    [lastStart, lastDefect] = [last.since_at, last.defect_id];
  }
}

/** Safe to repeat. */
export async function noteEscalated(projectId: string, defectId: string, { since, step }: Escalated): Promise<void> {
  await write(
    `INSERT INTO escalations (defect_id, project_id, since_at, step) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE project_id = VALUES(project_id), since_at = VALUES(since_at), step = VALUES(step)`,
    [defectId, projectId, since, step],
  );
}

/** Open defects of a project that were changed in Jira at a moment or later. */
export async function openAndChangedSince(projectId: string, since: Instant): Promise<Set<string>> {
  const query = 'SELECT id FROM defects WHERE project_id = ? AND removed = 0 AND lost = 0 AND open = 1 AND updated_at >= ?';
  return new Set((await select(z.object({ id: z.string() }), query, [projectId, since])).map(({ id }) => id));
}

/** Deletes what is stored of a project that is gone. Safe to repeat. */
export async function purgeOwnership(projectId: string): Promise<void> {
  for (const table of ['escalations', 'origins'])
    while ((await write(`DELETE FROM ${table} WHERE project_id = ? LIMIT 1000`, [projectId])) === 1000);
}

import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { insertRows, marks, select, write } from '../../platform/database';
import type { StoredProject } from './projects';

/** One reading of a whole project: another that began since has another beginning. */
export type Reading = Pick<StoredProject, 'id' | 'sinceAt'>;

const ofReading = `id = ? AND removed = 0 AND state = 'reading' AND since_at = ?`;

/**
 * Notes issues that a reading has still to read. What an earlier reading left on the list stays: it is read with the rest, and that two
 * readings at once never take a list from each other is worth more than its points.
 */
export async function addToRead(projectId: string, issueIds: readonly string[]): Promise<void> {
  const rows = issueIds.map((id) => [projectId, id]);
  await insertRows('to_read', ['project_id', 'issue_id'], rows, 'ON DUPLICATE KEY UPDATE issue_id = VALUES(issue_id)');
}

/** Ids of issues that are still to be read. */
export async function nextToRead(projectId: string, most: number): Promise<string[]> {
  const query = `SELECT issue_id FROM to_read WHERE project_id = ? ORDER BY issue_id LIMIT ${most}`;
  return (await select(z.object({ issue_id: z.string() }), query, [projectId])).map((row) => row.issue_id);
}

/** Takes issues that were stored off the list, unless another reading began since, which must read them itself. */
export async function takeOffList({ id, sinceAt }: Reading, issueIds: readonly string[]): Promise<void> {
  await write(
    `DELETE to_read FROM to_read JOIN projects ON projects.id = to_read.project_id
     WHERE to_read.project_id = ? AND to_read.issue_id IN (${marks(issueIds)}) AND projects.since_at = ?`,
    [id, ...issueIds, sinceAt],
  );
}

const waiting = '(SELECT COUNT(*) FROM to_read WHERE project_id = ?)';

/** The list of a reading is whole. @param points what making it cost */
export async function noteSearched({ id, sinceAt }: Reading, points: number, now: Instant): Promise<void> {
  await write(
    `UPDATE projects SET searched = 1, total = ${waiting}, points = points + ?, beat_at = ?, changes = changes + 1 WHERE ${ofReading}`,
    [id, points, now, id, sinceAt],
  );
}

/** Another part of the list was read: how far the reading is, what it cost so far, and that it lives. */
export async function noteBatch({ id, sinceAt }: Reading, points: number, now: Instant): Promise<void> {
  await write(
    `UPDATE projects SET done = GREATEST(0, total - ${waiting}), points = points + ?, wait_until = NULL, beat_at = ?, changes = changes + 1
     WHERE ${ofReading}`,
    [id, points, now, id, sinceAt],
  );
}

/** The reading waits: the hour's budget is used up, or Jira asked for it. */
export async function noteWait({ id, sinceAt }: Reading, until: Instant): Promise<void> {
  await write(`UPDATE projects SET wait_until = ?, changes = changes + 1 WHERE ${ofReading}`, [until, id, sinceAt]);
}

/** No reading waits any more: each tries anew, and waits again where it must. */
export async function forgetWaits(): Promise<void> {
  await write(`UPDATE projects SET wait_until = NULL, changes = changes + 1 WHERE wait_until IS NOT NULL`);
}

/** Stops the reading of a project after its next batch, or lets it go on. One that is not being read cannot be paused. */
export async function notePaused(projectId: string, paused: boolean): Promise<void> {
  const allowed = paused ? `state = 'reading'` : '1 = 1';
  await write(`UPDATE projects SET paused = ?, changes = changes + 1 WHERE id = ? AND ${allowed}`, [Number(paused), projectId]);
}

/** A reading that was given up goes on where it stopped. */
export async function resumeReading(projectId: string, now: Instant): Promise<void> {
  const again = `state = 'reading', message = NULL, wait_until = NULL, beat_at = ?, changes = changes + 1`;
  await write(`UPDATE projects SET ${again} WHERE id = ? AND removed = 0 AND state = 'failed'`, [now, projectId]);
}

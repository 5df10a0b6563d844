import { z } from 'zod';
import { plus, minute } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { flag, integer, select, write } from '../../platform/database';

const row = z
  .object({
    id: z.string(),
    project_key: z.string(),
    name: z.string(),
    state: z.enum(['reading', 'ready', 'failed']),
    done: integer,
    total: integer.nullable(),
    since_at: z.string(),
    beat_at: z.string(),
    message: z.string().nullable(),
    read_up_to: z.string().nullable(),
    changes: integer,
    versions_stale: flag,
  })
  .transform((r) => ({
    id: r.id,
    key: r.project_key,
    name: r.name,
    state: r.state,
    done: r.done,
    total: r.total,
    sinceAt: r.since_at,
    beatAt: r.beat_at,
    message: r.message,
    readUpTo: r.read_up_to,
    changes: r.changes,
    versionsStale: r.versions_stale,
  }));

/** A project as the store knows it: how far it has been read, and a count that grows with every change of what is stored of it. */
export type StoredProject = z.output<typeof row>;

const columns = 'id, project_key, name, state, done, total, since_at, beat_at, message, read_up_to, changes, versions_stale';

export async function projectById(id: string): Promise<StoredProject | null> {
  const rows = await select(row, `SELECT ${columns} FROM projects WHERE id = ? AND removed = 0`, [id]);
  return rows[0] ?? null;
}

export function allProjects(): Promise<StoredProject[]> {
  return select(row, `SELECT ${columns} FROM projects WHERE removed = 0 ORDER BY name, id`);
}

/** Projects with a release ticket that is not done: their verdicts are kept fresh. Least recently read first. */
export function projectsWithOpenTicket(): Promise<StoredProject[]> {
  return select(
    row,
    `SELECT ${columns} FROM projects WHERE removed = 0 AND state = 'ready' AND id IN
     (SELECT project_id FROM release_tickets WHERE removed = 0 AND status_category <> 'done') ORDER BY read_up_to`,
  );
}

/** Ready projects with changes that were noticed and are not read yet. */
export function projectsWithChanges(): Promise<StoredProject[]> {
  return select(
    row,
    `SELECT ${columns} FROM projects WHERE removed = 0 AND state = 'ready' AND
     (versions_stale = 1 OR id IN (SELECT project_id FROM dirty_issues))`,
  );
}

/** Keeps a project's name up to date, and takes in a new one, whose first reading is then due. */
export async function nameProject(project: { id: string; key: string; name: string }, now: Instant): Promise<void> {
  await write(
    `INSERT INTO projects (id, project_key, name, state, since_at, beat_at) VALUES (?, ?, ?, 'reading', ?, ?)
     ON DUPLICATE KEY UPDATE project_key = VALUES(project_key), name = VALUES(name), removed = 0`,
    [project.id, project.key, project.name.slice(0, 255), now, now],
  );
}

export async function beginReading(id: string, now: Instant): Promise<void> {
  await write(
    `UPDATE projects SET state = 'reading', done = 0, total = NULL, message = NULL, since_at = ?, beat_at = ?, changes = changes + 1 WHERE id = ?`,
    [now, now, id],
  );
}

export async function noteProgress(id: string, progress: { done: number; total: number }, now: Instant): Promise<void> {
  await write('UPDATE projects SET done = ?, total = ?, beat_at = ?, changes = changes + 1 WHERE id = ?', [
    progress.done,
    progress.total,
    now,
    id,
  ]);
}

/** @param startedAt when this reading began; where another began since (the settings changed), the project stays unread until that one ends */
export async function finishReading(id: string, startedAt: Instant): Promise<void> {
  const ready = `state = 'ready', message = NULL, read_up_to = ?, changes = changes + 1`;
  await write(`UPDATE projects SET ${ready} WHERE id = ? AND since_at = ?`, [startedAt, id, startedAt]);
}

/** @param message what went wrong and what to do, in words for people */
export async function failReading(id: string, message: string, now: Instant): Promise<void> {
  await write(
    `UPDATE projects SET state = 'failed', message = ?, since_at = ?, beat_at = ?, changes = changes + 1 WHERE id = ?`,
    [message, now, now, id],
  );
}

/** Jira has been read up to this moment; an earlier moment never replaces a later one. */
export async function noteReadUpTo(id: string, at: Instant): Promise<void> {
  await write('UPDATE projects SET read_up_to = ? WHERE id = ? AND (read_up_to IS NULL OR read_up_to < ?)', [at, id, at]);
}

export async function countChange(id: string): Promise<void> {
  await write('UPDATE projects SET changes = changes + 1 WHERE id = ?', [id]);
}

export async function markVersionsStale(id: string): Promise<void> {
  await write('UPDATE projects SET versions_stale = 1 WHERE id = ?', [id]);
}

export async function clearVersionsStale(id: string): Promise<void> {
  await write('UPDATE projects SET versions_stale = 0 WHERE id = ?', [id]);
}

/** A message that has not arrived after this long counts as lost, in milliseconds. */
const lostAfter = 2 * minute;

/** Of several who want to wake a project's lane, one gets true and sends the message. */
export async function claimWake(id: string, now: Instant): Promise<boolean> {
  const lost = plus(now, -lostAfter);
  const claimed = await write('UPDATE projects SET wake_at = ? WHERE id = ? AND (wake_at IS NULL OR wake_at < ?)', [
    now,
    id,
    lost,
  ]);
  return claimed > 0;
}

export async function clearWake(id: string): Promise<void> {
  await write('UPDATE projects SET wake_at = NULL WHERE id = ?', [id]);
}

export async function removeProject(id: string): Promise<void> {
  await write('UPDATE projects SET removed = 1, changes = changes + 1 WHERE id = ?', [id]);
}

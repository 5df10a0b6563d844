import { z } from 'zod';
import { between, minute, plus } from '../../kernel/instant';
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
    paused: flag,
    searched: flag,
    points: integer,
    wait_until: z.string().nullable(),
    event_at: z.string().nullable(),
    reconciled_at: z.string().nullable(),
    counted_at: z.string().nullable(),
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
    paused: r.paused,
    searched: r.searched,
    points: r.points,
    waitUntil: r.wait_until,
    eventAt: r.event_at,
    reconciledAt: r.reconciled_at,
    countedAt: r.counted_at,
  }));

/** A project as the store knows it: how far it has been read, and a count that grows with every change of what is stored of it. */
export type StoredProject = z.output<typeof row>;

const columns =
  'id, project_key, name, state, done, total, since_at, beat_at, message, read_up_to, changes, versions_stale, paused, searched, points, wait_until, event_at, reconciled_at, counted_at';

export async function projectById(id: string): Promise<StoredProject | null> {
  const rows = await select(row, `SELECT ${columns} FROM projects WHERE id = ? AND removed = 0`, [id]);
  return rows[0] ?? null;
}

/** @param key in capital letters, as Jira writes it */
export async function projectByKey(key: string): Promise<StoredProject | null> {
  const rows = await select(row, `SELECT ${columns} FROM projects WHERE project_key = ? AND removed = 0`, [key]);
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
  // One that comes back begins anew: what was listed to be read of it is out of date.
  const anew = `since_at = IF(removed = 1, VALUES(since_at), since_at), searched = IF(removed = 1, 0, searched)`;
  await write(
    `INSERT INTO projects (id, project_key, name, state, since_at, beat_at) VALUES (?, ?, ?, 'reading', ?, ?)
     ON DUPLICATE KEY UPDATE project_key = VALUES(project_key), name = VALUES(name), ${anew}, removed = 0`,
    [project.id, project.key, project.name.slice(0, 255), now, now],
  );
}

/** A reading from the start begins, whatever was read before; one under way ends without a result. */
export async function beginReading(id: string, now: Instant): Promise<void> {
  const nothing = 'done = 0, total = NULL, searched = 0, points = 0, wait_until = NULL, message = NULL';
  await write(
    `UPDATE projects SET state = 'reading', ${nothing}, since_at = ?, beat_at = ?, changes = changes + 1 WHERE id = ?`,
    [now, now, id],
  );
}

/** @param startedAt when this reading began; where another began since (the settings changed), the project stays unread until that one ends */
export async function finishReading(id: string, startedAt: Instant): Promise<void> {
  const ready = `state = 'ready', message = NULL, read_up_to = ?, paused = 0, wait_until = NULL, changes = changes + 1`;
  await write(`UPDATE projects SET ${ready} WHERE id = ? AND removed = 0 AND since_at = ?`, [startedAt, id, startedAt]);
}

/** Gives a reading up until it is resumed. @param message what went wrong and what to do, in words for people */
export async function failReading(id: string, message: string, now: Instant): Promise<void> {
  await write(`UPDATE projects SET state = 'failed', message = ?, beat_at = ?, changes = changes + 1 WHERE id = ?`, [
    message,
    now,
    id,
  ]);
}

/** Jira has been read up to this moment; an earlier moment never replaces a later one. */
export function noteReadUpTo(id: string, at: Instant): Promise<void> {
  return moveOn('read_up_to', id, at);
}

/** An event of the project came. */
export async function noteEvent(id: string, at: Instant): Promise<void> {
  const rows = await select(z.object({ event_at: z.string().nullable() }), 'SELECT event_at FROM projects WHERE id = ?', [id]);
  // A burst of events is not worth a write each: Forge lets an installation make 150 a second.
  const noted = rows[0]?.event_at ?? null;
  if (noted === null || between(noted, at) >= minute) await moveOn('event_at', id, at);
}

/** What is stored of the project was compared with Jira. */
export function noteReconciled(id: string, at: Instant): Promise<void> {
  return moveOn('reconciled_at', id, at);
}

/** The project's numbers of the day were counted. */
export function noteCounted(id: string, at: Instant): Promise<void> {
  return moveOn('counted_at', id, at);
}

/** An earlier moment never replaces a later one. */
async function moveOn(
  column: 'read_up_to' | 'event_at' | 'reconciled_at' | 'counted_at',
  id: string,
  at: Instant,
): Promise<void> {
  await write(`UPDATE projects SET ${column} = ? WHERE id = ? AND (${column} IS NULL OR ${column} < ?)`, [at, id, at]);
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
  const rows = await select(z.object({ wake_at: z.string().nullable() }), 'SELECT wake_at FROM projects WHERE id = ?', [id]);
  // Whoever takes the message that is on its way reads what is marked by now: only where there is none, a write decides who sends one.
  const pending = rows[0]?.wake_at ?? null;
  if (pending !== null && pending >= lost) return false;
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

/** Marks a project as gone. Where it comes back, it is read from the start: nobody followed it meanwhile. */
export async function removeProject(id: string): Promise<void> {
  await write(
    `UPDATE projects SET removed = 1, state = 'reading', searched = 0, read_up_to = NULL, changes = changes + 1 WHERE id = ?`,
    [id],
  );
}

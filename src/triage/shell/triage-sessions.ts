import { z } from 'zod';
import { plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { flag, insertRows, integer, marks, select, write } from '../../platform/database';
import { itemStates, roles } from '../sessions';
import type { Role, SessionItem, Vote } from '../sessions';

const sessionRow = z
  .object({
    id: z.string(),
    project_id: z.string(),
    title: z.string(),
    state: z.enum(['open', 'closed']),
    opened_at: z.string(),
    closed_at: z.string().nullable(),
    current_id: z.string().nullable(),
    revision: integer,
    decided: integer,
    undecided: integer,
  })
  .transform(({ project_id, opened_at, closed_at, current_id, ...rest }) => ({
    ...rest,
    ...{ projectId: project_id, openedAt: opened_at, closedAt: closed_at, currentId: current_id },
  }));
/** A meeting in which defects are decided; `decided` and `undecided` count once it is closed. */
export type StoredSession = z.output<typeof sessionRow>;
const sessionColumns = 'id, project_id, title, state, opened_at, closed_at, current_id, revision, decided, undecided';

export async function sessionById(id: string): Promise<StoredSession | null> {
  return (await select(sessionRow, `SELECT ${sessionColumns} FROM triage_sessions WHERE id = ?`, [id]))[0] ?? null;
}

/** Sessions of a project in a state, newest first. */
export function sessionsOf(projectId: string, state: 'open' | 'closed', most: number): Promise<StoredSession[]> {
  const query = `SELECT ${sessionColumns} FROM triage_sessions WHERE project_id = ? AND state = ? ORDER BY opened_at DESC LIMIT ${most}`;
  return select(sessionRow, query, [projectId, state]);
}

/** Makes a session; its items come first, so that nobody sees one without them. Safe to repeat. */
export async function storeSession(
  session: Pick<StoredSession, 'id' | 'projectId' | 'title' | 'openedAt' | 'currentId'>,
  items: readonly SessionItem[],
): Promise<void> {
  const rows = items.map((item) => [session.id, item.defectId, item.place, item.state, item.skipped, Number(item.disagreed)]);
  const same = 'ON DUPLICATE KEY UPDATE place = place';
  await insertRows('triage_items', ['session_id', 'defect_id', 'place', 'state', 'skipped', 'disagreed'], rows, same);
  await write(`INSERT IGNORE INTO triage_sessions (${sessionColumns}) VALUES (?, ?, ?, 'open', ?, NULL, ?, 0, 0, 0)`, [
    session.id,
    session.projectId,
    session.title,
    session.openedAt,
    session.currentId,
  ]);
}

const itemRow = z
  .object({ defect_id: z.string(), place: integer, state: z.enum(itemStates), skipped: integer, disagreed: flag })
  .transform(({ defect_id, ...rest }): SessionItem => ({ defectId: defect_id, ...rest }));

export function itemsOf(sessionId: string): Promise<SessionItem[]> {
  const query = 'SELECT defect_id, place, state, skipped, disagreed FROM triage_items WHERE session_id = ? ORDER BY place';
  return select(itemRow, query, [sessionId]);
}

/** Defects among these that people disagreed on in a session and that were not decided there. */
export async function disagreedOn(defectIds: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let start = 0; start < defectIds.length; start += 1000) {
    const ids = defectIds.slice(start, start + 1000);
    const query = `SELECT DISTINCT defect_id FROM triage_items WHERE defect_id IN (${marks(ids)}) AND disagreed = 1 AND state = 'revealed'`;
    for (const { defect_id } of await select(z.object({ defect_id: z.string() }), query, ids)) found.add(defect_id);
  }
  return found;
}

const voteRow = z
  .object({ defect_id: z.string(), person: z.string(), role: z.enum(roles), risk: integer, impact: integer, at: z.string() })
  .transform(({ defect_id, ...rest }) => ({ defectId: defect_id, ...rest }));

/** Ratings of a session, all of them. */
export function votesOf(sessionId: string): Promise<(Vote & { readonly at: Instant })[]> {
  const query = `SELECT defect_id, person, role, risk, impact, at FROM triage_votes WHERE session_id = ? AND defect_id <> ''`;
  return select(voteRow, query, [sessionId]);
}

/** Somebody who takes part, and when last seen. */
export interface Seat {
  readonly person: string;
  readonly role: Role;
  readonly seenAt: Instant;
}

export async function seatsOf(sessionId: string): Promise<Seat[]> {
  const query = `SELECT defect_id, person, role, risk, impact, at FROM triage_votes WHERE session_id = ? AND defect_id = '' ORDER BY person`;
  return (await select(voteRow, query, [sessionId])).map(({ person, role, at }) => ({ person, role, seenAt: at }));
}

/** Takes a seat, or another role; who comes back has kept the ratings. */
export async function takeSeat(sessionId: string, { person, role, seenAt }: Seat): Promise<void> {
  await write(
    `INSERT INTO triage_votes (session_id, defect_id, person, role, risk, impact, at) VALUES (?, '', ?, ?, 0, 0, ?)
     ON DUPLICATE KEY UPDATE role = VALUES(role), at = VALUES(at)`,
    [sessionId, person, role, seenAt],
  );
  await touch(sessionId);
}

/** Notes that somebody is still there; at most every 15 seconds, because screens ask every second or two. */
export async function noteSeen(sessionId: string, person: string, now: Instant): Promise<void> {
  await write(`UPDATE triage_votes SET at = ? WHERE session_id = ? AND defect_id = '' AND person = ? AND at < ?`, [
    ...[now, sessionId, person, plus(now, -15_000)],
  ]);
}

/**
 * Takes a rating while the ratings are not shown: in one statement, so that none slips in behind the reveal. A second one of the same
 * person takes the place of the first.
 * @returns false where it came too late
 */
export async function storeVote(sessionId: string, vote: Vote, at: Instant): Promise<boolean> {
  const taken = await write(
    `INSERT INTO triage_votes (session_id, defect_id, person, role, risk, impact, at)
     SELECT i.session_id, i.defect_id, ?, ?, ?, ?, ? FROM triage_items i JOIN triage_sessions s ON s.id = i.session_id
     WHERE i.session_id = ? AND i.defect_id = ? AND i.state IN ('waiting', 'voting') AND s.state = 'open'
     ON DUPLICATE KEY UPDATE role = VALUES(role), risk = VALUES(risk), impact = VALUES(impact), at = VALUES(at)`,
    [vote.person, vote.role, vote.risk, vote.impact, at, sessionId, vote.defectId],
  );
  if (taken === 0) return isCast(sessionId, vote);
  await write(`UPDATE triage_items SET state = 'voting' WHERE session_id = ? AND defect_id = ? AND state = 'waiting'`, [
    ...[sessionId, vote.defectId],
  ]);
  await touch(sessionId);
  return true;
}

/** The same word said twice changes nothing, and is no row. */
async function isCast(sessionId: string, { defectId, person, risk, impact }: Vote): Promise<boolean> {
  const query = `SELECT COUNT(*) AS n FROM triage_votes v JOIN triage_items i ON i.session_id = v.session_id AND i.defect_id = v.defect_id
    WHERE v.session_id = ? AND v.defect_id = ? AND v.person = ? AND v.risk = ? AND v.impact = ? AND i.state IN ('waiting', 'voting')`;
  const rows = await select(z.object({ n: integer }), query, [sessionId, defectId, person, risk, impact]);
  return (rows[0]?.n ?? 0) > 0;
}

/** Shows the ratings of an item. @returns whether it was this call that did */
export async function revealItem(sessionId: string, defectId: string): Promise<boolean> {
  const done = await write(
    `UPDATE triage_items SET state = 'revealed' WHERE session_id = ? AND defect_id = ? AND state IN ('waiting', 'voting')`,
    [sessionId, defectId],
  );
  await touch(sessionId);
  return done > 0;
}

/** @param disagreed what the ratings show; set after the reveal, when no further one can come */
export async function noteDisagreement(sessionId: string, defectId: string, disagreed: boolean): Promise<void> {
  await write('UPDATE triage_items SET disagreed = ? WHERE session_id = ? AND defect_id = ?', [
    ...[Number(disagreed), sessionId, defectId],
  ]);
}

/** Marks a defect as decided in every session that speaks of it: it was decided, wherever that was. */
export async function noteDecided(defectId: string): Promise<void> {
  await write(`UPDATE triage_items SET state = 'decided' WHERE defect_id = ? AND state <> 'decided'`, [defectId]);
  await write(
    `UPDATE triage_sessions SET revision = revision + 1 WHERE state = 'open' AND id IN (SELECT session_id FROM triage_items WHERE defect_id = ?)`,
    [defectId],
  );
}

export async function noteSkipped(sessionId: string, defectId: string): Promise<void> {
  await write('UPDATE triage_items SET skipped = skipped + 1 WHERE session_id = ? AND defect_id = ?', [sessionId, defectId]);
}

/** Takes everybody to another item; who had gone on already meanwhile stays there. @param from the item that was left */
export async function moveOn(sessionId: string, from: string | null, to: string | null): Promise<void> {
  await write(
    `UPDATE triage_sessions SET current_id = ?, revision = revision + 1 WHERE id = ? AND state = 'open' AND current_id <=> ?`,
    [to, sessionId, from],
  );
}

/** Something happened in a session: screens read it again. */
async function touch(sessionId: string): Promise<void> {
  await write('UPDATE triage_sessions SET revision = revision + 1 WHERE id = ?', [sessionId]);
}

/** @returns false where somebody had closed it already */
export async function endSession(id: string, counts: { decided: number; undecided: number }, at: Instant): Promise<boolean> {
  const closed = await write(
    `UPDATE triage_sessions SET state = 'closed', closed_at = ?, decided = ?, undecided = ?, revision = revision + 1 WHERE id = ? AND state = 'open'`,
    [at, counts.decided, counts.undecided, id],
  );
  return closed > 0;
}

/** Open sessions in which nobody has been seen since a moment. */
export async function abandonedSessions(before: Instant, most: number): Promise<StoredSession[]> {
  const old = `SELECT ${sessionColumns} FROM triage_sessions WHERE state = 'open' AND opened_at < ? ORDER BY opened_at LIMIT ${most}`;
  const sessions = await select(sessionRow, old, [before]);
  if (sessions.length === 0) return [];
  const ids = sessions.map(({ id }) => id);
  const seen = `SELECT DISTINCT session_id FROM triage_votes WHERE session_id IN (${marks(ids)}) AND at >= ?`;
  const busy = new Set((await select(z.object({ session_id: z.string() }), seen, [...ids, before])).map((row) => row.session_id));
  return sessions.filter(({ id }) => !busy.has(id));
}

/** Sessions that were closed since a moment. */
export function closedSince(since: Instant): Promise<StoredSession[]> {
  return select(sessionRow, `SELECT ${sessionColumns} FROM triage_sessions WHERE state = 'closed' AND closed_at >= ?`, [since]);
}

import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { integer, json, marks, select, write } from '../../platform/database';
import { deferralActs, deferralStates, heldTimeOf, revisionOf } from '../deferral';
import type { Deferral, HeldTime } from '../deferral';

const release = z.object({ id: z.string(), name: z.string() });
const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  issueId: z.string(),
  state: z.enum(deferralStates),
  reason: z.object({ key: z.string(), name: z.string() }),
  rationale: z.string(),
  control: z.string().nullable(),
  target: release,
  from: z.array(release),
  severity: z.enum(severities).nullable(),
  requester: z.string(),
  k: z.number(),
  expiresAt: z.string(),
  comment: z.boolean(),
  events: z.array(
    z.object({
      act: z.enum(deferralActs),
      at: z.string(),
      who: z.string().nullable(),
      because: z.string().nullable(),
      expiresAt: z.string(),
    }),
  ),
});
const row = z
  .object({ body: json(bodySchema), entered: integer })
  .transform(({ body, entered }): StoredDeferral => ({ ...body, entered }));
const columns = 'body, entered';

/** A deferral as it is kept. */
export interface StoredDeferral extends Deferral {
  /** So many of its events stand in the ledger. */
  readonly entered: number;
}

function openOf({ state, issueId }: Deferral): string | null {
  return state === 'requested' || state === 'approved' ? issueId : null;
}

/**
 * Keeps a request.
 * @param batch the same for everything that was asked for at once
 * @returns false where the defect has one that waits or holds already
 */
export async function insertDeferral(deferral: Deferral, batch: string): Promise<boolean> {
  const { id, projectId, issueId, state, expiresAt, events } = deferral;
  const inserted = await write(
    `INSERT IGNORE INTO deferrals (id, project_id, issue_id, open_of, state, expires_at, held_ms, revision, entered, owed, batch, requested_at, body)
     VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0, 1, ?, ?, ?)`,
    [
      ...[id, projectId, issueId, openOf(deferral), state, expiresAt, revisionOf(deferral)],
      ...[batch, events[0]?.at ?? expiresAt, bodyOf(deferral)],
    ],
  );
  return inserted > 0;
}

/** Keeps one more event of a deferral. @returns false where somebody else was first, or another one of the defect waits or holds */
export async function updateDeferral(deferral: Deferral): Promise<boolean> {
  const { id, state, expiresAt } = deferral;
  const revision = revisionOf(deferral);
  const held = heldTimeOf(deferral);
  const updated = await write(
    `UPDATE IGNORE deferrals SET open_of = ?, state = ?, expires_at = ?, held_ms = ?, held_from = ?, revision = ?, owed = 1, body = ?
     WHERE id = ? AND revision = ?`,
    [openOf(deferral), state, expiresAt, held.ms, held.from, revision, bodyOf(deferral), id, revision - 1],
  );
  return updated > 0;
}

function bodyOf(deferral: Deferral): string {
  return JSON.stringify(bodySchema.parse(deferral));
}

/** Notes up to which of its events the ledger has them. */
export async function noteDeferralEntered(id: string, revision: number): Promise<void> {
  await write('UPDATE deferrals SET entered = GREATEST(entered, ?) WHERE id = ?', [revision, id]);
}

/** Notes that everything that follows from its last event is done, unless something has happened since. */
export async function noteDeferralDone(id: string, revision: number): Promise<void> {
  await write('UPDATE deferrals SET owed = 0 WHERE id = ? AND revision = ?', [id, revision]);
}

export async function deferralById(id: string): Promise<StoredDeferral | null> {
  const rows = await select(row, `SELECT ${columns} FROM deferrals WHERE id = ?`, [id]);
  return rows[0] ?? null;
}

const perQuery = 300;

/** All deferrals of these defects, of each the oldest first. */
export async function deferralsOfIssues(issueIds: readonly string[]): Promise<StoredDeferral[]> {
  const found: StoredDeferral[] = [];
  for (let start = 0; start < issueIds.length; start += perQuery) {
    const some = issueIds.slice(start, start + perQuery);
    found.push(...(await select(row, `SELECT ${columns} FROM deferrals WHERE issue_id IN (${marks(some)})`, some)));
  }
  return found.sort((a, b) => numberOf(a) - numberOf(b));
}

function numberOf({ id }: Deferral): number {
  return Number(id.split('-')[1] ?? 0);
}

/**
 * Deferrals that hold at a moment. Decided by the time, whether or not anybody has noticed that one is over; and one counts only once
 * its last event stands in the ledger, so that nothing opens a gate that is not on record.
 */
export function activeDeferrals(projectId: string, now: Instant): Promise<StoredDeferral[]> {
  const query = `SELECT ${columns} FROM deferrals WHERE project_id = ? AND state = 'approved' AND expires_at > ? AND entered = revision`;
  return select(row, query, [projectId, now]);
}

/** Deferrals of a project that were asked for and that nobody has decided. */
export function waitingDeferrals(projectId: string, now: Instant): Promise<StoredDeferral[]> {
  const query = `SELECT ${columns} FROM deferrals WHERE project_id = ? AND state = 'requested' AND expires_at > ?`;
  return select(row, query, [projectId, now]);
}

const heldRow = z.object({ issue_id: z.string(), held_ms: integer, held_from: z.string().nullable(), expires_at: z.string() });

/** For how long deferrals of a project's defects held, by the id of the defect; those that never held are missing. */
export async function heldTimes(projectId: string): Promise<Map<string, HeldTime[]>> {
  const query = `SELECT issue_id, held_ms, held_from, expires_at FROM deferrals
    WHERE project_id = ? AND (held_ms > 0 OR held_from IS NOT NULL)`;
  const found = new Map<string, HeldTime[]>();
  for (const { issue_id, held_ms, held_from, expires_at } of await select(heldRow, query, [projectId]))
    found.set(issue_id, [...(found.get(issue_id) ?? []), { ms: held_ms, from: held_from, until: expires_at }]);
  return found;
}

/** Deferrals that wait or are kept as holding, of every project, in the order of their ids. */
export function openDeferrals(after: string, most: number): Promise<StoredDeferral[]> {
  const query = `SELECT ${columns} FROM deferrals WHERE open_of IS NOT NULL AND id > ? ORDER BY id LIMIT ${most}`;
  return select(row, query, [after]);
}

/** Deferrals after whose last event something was left undone. */
export function owedDeferrals(most: number): Promise<StoredDeferral[]> {
  return select(row, `SELECT ${columns} FROM deferrals WHERE owed = 1 ORDER BY id LIMIT ${most}`);
}

/** Deferrals of a project that wait or are kept as holding, and the newest of the others. */
export async function deferralsOfProject(projectId: string, mostOver: number): Promise<StoredDeferral[]> {
  const open = `SELECT ${columns} FROM deferrals WHERE project_id = ? AND state IN ('requested', 'approved') ORDER BY expires_at LIMIT 1000`;
  const over = `SELECT ${columns} FROM deferrals WHERE project_id = ? AND open_of IS NULL ORDER BY requested_at DESC LIMIT ${mostOver}`;
  return [...(await select(row, open, [projectId])), ...(await select(row, over, [projectId]))];
}

/** Rationales of the newest deferrals of a project. @param exceptBatch those that were asked for together with this, after a moment, are not earlier ones */
export async function earlierRationales(
  projectId: string,
  exceptBatch: { readonly batch: string; readonly after: Instant },
  most: number,
): Promise<string[]> {
  const query = `SELECT ${columns} FROM deferrals WHERE project_id = ? AND NOT (batch = ? AND requested_at > ?) ORDER BY requested_at DESC LIMIT ${most}`;
  const rows = await select(row, query, [projectId, exceptBatch.batch, exceptBatch.after]);
  return [...new Set(rows.map(({ rationale }) => rationale))];
}

/** Deletes the deferrals of a project that is gone; the ledger keeps what was decided. Safe to repeat. */
export async function purgeDeferrals(projectId: string): Promise<void> {
  await write('DELETE FROM deferrals WHERE project_id = ?', [projectId]);
}

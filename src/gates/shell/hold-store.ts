import { z } from 'zod';
import { integer, json, marks, select, write } from '../../platform/database';
import { holdActs, holdCauses } from '../holds';
import type { Hold } from '../holds';

const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  version: z.object({ id: z.string(), name: z.string() }),
  stages: z.array(z.string()).nullable(),
  cause: z.enum(holdCauses),
  state: z.enum(['standing', 'lifted']),
  owner: z.string().nullable(),
  lifters: z.union([z.literal(1), z.literal(2)]),
  events: z.array(z.object({ act: z.enum(holdActs), at: z.string(), who: z.string().nullable(), because: z.string() })),
});
const row = z
  .object({ body: json(bodySchema), entered: integer })
  .transform(({ body, entered }): StoredHold => ({ ...body, entered }));

/** A hold as it is kept. */
export interface StoredHold extends Hold {
  /** So many of its events stand in the ledger. */
  readonly entered: number;
}

/** Keeps a new hold. @returns false where there is one of this id */
export async function insertHold(hold: Hold): Promise<boolean> {
  const { id, projectId, version, state, events } = hold;
  const inserted = await write(
    "INSERT IGNORE INTO gate_controls (id, kind, project_id, version_id, state, revision, entered, body) VALUES (?, 'hold', ?, ?, ?, ?, 0, ?)",
    [id, projectId, version.id, state, events.length, bodyOf(hold)],
  );
  return inserted > 0;
}

/** Keeps one more event of a hold. @returns false where somebody else was first */
export async function updateHold(hold: Hold): Promise<boolean> {
  const revision = hold.events.length;
  const updated = await write('UPDATE gate_controls SET state = ?, revision = ?, body = ? WHERE id = ? AND revision = ?', [
    ...[hold.state, revision, bodyOf(hold), hold.id, revision - 1],
  ]);
  return updated > 0;
}

function bodyOf(hold: Hold): string {
  return JSON.stringify(bodySchema.parse(hold));
}

/** Notes up to which of its events the ledger has them. */
export async function noteHoldEntered(id: string, revision: number): Promise<void> {
  await write('UPDATE gate_controls SET entered = GREATEST(entered, ?) WHERE id = ?', [revision, id]);
}

/**
 * Holds of several releases that count. One counts from the moment it is kept; one that was lifted counts until the ledger has that, so
 * that nothing opens off the record.
 */
export async function holdsThatStand(versionIds: readonly string[]): Promise<Hold[]> {
  const query = `SELECT body, entered FROM gate_controls WHERE version_id IN (${marks(versionIds)}) AND kind = 'hold' AND (state = 'standing' OR entered < revision)`;
  return (await select(row, query, versionIds)).map((hold) => ({ ...hold, state: 'standing' }));
}

/** All of a release, in the order in which they were placed. */
export async function holdsOf(versionId: string): Promise<StoredHold[]> {
  const found = await select(row, "SELECT body, entered FROM gate_controls WHERE version_id = ? AND kind = 'hold'", [versionId]);
  return found.sort((a, b) => numberOf(a) - numberOf(b));
}

const numberOf = ({ id }: Hold) => Number(id.split('-').at(-1) ?? 0);

/** Holds of which the ledger lacks an event, because a function died in between. */
export function holdsToEnter(most: number): Promise<StoredHold[]> {
  return select(
    row,
    `SELECT body, entered FROM gate_controls WHERE kind = 'hold' AND entered < revision ORDER BY id LIMIT ${most}`,
  );
}

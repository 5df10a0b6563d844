import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { integer, json, marks, select, write } from '../../platform/database';
import { overrideActs, overrideStates } from '../overrides';
import type { Override } from '../overrides';

const named = z.object({ id: z.string(), name: z.string() });
const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  version: named,
  stage: z.object({ key: z.string(), name: z.string() }),
  state: z.enum(overrideStates),
  requester: z.string(),
  reason: z.object({ key: z.string(), name: z.string() }),
  rationale: z.string(),
  covers: z.array(z.object({ id: z.string(), value: z.number().nullable(), defectIds: z.array(z.string()) })),
  decideBy: z.string(),
  hours: z.number(),
  until: z.string().nullable(),
  events: z.array(
    z.object({ act: z.enum(overrideActs), at: z.string(), who: z.string().nullable(), because: z.string().nullable() }),
  ),
});
const row = z
  .object({ body: json(bodySchema), entered: integer })
  .transform(({ body, entered }): StoredOverride => ({ ...body, entered }));

/** An override as it is kept. */
export interface StoredOverride extends Override {
  /** So many of its events stand in the ledger. */
  readonly entered: number;
}

const overAt = ({ until, decideBy }: Override): Instant => until ?? decideBy;

/** Keeps a request. @returns false where there is one of this id: somebody asked at the same moment */
export async function insertOverride(override: Override): Promise<boolean> {
  const { id, projectId, version, state, events } = override;
  const inserted = await write(
    "INSERT IGNORE INTO gate_controls (id, kind, project_id, version_id, state, over_at, revision, entered, body) VALUES (?, 'override', ?, ?, ?, ?, ?, 0, ?)",
    [id, projectId, version.id, state, overAt(override), events.length, bodyOf(override)],
  );
  return inserted > 0;
}

/** Keeps one more event of an override. @returns false where somebody else was first */
export async function updateOverride(override: Override): Promise<boolean> {
  const revision = override.events.length;
  const updated = await write(
    'UPDATE gate_controls SET state = ?, over_at = ?, revision = ?, body = ? WHERE id = ? AND revision = ?',
    [override.state, overAt(override), revision, bodyOf(override), override.id, revision - 1],
  );
  return updated > 0;
}

function bodyOf(override: Override): string {
  return JSON.stringify(bodySchema.parse(override));
}

/** Notes up to which of its events the ledger has them. */
export async function noteOverrideEntered(id: string, revision: number): Promise<void> {
  await write('UPDATE gate_controls SET entered = GREATEST(entered, ?) WHERE id = ?', [revision, id]);
}

/** All of a release, in the order in which they were asked for. */
export async function overridesOf(versionId: string): Promise<StoredOverride[]> {
  const found = await select(row, "SELECT body, entered FROM gate_controls WHERE version_id = ? AND kind = 'override'", [
    versionId,
  ]);
  return found.sort((a, b) => numberOf(a) - numberOf(b));
}

const numberOf = ({ id }: Override) => Number(id.split('-').at(-1) ?? 0);

/** Approved ones of several releases. One counts only once its approval stands in the ledger, so that nothing opens a gate off the record. */
export async function approvedOverrides(versionIds: readonly string[]): Promise<StoredOverride[]> {
  const query = `SELECT body, entered FROM gate_controls WHERE version_id IN (${marks(versionIds)}) AND kind = 'override' AND state = 'approved'`;
  return (await select(row, query, versionIds)).filter(({ entered, events }) => entered === events.length);
}

/** Those whose time is over and that do not say so yet, and those of which the ledger lacks an event. */
export function overridesToSettle(now: Instant, most: number): Promise<StoredOverride[]> {
  const query = `SELECT body, entered FROM gate_controls
    WHERE kind = 'override' AND ((state IN ('requested', 'approved') AND over_at <= ?) OR entered < revision) ORDER BY id LIMIT ${most}`;
  return select(row, query, [now]);
}

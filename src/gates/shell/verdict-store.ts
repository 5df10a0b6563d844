import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { gateModes, verdictStates } from '../../kernel/verdict';
import type { GateMode } from '../../kernel/verdict';
import { integer, json, marks, select, write } from '../../platform/database';
import { breaches } from '../policy';
import { units } from '../rules/rule';
import type { Verdict } from '../verdict';

const conditionSchema = z.object({
  id: z.string(),
  rule: z.string(),
  // Verdicts of before rows could warn held, and counted defects.
  breach: z.enum(breaches).default('holds'),
  unit: z.enum(units).default('defects'),
  atLeast: z.boolean().default(false),
  title: z.string(),
  reason: z.string(),
  definition: z.string(),
  value: z.number().nullable(),
  limit: z.number(),
  state: z.enum(['met', 'breached', 'unknown']),
  defectIds: z.array(z.string()),
  // Verdicts of before deferrals were known have none of these.
  deferredIds: z.array(z.string()).default([]),
  leftOut: z.string().default(''),
  restsUntil: z.string().nullable().default(null),
  clause: z.string().nullable(),
  jql: z.string().nullable(),
});

/** A verdict as it is kept: what the gate's core decided, whole. */
const verdictSchema = z.object({
  stage: z.object({ key: z.string(), name: z.string() }),
  state: z.enum(verdictStates),
  sentence: z.string(),
  conditions: z.array(conditionSchema),
  jql: z.string(),
  // Verdicts of before builds were judged name none.
  builds: z.array(z.string()).default([]),
  restsUntil: z.string().nullable().default(null),
});

const row = z
  .object({
    version_id: z.string(),
    stage_key: z.string(),
    project_id: z.string(),
    n: integer,
    mode: z.enum(gateModes),
    body: json(verdictSchema),
    fingerprint: z.string(),
    at: z.string(),
    until_at: z.string(),
    ledger_seq: integer,
    ledger_hash: z.string(),
    changes_seen: integer,
    settings_seen: integer,
  })
  .transform((r) => ({
    versionId: r.version_id,
    projectId: r.project_id,
    n: r.n,
    mode: r.mode,
    verdict: r.body,
    fingerprint: r.fingerprint,
    at: r.at,
    until: reliedUntil(r.body, r.until_at),
    freshUntil: r.until_at,
    ledger: { seq: r.ledger_seq, hash: r.ledger_hash },
    changesSeen: r.changes_seen,
    settingsSeen: r.settings_seen,
  }));

/** One that lets nothing pass stands while it is fresh: the round that reads Jira again is the one that finds that it has turned. */
function reliedUntil({ state, restsUntil }: Pick<Verdict, 'state' | 'restsUntil'>, fresh: Instant): Instant {
  return state === 'open' && restsUntil !== null && restsUntil < fresh ? restsUntil : fresh;
}

/** The newest verdict of a version and a stage. */
export interface StoredVerdict {
  readonly versionId: string;
  readonly projectId: string;
  /** Counts the verdicts of this version and stage that differed, from 1. */
  readonly n: number;
  readonly mode: GateMode;
  readonly verdict: Verdict;
  /** SHA-256 of the core's fingerprint. */
  readonly fingerprint: string;
  readonly at: Instant;
  /** Until when it may be relied on: no longer than it is fresh, and an open one no longer than what it rests on. */
  readonly until: Instant;
  /** Until when what was read from Jira counts as fresh. */
  readonly freshUntil: Instant;
  readonly ledger: { readonly seq: number; readonly hash: string };
  /** Which state of the project's store and of the settings it was decided from. */
  readonly changesSeen: number;
  readonly settingsSeen: number;
}

const columns =
  'version_id, stage_key, project_id, n, mode, state, body, fingerprint, at, until_at, ledger_seq, ledger_hash, changes_seen, settings_seen';
const settable = [
  'n',
  'mode',
  'state',
  'body',
  'fingerprint',
  'at',
  'until_at',
  'ledger_seq',
  'ledger_hash',
  'changes_seen',
  'settings_seen',
];

export function verdictsOf(versionIds: readonly string[]): Promise<StoredVerdict[]> {
  return select(
    row,
    `SELECT ${columns} FROM verdicts WHERE version_id IN (${marks(versionIds)}) ORDER BY version_id, stage_key`,
    versionIds,
  );
}

export function verdictsOfProject(projectId: string): Promise<StoredVerdict[]> {
  return select(row, `SELECT ${columns} FROM verdicts WHERE project_id = ? ORDER BY version_id, stage_key`, [projectId]);
}

/** When any verdict of the project was last decided (null while there is none), and how many are out of date by now. */
export async function verdictStamp(projectId: string, now: Instant): Promise<{ at: Instant | null; stale: number }> {
  const stamp = z.object({ at: z.string().nullable(), stale: integer.nullable() });
  const rows = await select(stamp, 'SELECT MAX(at) AS at, SUM(until_at <= ?) AS stale FROM verdicts WHERE project_id = ?', [
    now,
    projectId,
  ]);
  return { at: rows[0]?.at ?? null, stale: rows[0]?.stale ?? 0 };
}

/**
 * Stores a verdict, unless one is there that was decided from newer facts or settings, or that Jira was read later for.
 * @returns false where the stored one stands
 */
export async function storeVerdict(v: Omit<StoredVerdict, 'until'>): Promise<boolean> {
  const values = [
    v.n,
    v.mode,
    v.verdict.state,
    JSON.stringify(v.verdict),
    v.fingerprint,
    v.at,
    v.freshUntil,
    v.ledger.seq,
    v.ledger.hash,
  ];
  const all = [...values, v.changesSeen, v.settingsSeen];
  const inserted = await write(
    `INSERT IGNORE INTO verdicts (version_id, stage_key, project_id, ${settable.join(', ')}) VALUES (?, ?, ?, ${marks(all)})`,
    [v.versionId, v.verdict.stage.key, v.projectId, ...all],
  );
  if (inserted > 0) return true;
  const updated = await write(
    `UPDATE verdicts SET ${settable.map((column) => `${column} = ?`).join(', ')}
     WHERE version_id = ? AND stage_key = ? AND n <= ? AND changes_seen <= ? AND settings_seen <= ? AND until_at <= ?`,
    [...all, v.versionId, v.verdict.stage.key, v.n, v.changesSeen, v.settingsSeen, v.freshUntil],
  );
  return updated > 0;
}

/** Removes verdicts of stages that have no gate any more. */
export async function removeVerdicts(versionId: string, exceptStages: readonly string[]): Promise<void> {
  await write(
    `DELETE FROM verdicts WHERE version_id = ? AND stage_key NOT IN (${exceptStages.length === 0 ? "''" : marks(exceptStages)})`,
    [versionId, ...exceptStages],
  );
}

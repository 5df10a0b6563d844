import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { flag, insertRows, integer, json, marks, select, write } from '../../platform/database';
import { placeBehaviours, workarounds } from '../inputs';
import type { ScoreInputs } from '../inputs';
import { termNames } from '../score';
import type { ExplainedScore } from '../score';

/** A defect's weighted priority as it is stored. */
export interface StoredScore extends ExplainedScore {
  readonly defectId: string;
  /** From when the facts are that it was made of. */
  readonly at: Instant;
  /** What the field in Jira is known to hold; null while it was never written. */
  readonly written: number | null;
  /** What was known of the defect in its first days, where the score has been kept since then. */
  readonly early: ScoreInputs | null;
}

const inputs = z.object({
  seen: z.array(z.object({ day: z.number(), runs: z.number() })),
  usersAffected: z.number().nullable(),
  usersFrom: z.string().nullable().default(null),
  workaround: z.enum(workarounds).nullable(),
  severity: z.enum(severities).nullable(),
  places: z.array(
    z.object({
      stage: z.string(),
      behaviour: z.enum(placeBehaviours),
      nearness: z.number(),
      exposure: z.number(),
      from: z.enum(['cell', 'field']),
    }),
  ),
  createdAt: z.string(),
  targetDays: z.number().nullable(),
});
const term = z.object({
  term: z.enum(termNames),
  value: z.number(),
  weight: z.number(),
  points: z.number(),
  missing: z.boolean(),
});
const change = z.object({ at: z.string(), from: z.number(), to: z.number(), because: z.string() });

const row = z
  .object({
    defect_id: z.string(),
    score: integer,
    formula: z.string(),
    terms: json(z.array(term)),
    inputs: json(inputs),
    early: json(inputs.nullable()),
    changes: json(z.array(change)),
    written: integer.nullable(),
    at: z.string(),
  })
  .transform(({ defect_id, ...rest }): StoredScore => ({ defectId: defect_id, ...rest }));

/** A page of this size keeps below 4 MiB a response. */
const perQuery = 500;

/** Scores by the ids of their defects; those that have none are missing. */
export async function scoresOf(defectIds: readonly string[]): Promise<ReadonlyMap<string, StoredScore>> {
  const found = new Map<string, StoredScore>();
  for (let start = 0; start < defectIds.length; start += perQuery) {
    const ids = defectIds.slice(start, start + perQuery);
    const query = `SELECT defect_id, score, formula, terms, inputs, early, changes, written, at FROM scores WHERE defect_id IN (${marks(ids)})`;
    for (const score of await select(row, query, ids)) found.set(score.defectId, score);
  }
  return found;
}

const stateRow = z
  .object({ defect_id: z.string(), score: integer, made_of: z.string(), written: integer.nullable(), pending: flag })
  .transform((r) => ({ defectId: r.defect_id, score: r.score, madeOf: r.made_of, written: r.written, pending: r.pending }));

/** The little that says whether a score has to be stored or written anew. */
export type ScoreState = z.output<typeof stateRow>;

const statesPerQuery = 5000;

/** @param ids null for all of the project */
export async function scoreStates(projectId: string, ids: readonly string[] | null): Promise<Map<string, ScoreState>> {
  const found = new Map<string, ScoreState>();
  const keep = (states: readonly ScoreState[]) => {
    for (const state of states) found.set(state.defectId, state);
  };
  const columns = 'SELECT defect_id, score, made_of, written, pending FROM scores WHERE';
  if (ids !== null) {
    for (let start = 0; start < ids.length; start += perQuery) {
      const some = ids.slice(start, start + perQuery);
      keep(await select(stateRow, `${columns} project_id = ? AND defect_id IN (${marks(some)})`, [projectId, ...some]));
    }
    return found;
  }
  for (let after = ''; ;) {
    const page = `${columns} project_id = ? AND defect_id > ? ORDER BY defect_id LIMIT ${statesPerQuery}`;
    const states = await select(stateRow, page, [projectId, after]);
    keep(states);
    const last = states.at(-1);
    if (last === undefined || states.length < statesPerQuery) return found;
    after = last.defectId;
  }
}

/** A score to store, with the hash of what it was made of. */
export type NewScore = Omit<StoredScore, 'written'> & { readonly madeOf: string };

/**
 * Keeps scores; one for which the facts were read later than for this one holds. What the field holds stays as it was; where that is
 * something else, it is to be written.
 */
export async function storeScores(projectId: string, scores: readonly NewScore[]): Promise<void> {
  // The moment comes last: MySQL assigns from left to right, and the others look at it.
  const settable = ['project_id', 'score', 'formula', 'made_of', 'terms', 'inputs', 'changes', 'at'];
  const isNewer = 'VALUES(at) >= at';
  const rows = scores.map((s) => [
    ...[s.defectId, projectId, s.score, s.formula, s.madeOf, JSON.stringify(s.terms), JSON.stringify(s.inputs)],
    ...[s.early === null ? null : JSON.stringify(s.early), JSON.stringify(s.changes), s.at, 1],
  ]);
  await insertRows(
    'scores',
    ['defect_id', 'project_id', 'score', 'formula', 'made_of', 'terms', 'inputs', 'early', 'changes', 'at', 'pending'],
    rows,
    `ON DUPLICATE KEY UPDATE early = IF(${isNewer}, COALESCE(VALUES(early), early), early),
     pending = IF(${isNewer}, IF(written IS NULL OR written <> VALUES(score), 1, 0), pending),
     ${settable.map((name) => `${name} = IF(${isNewer}, VALUES(${name}), ${name})`).join(', ')}`,
  );
}

/** The scores of these defects were made anew from facts of that moment, and came out the same. */
export async function noteScored(defectIds: readonly string[], at: Instant): Promise<void> {
  for (let start = 0; start < defectIds.length; start += perQuery) {
    const ids = defectIds.slice(start, start + perQuery);
    await write(`UPDATE scores SET at = ? WHERE defect_id IN (${marks(ids)}) AND at < ?`, [at, ...ids, at]);
  }
}

/** The field of these defects holds `score` now; one that became another score meanwhile is still to be written. */
export async function noteWritten(defectIds: readonly string[], score: number): Promise<void> {
  for (let start = 0; start < defectIds.length; start += perQuery) {
    const ids = defectIds.slice(start, start + perQuery);
    await write(`UPDATE scores SET written = ?, pending = IF(score = ?, 0, 1) WHERE defect_id IN (${marks(ids)})`, [
      ...[score, score],
      ...ids,
    ]);
  }
}

const unwrittenRow = z
  .object({ defect_id: z.string(), score: integer })
  .transform((r) => ({ defectId: r.defect_id, score: r.score }));

/** Scores that Jira's field does not hold yet, in the order of the scores. */
export function unwrittenScores(projectId: string, most: number): Promise<z.output<typeof unwrittenRow>[]> {
  const query = `SELECT s.defect_id, s.score FROM scores s STRAIGHT_JOIN defects d ON d.id = s.defect_id
    WHERE s.pending = 1 AND s.project_id = ? AND d.removed = 0 AND d.lost = 0 ORDER BY s.score LIMIT ${most}`;
  return select(unwrittenRow, query, [projectId]);
}

/** Defects that the app cannot write to wait no longer. @param defectIds further ones, to which Jira said no */
export async function giveUpWriting(projectId: string, defectIds: readonly string[]): Promise<void> {
  await write(
    `UPDATE scores s STRAIGHT_JOIN defects d ON d.id = s.defect_id SET s.pending = 0
     WHERE s.pending = 1 AND s.project_id = ? AND (d.removed = 1 OR d.lost = 1)`,
    [projectId],
  );
  if (defectIds.length > 0) await write(`UPDATE scores SET pending = 0 WHERE defect_id IN (${marks(defectIds)})`, defectIds);
}

/** Projects with scores that Jira's field does not hold yet. */
export async function projectsWithUnwritten(): Promise<string[]> {
  const query = 'SELECT DISTINCT project_id FROM scores WHERE pending = 1';
  return (await select(z.object({ project_id: z.string() }), query)).map((r) => r.project_id);
}

const perStatement = 1000;

/** Deletes the scores of a project that is gone. Safe to repeat. */
export async function purgeScores(projectId: string): Promise<void> {
  const statement = `DELETE FROM scores WHERE project_id = ? LIMIT ${perStatement}`;
  while ((await write(statement, [projectId])) === perStatement);
}

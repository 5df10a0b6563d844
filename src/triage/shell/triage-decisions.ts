import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { flag, json, marks, select, write } from '../../platform/database';
import type { SqlValue } from '../../platform/database';
import { clockSteps, cycles } from '../clocks';
import type { ClockStep, Cycle } from '../clocks';
import { decisionId, decisionKinds } from '../decisions';
import type { Basis, Choice } from '../decisions';

const note = z.string();
const choiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fix-now'), release: z.object({ id: z.string(), name: z.string() }), note }),
  z.object({ kind: z.literal('defer'), note }),
  z.object({ kind: z.literal('duplicate'), of: z.object({ id: z.string(), key: z.string() }), note }),
  z.object({ kind: z.literal('not-a-defect'), note }),
  z.object({ kind: z.literal('need-information'), question: z.string(), expiresAt: z.string() }),
]);
const bodySchema = z.object({
  choice: choiceSchema,
  basis: z.object({ severity: z.enum(severities).nullable() }),
  /** Why it was decided where nobody decided. */
  because: z.string().nullable(),
});
const toldStates = ['none', 'session', 'due', 'writing', 'written', 'refused'] as const;
type ToldState = (typeof toldStates)[number];

const row = z
  .object({
    defect_id: z.string(),
    started_at: z.string(),
    project_id: z.string(),
    state: z.enum(['waiting', 'stands', 'lapsed', 'replaced']),
    step: z.enum(clockSteps),
    cycle: z.enum(cycles),
    waited: flag,
    decided_at: z.string().nullable(),
    decided_by: z.string().nullable(),
    kind: z.enum(decisionKinds).nullable(),
    version_id: z.string().nullable(),
    session_id: z.string().nullable(),
    body: json(bodySchema.nullable()),
    ended_at: z.string().nullable(),
    because: z.string().nullable(),
    told: z.enum(toldStates),
  })
  .transform((r) => ({
    ...{ id: decisionId(r.defect_id, r.started_at), defectId: r.defect_id, projectId: r.project_id, startedAt: r.started_at },
    ...{ state: r.state, step: r.step, cycle: r.cycle, waited: r.waited, sessionId: r.session_id, told: r.told },
    ...{ endedAt: r.ended_at, lapsedBecause: r.because },
    decision:
      r.decided_at === null || r.body === null
        ? null
        : { ...r.body, at: r.decided_at, by: r.decided_by, versionId: r.version_id },
  }));

/** A time that a defect waited, or waits, to be decided, and what was decided. `by` is a pseudonym; null where nobody decided. */
export type Round = z.output<typeof row>;
/** One that was decided. */
export type DecidedRound = Round & { readonly decision: NonNullable<Round['decision']> };

const columns =
  'defect_id, started_at, project_id, state, step, cycle, waited, decided_at, decided_by, kind, version_id, session_id, body, ended_at, because, told';

/** Whether something was decided in it. */
export function isDecided(round: Round): round is DecidedRound {
  return round.decision !== null;
}

const perQuery = 500;

async function rounds(where: string, values: readonly SqlValue[], end = ''): Promise<Round[]> {
  return select(row, `SELECT ${columns} FROM triage_decisions WHERE ${where} ${end}`, values);
}

/** The newest round of each of these defects; those that never had one are missing. */
export async function latestRounds(defectIds: readonly string[]): Promise<Map<string, Round>> {
  const found = new Map<string, Round>();
  for (let start = 0; start < defectIds.length; start += perQuery) {
    const ids = defectIds.slice(start, start + perQuery);
    for (const round of await rounds(`defect_id IN (${marks(ids)})`, ids)) {
      const known = found.get(round.defectId);
      if (known === undefined || known.startedAt < round.startedAt) found.set(round.defectId, round);
    }
  }
  return found;
}

/** What was decided of some defects, newest first. */
export async function decisionsOf(defectIds: readonly string[]): Promise<DecidedRound[]> {
  if (defectIds.length === 0) return [];
  const all = await rounds(`defect_id IN (${marks(defectIds)}) AND decided_at IS NOT NULL`, defectIds);
  return all.filter(isDecided).sort((a, b) => (a.startedAt > b.startedAt ? -1 : 1));
}

/** Standing decisions of a project that end by the mere passing of time, or with the release that they name. */
export async function standingOf(
  projectId: string,
  which: { readonly kinds: readonly string[] } | { readonly versionIds: readonly string[] },
): Promise<DecidedRound[]> {
  const [part, values] =
    'kinds' in which
      ? [`kind IN (${marks(which.kinds)})`, which.kinds]
      : [`version_id IN (${marks(which.versionIds)})`, which.versionIds];
  return (await rounds(`project_id = ? AND state = 'stands' AND ${part}`, [projectId, ...values], 'LIMIT 2000')).filter(
    isDecided,
  );
}

/** Every round of a project whose clock started since a moment, for the latency of decisions. */
export function roundsSince(projectId: string, since: Instant): Promise<Round[]> {
  return rounds('project_id = ? AND started_at >= ?', [projectId, since], 'ORDER BY started_at LIMIT 5000');
}

/** What belongs to a session. */
export async function decidedIn(sessionId: string): Promise<DecidedRound[]> {
  return (await rounds('session_id = ?', [sessionId])).filter(isDecided);
}

/** Where a defect waits. */
export interface RoundKey {
  readonly defectId: string;
  readonly startedAt: Instant;
  readonly projectId: string;
  readonly waited: boolean;
}

/** Opens a round where it is not there yet. Safe to repeat. */
export async function openRound({ defectId, startedAt, projectId, waited }: RoundKey, cycle: Cycle): Promise<void> {
  await write(
    `INSERT IGNORE INTO triage_decisions (defect_id, started_at, project_id, state, step, cycle, waited, told) VALUES (?, ?, ?, 'waiting', 'none', ?, ?, 'none')`,
    [defectId, startedAt, projectId, cycle, Number(waited)],
  );
}

/** Takes a step of a clock. @param from the step before @returns false where it was taken, or the defect decided, meanwhile */
export async function takeStep(key: RoundKey, from: ClockStep, to: ClockStep, cycle: Cycle): Promise<boolean> {
  const taken = await write(
    `UPDATE triage_decisions SET step = ?, cycle = ? WHERE defect_id = ? AND started_at = ? AND state = 'waiting' AND step = ?`,
    [to, cycle, key.defectId, key.startedAt, from],
  );
  return taken > 0;
}

/** What is recorded of a decision. */
export interface NewDecision {
  readonly choice: Choice;
  readonly basis: Basis;
  readonly cycle: Cycle;
  readonly at: Instant;
  /** Pseudonym; null where nobody decided. */
  readonly by: string | null;
  readonly because: string | null;
  readonly sessionId: string | null;
  /** Whether it leaves a comment on the issue: at the end of its session, or at once. */
  readonly comment: boolean;
}

/**
 * Decides a round that waits; of several who try at once, one does.
 * @returns whether it was this call
 */
export async function recordDecision(key: RoundKey, decision: NewDecision): Promise<boolean> {
  await openRound(key, decision.cycle);
  const { choice, basis, cycle, at, by, because, sessionId, comment } = decision;
  const told: ToldState = !comment ? 'none' : sessionId === null ? 'due' : 'session';
  const decided = await write(
    `UPDATE triage_decisions SET state = 'stands', decided_at = ?, decided_by = ?, kind = ?, version_id = ?, session_id = ?, body = ?, cycle = ?, told = ?
     WHERE defect_id = ? AND started_at = ? AND state = 'waiting'`,
    [
      ...[at, by, choice.kind, choice.kind === 'fix-now' ? choice.release.id : null, sessionId],
      ...[JSON.stringify({ choice, basis, because }), cycle, told, key.defectId, key.startedAt],
    ],
  );
  return decided > 0;
}

/** Ends a decision that stands. @returns whether it was this call */
export async function endDecision(
  { defectId, startedAt }: Pick<RoundKey, 'defectId' | 'startedAt'>,
  state: 'lapsed' | 'replaced',
  because: string | null,
  at: Instant,
): Promise<boolean> {
  const ended = await write(
    `UPDATE triage_decisions SET state = ?, ended_at = ?, because = ? WHERE defect_id = ? AND started_at = ? AND state = 'stands'`,
    [state, at, because?.slice(0, 300) ?? null, defectId, startedAt],
  );
  return ended > 0;
}

/** The comments of a session's decisions are to be written. */
export async function tellSession(sessionId: string): Promise<void> {
  await write(`UPDATE triage_decisions SET told = 'due' WHERE session_id = ? AND told = 'session'`, [sessionId]);
}

/** Decisions whose comments are to be written, or were being written when a function died. */
export async function roundsToTell(projectId: string, most: number): Promise<DecidedRound[]> {
  return (await rounds(`told IN ('due', 'writing') AND project_id = ?`, [projectId], `LIMIT ${most}`)).filter(isDecided);
}

/** Projects that have comments to write. */
export async function projectsToTell(): Promise<string[]> {
  const query = `SELECT DISTINCT project_id FROM triage_decisions WHERE told IN ('due', 'writing')`;
  return (await select(z.object({ project_id: z.string() }), query)).map(({ project_id }) => project_id);
}

export async function noteTold(
  { defectId, startedAt }: Pick<RoundKey, 'defectId' | 'startedAt'>,
  told: ToldState,
): Promise<void> {
  await write('UPDATE triage_decisions SET told = ? WHERE defect_id = ? AND started_at = ?', [told, defectId, startedAt]);
}

/** Open defects of a project, with no more than the queue needs of each. */
export async function openDefectsToTriage(projectId: string): Promise<Candidate[]> {
  const found: Candidate[] = [];
  const page = 5000;
  for (let after = ''; ;) {
    const query = `SELECT id, severity, security_level, created_at FROM defects
      WHERE project_id = ? AND open = 1 AND removed = 0 AND lost = 0 AND id > ? ORDER BY id LIMIT ${page}`;
    const some = await select(candidate, query, [projectId, after]);
    found.push(...some);
    const last = some.at(-1);
    if (last === undefined || some.length < page) return found;
    after = last.id;
  }
}

const candidate = z
  .object({
    id: z.string(),
    severity: z.enum(severities).nullable().catch(null),
    security_level: z.string().nullable(),
    created_at: z.string(),
  })
  .transform((r) => ({ id: r.id, severity: r.severity, securityLevel: r.security_level, createdAt: r.created_at }));
export type Candidate = z.output<typeof candidate>;

/** Deletes what is stored of a project that is gone. Safe to repeat. */
export async function purgeTriage(projectId: string): Promise<void> {
  for (const table of ['triage_items', 'triage_votes'])
    await emptied(`DELETE FROM ${table} WHERE session_id IN (SELECT id FROM triage_sessions WHERE project_id = ?)`, projectId);
  for (const table of ['triage_sessions', 'triage_decisions', 'triage_questions', 'triage_comments'])
    await emptied(`DELETE FROM ${table} WHERE project_id = ?`, projectId);
}

async function emptied(statement: string, projectId: string): Promise<void> {
  while ((await write(`${statement} LIMIT 1000`, [projectId])) === 1000);
}

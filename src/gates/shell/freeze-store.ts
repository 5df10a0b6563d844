import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { marks } from '../../platform/database';
import { attemptActs, attemptResults, attemptStates, exceptionStates, freezeActs, freezeCauses } from '../freezes';
import type { Attempt, Freeze, FreezeException } from '../freezes';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const named = z.object({ id: z.string(), name: z.string() });
const place = { id: z.string(), projectId: z.string(), version: named };

const freezeSchema = z.object({
  ...place,
  state: z.enum(['standing', 'ended']),
  cause: z.enum(freezeCauses),
  ...{ mark: z.string(), since: z.string(), actsFrom: z.string() },
  events: z.array(z.object({ act: z.enum(freezeActs), at: z.string(), who: z.string().nullable(), because: z.string() })),
});
export type StoredFreeze = Stored<Freeze>;

export const freezeStore = controlStore<Freeze>('freeze', freezeSchema, ({ version }) => ({ versionId: version.id }));

/** All of several releases, in the order in which they began. */
export function freezesOf(versionIds: readonly string[]): Promise<StoredFreeze[]> {
  return versionIds.length === 0 ? Promise.resolve([]) : freezeStore.where(`version_id IN (${marks(versionIds)})`, versionIds);
}

/** All of a project, in the order in which they began. */
export function freezesOfProject(projectId: string): Promise<StoredFreeze[]> {
  return freezeStore.where('project_id = ?', [projectId]);
}

const exceptionSchema = z.object({
  ...place,
  defectId: z.string(),
  state: z.enum(exceptionStates),
  ...{ requester: z.string(), because: z.string(), hours: z.number(), decideBy: z.string(), until: z.string().nullable() },
  events: z.array(
    z.object({ act: z.enum(exceptionStates), at: z.string(), who: z.string().nullable(), because: z.string().nullable() }),
  ),
});
export type StoredException = Stored<FreezeException>;

export const exceptionStore = controlStore<FreezeException>(
  'freeze-exception',
  exceptionSchema,
  ({ version, defectId, until, decideBy }) => ({ versionId: version.id, issueId: defectId, overAt: until ?? decideBy }),
);

/** All of several releases, in the order in which they were asked for. */
export function exceptionsOf(versionIds: readonly string[]): Promise<StoredException[]> {
  return versionIds.length === 0 ? Promise.resolve([]) : exceptionStore.where(`version_id IN (${marks(versionIds)})`, versionIds);
}

export function exceptionsOfDefect(defectId: string): Promise<StoredException[]> {
  return exceptionStore.where('issue_id = ?', [defectId]);
}

/** Those whose time is over and that do not say so yet, and those of which the ledger lacks an event. */
export function exceptionsToSettle(now: Instant, most: number): Promise<StoredException[]> {
  return exceptionStore.where("(state IN ('requested', 'approved') AND over_at <= ?) OR entered < revision", [now], most);
}

/** As much of an exception as the ledger has: an approval lets nothing in before it stands there. */
export function onRecord({ entered, ...exception }: StoredException): FreezeException {
  return { ...exception, events: exception.events.slice(0, entered) };
}

const attemptSchema = z.object({
  ...place,
  ...{ defectId: z.string(), at: z.string(), who: z.string().nullable(), severity: z.enum(severities).nullable() },
  consequence: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('record') }),
    z.object({ kind: z.literal('flag'), because: z.enum(['asked', 'done', 'nowhere']) }),
    z.object({ kind: z.literal('move'), to: named.nullable() }),
  ]),
  state: z.enum(attemptStates),
  result: z.enum(attemptResults).nullable(),
  events: z.array(z.object({ act: z.enum(attemptActs), at: z.string() })),
});
export type StoredAttempt = Stored<Attempt>;

export const attemptStore = controlStore<Attempt>('freeze-attempt', attemptSchema, ({ version, defectId }) => ({
  versionId: version.id,
  issueId: defectId,
}));

export async function attemptById(id: string): Promise<StoredAttempt | null> {
  return (await attemptStore.where('id = ?', [id]))[0] ?? null;
}

/** All of a release, in the order in which they were made. */
export function attemptsOf(versionId: string): Promise<StoredAttempt[]> {
  return attemptStore.where('version_id = ?', [versionId]);
}

export function attemptsOfDefect(defectId: string): Promise<StoredAttempt[]> {
  return attemptStore.where('issue_id = ?', [defectId]);
}

/** Those that are half done, and those of which the ledger lacks an event. */
export function attemptsToFinish(most: number): Promise<StoredAttempt[]> {
  return attemptStore.where("state IN ('caught', 'acted') OR entered < revision", [], most);
}

/** Those of a project whose flag stands in Jira. */
export function flaggedAttempts(projectId: string): Promise<StoredAttempt[]> {
  return attemptStore.where("project_id = ? AND state = 'flagged'", [projectId]);
}

import { z } from 'zod';
import { integer, json, marks, select, write } from '../../platform/database';
import { analysisStates, analysisSteps } from '../rca';
import type { Analysis, AnalysisState } from '../rca';

const contentSchema = z.object({
  causes: z.array(z.object({ levels: z.array(z.object({ because: z.string(), evidence: z.string() })) })),
  actions: z.array(z.object({ what: z.string(), owner: z.string(), due: z.string(), check: z.string(), checkOn: z.string() })),
});
const bodySchema = z.object({
  projectId: z.string(),
  release: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(analysisStates),
  content: contentSchema,
  authors: z.array(z.string()),
  events: z.array(
    z.object({
      act: z.enum(analysisSteps),
      at: z.string(),
      who: z.string(),
      because: z.string().nullable(),
      known: z.object({ found: z.number(), escaped: z.number() }).nullable(),
    }),
  ),
  revision: z.number(),
});
const row = z
  .object({ body: json(bodySchema), entered: integer })
  .transform(({ body, entered }): StoredAnalysis => ({ ...body, entered }));

/** An analysis as it is kept. */
export interface StoredAnalysis extends Analysis {
  /** So many of its events stand in the ledger. */
  readonly entered: number;
}

export async function analysisOf(versionId: string): Promise<StoredAnalysis | null> {
  return (await select(row, 'SELECT body, entered FROM analyses WHERE version_id = ?', [versionId]))[0] ?? null;
}

/** Keeps an analysis after one more change. @returns false where somebody else was first */
export async function storeAnalysis(analysis: Analysis): Promise<boolean> {
  const { projectId, release, state, events, revision } = analysis;
  const body = JSON.stringify(bodySchema.parse(analysis));
  if (revision === 1) {
    const inserted = await write(
      'INSERT IGNORE INTO analyses (version_id, project_id, state, revision, events, entered, body) VALUES (?, ?, ?, 1, ?, 0, ?)',
      [release.id, projectId, state, events.length, body],
    );
    return inserted > 0;
  }
  const updated = await write(
    'UPDATE analyses SET state = ?, revision = ?, events = ?, body = ? WHERE version_id = ? AND revision = ?',
    [state, revision, events.length, body, release.id, revision - 1],
  );
  return updated > 0;
}

/** Notes up to which of its events the ledger has them. */
export async function noteAnalysisEntered(versionId: string, events: number): Promise<void> {
  await write('UPDATE analyses SET entered = GREATEST(entered, ?) WHERE version_id = ?', [events, versionId]);
}

const stepsRow = z
  .object({ version_id: z.string(), steps: json(z.array(z.object({ act: z.enum(analysisSteps), at: z.string() }))) })
  .transform(({ version_id, steps }) => ({ versionId: version_id, steps }));

/** What happened to the analyses of these releases and when, oldest first, without what people wrote. */
export function analysisStepsOf(versionIds: readonly string[]): Promise<z.output<typeof stepsRow>[]> {
  if (versionIds.length === 0) return Promise.resolve([]);
  const query = `SELECT version_id, JSON_EXTRACT(body, '$.events') AS steps FROM analyses WHERE version_id IN (${marks(versionIds)})`;
  return select(stepsRow, query, versionIds);
}

/** How far the analyses of these releases have come; those that nobody has begun are missing. What the ledger lacks is not approved. */
export async function analysisStatesOf(versionIds: readonly string[]): Promise<Map<string, AnalysisState>> {
  const stateRow = z.object({ version_id: z.string(), state: z.enum(analysisStates), events: integer, entered: integer });
  const query = `SELECT version_id, state, events, entered FROM analyses WHERE version_id IN (${marks(versionIds)})`;
  const rows = await select(stateRow, query, versionIds);
  return new Map(
    rows.map(({ version_id, state, events, entered }) => [
      version_id,
      state === 'approved' && entered < events ? 'submitted' : state,
    ]),
  );
}

/** Analyses of which the ledger lacks an event, because a function died in between. */
export function analysesToEnter(most: number): Promise<StoredAnalysis[]> {
  return select(row, `SELECT body, entered FROM analyses WHERE entered < events ORDER BY version_id LIMIT ${most}`);
}

/** Deletes the analyses of a project that is gone; the ledger keeps what was decided. Safe to repeat. */
export async function purgeAnalyses(projectId: string): Promise<void> {
  await write('DELETE FROM analyses WHERE project_id = ?', [projectId]);
}

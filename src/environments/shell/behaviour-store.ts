import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { insertRows, integer, json, marks, select, write } from '../../platform/database';
import { behaviours, cellOf } from '../behaviour';
import type { BehaviourCell, SaidBehaviour, StageFacts } from '../behaviour';

const atBuild = z.object({ at: z.string(), build: z.string().nullable() });
const saidSchema = z.object({
  ...{ state: z.enum(behaviours), build: z.string().nullable(), note: z.string(), at: z.string(), by: z.string() },
});
const factsSchema = z.object({
  seen: atBuild.nullable(),
  fix: atBuild.extend({ state: z.enum(['live', 'partly', 'gone']) }).nullable(),
  green: atBuild.nullable(),
  workaround: z.string().nullable(),
});

const row = z
  .object({
    defect_id: z.string(),
    said: json(z.record(z.string(), saidSchema)).nullable(),
    said_revision: integer,
    facts: json(z.record(z.string(), factsSchema)).nullable(),
    shown: z.string().nullable(),
    changed_at: z.string(),
  })
  .transform(({ defect_id, said, said_revision, facts, shown, changed_at }): StoredBehaviours => ({
    ...{ defectId: defect_id, said: said ?? {}, saidRevision: said_revision, facts: facts ?? {}, shown, changedAt: changed_at },
  }));

/** What is kept of a defect, by keys of stages. */
export interface StoredBehaviours {
  readonly defectId: string;
  readonly said: Readonly<Record<string, SaidBehaviour>>;
  readonly saidRevision: number;
  readonly facts: Readonly<Record<string, StageFacts>>;
  /** The text that the custom field was given last. */
  readonly shown: string | null;
  readonly changedAt: Instant;
}

/** A row has about a kilobyte, so that a page stays well below Forge SQL's 4 MiB. */
const perQuery = 500;

/** What is kept of defects, by id; those of which nothing was told are missing. */
export async function storedBehaviours(defectIds: readonly string[]): Promise<Map<string, StoredBehaviours>> {
  const found = new Map<string, StoredBehaviours>();
  for (let start = 0; start < defectIds.length; start += perQuery) {
    const some = defectIds.slice(start, start + perQuery);
    const query = `SELECT defect_id, said, said_revision, facts, shown, changed_at FROM behaviours WHERE defect_id IN (${marks(some)})`;
    for (const stored of await select(row, query, some)) found.set(stored.defectId, stored);
  }
  return found;
}

/** What is kept of those defects of a project of which something changed last. @param most at most 1,000: a row has about a kilobyte */
export function latestBehaviours(projectId: string, most: number): Promise<StoredBehaviours[]> {
  const query = `SELECT defect_id, said, said_revision, facts, shown, changed_at FROM behaviours
    WHERE project_id = ? ORDER BY changed_at DESC LIMIT ${most}`;
  return select(row, query, [projectId]);
}

/**
 * How defects behave, by their ids and the keys of stages. Where nothing was told of a defect or stage, the answer has no cell: that is
 * `unknown`.
 */
export async function behavioursOf(defectIds: readonly string[]): Promise<Map<string, Map<string, BehaviourCell>>> {
  const stored = await storedBehaviours(defectIds);
  return new Map([...stored].map(([id, kept]) => [id, cellsOf(kept)]));
}

/** The cells of what is kept, by key of stage. */
export function cellsOf({ said, facts }: StoredBehaviours): Map<string, BehaviourCell> {
  const stages = new Set([...Object.keys(said), ...Object.keys(facts)]);
  return new Map([...stages].map((stage) => [stage, cellOf(stage, said[stage] ?? null, facts[stage] ?? null)]));
}

/** Ids of the defects of a project of which something is kept; those that changed last come first. */
export async function defectsWithBehaviour(projectId: string, most: number): Promise<string[]> {
  const query = `SELECT defect_id FROM behaviours WHERE project_id = ? ORDER BY changed_at DESC LIMIT ${most}`;
  return (await select(z.object({ defect_id: z.string() }), query, [projectId])).map(({ defect_id }) => defect_id);
}

/** Ids of the defects whose field may have to be written, those that have waited longest first. */
export async function behavioursToShow(most: number): Promise<string[]> {
  const query = `SELECT defect_id FROM behaviours WHERE to_show = 1 ORDER BY changed_at LIMIT ${most}`;
  return (await select(z.object({ defect_id: z.string() }), query)).map(({ defect_id }) => defect_id);
}

/** Remembers that the field was given one text for these defects; what was changed meanwhile waits for its own turn. */
export async function noteShown(kept: readonly StoredBehaviours[], text: string | null): Promise<void> {
  const ids = kept.map(({ defectId }) => defectId);
  const unchanged = kept.map(() => '(defect_id = ? AND changed_at = ?)').join(' OR ');
  if (kept.length === 0) return;
  await write(`UPDATE behaviours SET shown = ? WHERE defect_id IN (${marks(ids)})`, [text, ...ids]);
  await write(
    `UPDATE behaviours SET to_show = 0 WHERE ${unchanged}`,
    kept.flatMap(({ defectId, changedAt }) => [defectId, changedAt]),
  );
}

/** Keeps what facts say of defects. Beside it, what people said stays as it is. */
export async function storeStageFacts(
  projectId: string,
  facts: ReadonlyMap<string, Readonly<Record<string, StageFacts>>>,
  now: Instant,
): Promise<void> {
  await insertRows(
    'behaviours',
    ['defect_id', 'project_id', 'said_revision', 'to_show', 'facts', 'changed_at'],
    [...facts].map(([defectId, byStage]) => [defectId, projectId, 0, 1, JSON.stringify(byStage), now]),
    `ON DUPLICATE KEY UPDATE ${['project_id', 'to_show', 'facts', 'changed_at'].map((name) => `${name} = VALUES(${name})`).join(', ')}`,
  );
}

const mostTries = 20;

/**
 * Keeps what a person says of a defect in a stage, over what was said before.
 * @returns what stood there before, of the stage; null where nobody had said anything
 */
export async function saySo(
  defect: { readonly id: string; readonly projectId: string },
  stage: string,
  word: SaidBehaviour,
): Promise<SaidBehaviour | null> {
  const { id, projectId } = defect;
  await write(
    'INSERT IGNORE INTO behaviours (defect_id, project_id, said_revision, to_show, changed_at) VALUES (?, ?, 0, 0, ?)',
    [...[id, projectId, word.at]],
  );
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const kept = (await storedBehaviours([id])).get(id);
    const said = { ...kept?.said, [stage]: word };
    const revision = kept?.saidRevision ?? 0;
    const changed = await write(
      'UPDATE behaviours SET said = ?, said_revision = ?, to_show = 1, changed_at = ? WHERE defect_id = ? AND said_revision = ?',
      [JSON.stringify(said), revision + 1, word.at, id, revision],
    );
    if (changed > 0) return kept?.said[stage] ?? null;
  }
  throw new Error('Too many people say how the defect behaves at the same time.');
}

import { z } from 'zod';
import { duplicateLink } from '../../kernel/duplicate-link';
import type { Instant } from '../../kernel/instant';
import { flag, json, marks, select, write } from '../../platform/database';
import { refusalOf } from '../duplicates';
import type { SamePair } from '../duplicates';

const states = ['linked', 'merging', 'merged', 'undone', 'refused'] as const;
const named = z.object({ id: z.string(), key: z.string(), level: z.string().nullable() });
const bodySchema = z.object({
  /** As the ledger's evidence names them. */
  named: z.array(named),
  /** Fingerprints and origins of sightings that went to the defect that stays. */
  failures: z.array(z.string()).default([]),
  origins: z.array(z.string()).default([]),
});

/** What a person said of two defects: that the first is a duplicate of the second, or that they are not the same. */
export interface StoredPair {
  readonly defectId: string;
  readonly otherId: string;
  readonly projectId: string;
  readonly state: (typeof states)[number];
  /** Pseudonym. */
  readonly by: string;
  readonly at: Instant;
  readonly linkSeen: boolean;
  /** Whether the ledger may not have it yet. */
  readonly owed: boolean;
  readonly body: z.output<typeof bodySchema>;
}

const row = z
  .object({
    ...{ defect_id: z.string(), other_id: z.string(), project_id: z.string(), state: z.enum(states) },
    ...{ by_person: z.string(), at: z.string(), link_seen: flag, owed: flag, body: json(bodySchema) },
  })
  .transform(({ defect_id, other_id, project_id, by_person, link_seen, ...rest }): StoredPair => ({
    ...{ ...rest, defectId: defect_id, otherId: other_id, projectId: project_id, by: by_person, linkSeen: link_seen },
  }));
const columns = 'defect_id, other_id, project_id, state, by_person, at, link_seen, owed, body';

/** A link that was taken away may be made anew, and a link may become a merge; else what was said first holds. */
const replaces = `(state = 'undone' OR (state = 'linked' AND VALUES(state) = 'merging'))`;

type NewPair = Pick<StoredPair, 'defectId' | 'otherId' | 'projectId' | 'by' | 'at' | 'body'>;

/**
 * Keeps that two defects are the same. What was said before holds, unless its link was taken away since, or a link becomes a merge.
 * @returns what is kept now
 */
export async function keepSame(pair: NewPair, state: 'linked' | 'merging'): Promise<StoredPair | null> {
  const { defectId, otherId, projectId, by, at, body } = pair;
  const values = [defectId, otherId, projectId, state, by, at, JSON.stringify(body)];
  // MySQL assigns from left to right: `state` is what the others look at, so it comes last.
  await write(
    `INSERT INTO duplicate_pairs (defect_id, other_id, kind, project_id, state, by_person, at, link_seen, owed, body)
     VALUES (?, ?, 'same', ?, ?, ?, ?, 0, 1, ?)
     ON DUPLICATE KEY UPDATE by_person = IF(${replaces}, VALUES(by_person), by_person), at = IF(${replaces}, VALUES(at), at),
     body = IF(${replaces}, VALUES(body), body), link_seen = IF(state = 'undone', 0, link_seen), owed = IF(state = 'undone', 1, owed),
     state = IF(${replaces}, VALUES(state), state)`,
    values,
  );
  return pairOf(defectId, otherId, 'same');
}

/** Keeps for ever that two defects are not the same. @returns what is kept now */
export async function keepRefusal(pair: NewPair): Promise<StoredPair | null> {
  const [one, other] = refusalOf(pair.defectId, pair.otherId);
  await write(
    `INSERT IGNORE INTO duplicate_pairs (defect_id, other_id, kind, project_id, state, by_person, at, link_seen, owed, body)
     VALUES (?, ?, 'refused', ?, 'refused', ?, ?, 0, 1, ?)`,
    [one, other, pair.projectId, pair.by, pair.at, JSON.stringify(pair.body)],
  );
  return pairOf(one, other, 'refused');
}

async function pairOf(defectId: string, otherId: string, kind: 'same' | 'refused'): Promise<StoredPair | null> {
  const query = `SELECT ${columns} FROM duplicate_pairs WHERE defect_id = ? AND other_id = ? AND kind = ?`;
  return (await select(row, query, [defectId, otherId, kind]))[0] ?? null;
}

/** Notes what happened to a pair of the same, where it is still as it was read. */
export async function notePair(
  { defectId, otherId, state: before, at, body: earlier, owed: owing }: StoredPair,
  changed: Partial<Pick<StoredPair, 'state' | 'owed' | 'body'>>,
): Promise<void> {
  const { state = before, owed = owing, body = earlier } = changed;
  const kind = before === 'refused' ? 'refused' : 'same';
  await write(
    `UPDATE duplicate_pairs SET state = ?, owed = ?, body = ? WHERE defect_id = ? AND other_id = ? AND kind = ? AND state = ? AND at = ?`,
    [state, Number(owed), JSON.stringify(body), defectId, otherId, kind, before, at],
  );
}

/** Pairs of which the ledger may not know. */
export function owedPairs(projectId: string): Promise<StoredPair[]> {
  return select(row, `SELECT ${columns} FROM duplicate_pairs WHERE project_id = ? AND owed = 1 LIMIT 200`, [projectId]);
}

/** What was said of any of these defects, from either side. @param ids a few hundred at most */
export async function pairsOf(ids: readonly string[]): Promise<StoredPair[]> {
  if (ids.length === 0) return [];
  const found = await select(
    row,
    `SELECT ${columns} FROM duplicate_pairs WHERE defect_id IN (${marks(ids)})
     UNION SELECT ${columns} FROM duplicate_pairs WHERE other_id IN (${marks(ids)})`,
    [...ids, ...ids],
  );
  return found.filter(({ state }) => state !== 'undone');
}

/** Pairs of the same whose links may have been removed in Jira. @param ids of defects that were just read */
export async function linkedPairs(ids: readonly string[]): Promise<StoredPair[]> {
  if (ids.length === 0) return [];
  const query = `SELECT ${columns} FROM duplicate_pairs WHERE kind = 'same' AND state <> 'undone' AND defect_id IN (${marks(ids)})`;
  return select(row, query, ids);
}

/** Notes that the link of a pair was seen in Jira. */
export async function noteLinkSeen({ defectId, otherId }: StoredPair): Promise<void> {
  await write(`UPDATE duplicate_pairs SET link_seen = 1 WHERE defect_id = ? AND other_id = ? AND kind = 'same'`, [
    defectId,
    otherId,
  ]);
}

const linkRow = z.object({ defect_id: z.string(), other_id: z.string() });

/** Links of these defects in Jira that say that they are duplicates, whoever made them. */
export async function jiraDuplicates(ids: readonly string[]): Promise<SamePair[]> {
  if (ids.length === 0) return [];
  const rows = await select(
    linkRow,
    `SELECT l.defect_id, l.other_id FROM defect_links l JOIN defects d ON d.id = l.defect_id AND d.read_at = l.read_at
     WHERE l.defect_id IN (${marks(ids)}) AND l.type = ? AND d.removed = 0`,
    [...ids, duplicateLink],
  );
  return rows.map(({ defect_id, other_id }) => [defect_id, other_id] as const);
}

/** Chains are no longer. */
const longestChain = 10;

/** Into which defect a defect was merged in the end; itself where it was not. */
export async function mergedInto(id: string): Promise<string> {
  const seen = new Set([id]);
  let last = id;
  for (let step = 0; step < longestChain; step += 1) {
    const query = `SELECT other_id AS id FROM duplicate_pairs WHERE defect_id = ? AND kind = 'same' AND state = 'merged' ORDER BY at DESC LIMIT 1`;
    const [next] = await select(z.object({ id: z.string() }), query, [last]);
    if (next === undefined || seen.has(next.id)) return last;
    seen.add(next.id);
    last = next.id;
  }
  return last;
}

/** Deletes what is stored of a project that is gone. Safe to repeat. */
export async function purgeDuplicatePairs(projectId: string): Promise<void> {
  for (const table of ['duplicate_pairs', 'duplicate_suggestions'])
    while ((await write(`DELETE FROM ${table} WHERE project_id = ? LIMIT 500`, [projectId])) === 500);
}

import { z } from 'zod';
import { integer, json, select, write } from '../../platform/database';
import { emptyState, packCommon, packNumbers, unpackCommon, unpackNumbers } from '../duplicates';
import type { IndexState } from '../duplicates';

const bytes = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const count = z.number().int();
const state = z.object({
  size: count,
  documents: count,
  bodyWords: count,
  generations: z.array(count),
  dead: bytes.transform(unpackNumbers),
  common: bytes.transform(unpackCommon),
  placed: z.array(z.tuple([z.string(), z.string(), count, count])),
  removed: z.array(z.string()),
});
const row = z.object({ revision: integer, body: json(state) });

/** The state of an index, and how often it was changed; null for the number where there is none. */
export interface KeptState {
  readonly state: IndexState;
  readonly revision: number | null;
}

export async function readState(projectId: string): Promise<KeptState> {
  const [kept] = await select(row, 'SELECT revision, body FROM duplicate_states WHERE project_id = ?', [projectId]);
  if (kept === undefined) return { state: emptyState, revision: null };
  const { placed, removed, ...rest } = kept.body;
  const documents = placed.map(([id, stamp, number, words]) => ({ id, stamp, number, words }));
  return { state: { ...rest, unsettled: { placed: documents, removed } }, revision: kept.revision };
}

/** @returns how often it was changed; null where it does not exist */
export async function readRevision(projectId: string): Promise<number | null> {
  const query = 'SELECT revision FROM duplicate_states WHERE project_id = ?';
  return (await select(row.pick({ revision: true }), query, [projectId]))[0]?.revision ?? null;
}

/** Puts a state in the place of the one that was read. @returns what is kept now; null where another was quicker */
export async function replaceState(projectId: string, { revision }: KeptState, next: IndexState): Promise<KeptState | null> {
  const { unsettled, dead, common, ...rest } = next;
  const body = JSON.stringify({
    ...rest,
    ...{ dead: base64(packNumbers(dead)), common: base64(packCommon(common)) },
    placed: unsettled.placed.map(({ id, stamp, number, words }) => [id, stamp, number, words]),
    removed: unsettled.removed,
  });
  const changed =
    revision === null
      ? await write('INSERT IGNORE INTO duplicate_states (project_id, revision, body) VALUES (?, 1, ?)', [projectId, body])
      : await write('UPDATE duplicate_states SET body = ?, revision = revision + 1 WHERE project_id = ? AND revision = ?', [
          ...[body, projectId, revision],
        ]);
  return changed === 0 ? null : { state: next, revision: (revision ?? 0) + 1 };
}

export function base64(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64');
}

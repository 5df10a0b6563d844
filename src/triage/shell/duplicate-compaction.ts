import { chunkSize, chunkToClean, rewriteChunk } from '../duplicates';
import type { IndexState } from '../duplicates';
import { chunkRows, dropGeneration, generationsOf, settleDocuments, waitingDocuments, writeChunk } from './duplicate-rows';
import type { WaitingDocument } from './duplicate-rows';
import { readState, replaceState } from './duplicate-state';
import type { KeptState } from './duplicate-state';

const documentsPerStep = 1_024;
const mostSteps = 2_000;

/**
 * Moves what waits into chunks and takes out what is gone. A chunk is written under a new generation, then the state names it in one
 * statement, then the documents are told their places: whoever dies between leaves an index that answers as before or as after, and the
 * next compaction goes on there.
 */
export async function compactDuplicateIndex(projectId: string): Promise<void> {
  await dropLeftovers(projectId);
  for (let step = 0; step < mostSteps; step += 1) if (!(await compactOnce(projectId))) return;
}

/** Generations that never came to count, or count no longer: a compaction died. */
async function dropLeftovers(projectId: string): Promise<void> {
  const { state } = await readState(projectId);
  for (const { chunk, generation } of await generationsOf(projectId)) {
    if (state.generations[chunk] !== generation) await dropGeneration(projectId, chunk, generation);
  }
}

/** @returns whether there may be more to do */
async function compactOnce(projectId: string): Promise<boolean> {
  const kept = await settled(projectId);
  if (kept === null) return false;
  const first = kept.state.size;
  const free = chunkSize - (first % chunkSize);
  const waiting = await waitingDocuments(projectId, Math.min(free, documentsPerStep));
  const chunk = waiting.length === 0 ? chunkToClean(kept.state.dead) : Math.floor(first / chunkSize);
  if (chunk === null) return false;
  const next = await rewritten(projectId, kept, chunk, waiting);
  const changed = await replaceState(projectId, kept, next);
  if (changed === null) return false;
  const before = kept.state.generations[chunk];
  if (before !== undefined) await dropGeneration(projectId, chunk, before);
  return (await settled(projectId)) !== null;
}

/** The state after what the last step left undone was done; null where another compaction is at work. */
async function settled(projectId: string): Promise<KeptState | null> {
  const kept = await readState(projectId);
  const { unsettled } = kept.state;
  if (unsettled.placed.length + unsettled.removed.length === 0) return kept;
  await settleDocuments(projectId, unsettled);
  return replaceState(projectId, kept, { ...kept.state, unsettled: { placed: [], removed: [] } });
}

async function rewritten(
  projectId: string,
  { state, revision }: KeptState,
  chunk: number,
  waiting: readonly WaitingDocument[],
): Promise<IndexState> {
  const generation = (revision ?? 0) + 1;
  const added = waiting.flatMap(({ stored, ...of }) => (stored === null ? [] : [{ ...of, stored }]));
  const numbered = added.map((document, at) => ({ ...document, was: document.number, number: state.size + at }));
  const gone = waiting.flatMap(({ number, numberWords }) => (number === null ? [] : [{ number, numberWords }]));
  const dead = new Set([...state.dead, ...gone.map(({ number }) => number)]);
  const before = state.generations[chunk];
  const rows = before === undefined ? [] : await chunkRows(projectId, chunk, before);
  const written = rewriteChunk(chunk, rows, { dead, added: numbered, common: state.common });
  await writeChunk(projectId, chunk, generation, written.rows);
  const sum = (words: readonly number[]) => words.reduce((total, one) => total + one, 0);
  return {
    size: state.size + numbered.length,
    documents: state.documents + numbered.length - gone.length,
    bodyWords:
      state.bodyWords + sum(numbered.map(({ stored }) => stored.bodyLength)) - sum(gone.map(({ numberWords }) => numberWords)),
    generations: Array.from({ length: Math.max(chunk + 1, state.generations.length) }, (_, n) =>
      n === chunk ? generation : (state.generations[n] ?? 0),
    ),
    dead: new Set([...dead].filter((number) => Math.floor(number / chunkSize) !== chunk)),
    common: written.common,
    unsettled: {
      placed: numbered.map(({ id, stamp, number, stored }) => ({ id, stamp, number, words: stored.bodyLength })),
      removed: waiting.flatMap(({ id, stored }) => (stored === null ? [id] : [])),
    },
  };
}

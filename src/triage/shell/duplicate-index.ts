import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { sha256 } from '../../kernel/hash';
import { insertRows, integer, marks, select, write } from '../../platform/database';
import type { SqlValue } from '../../platform/database';
import { find, judge, packDocument, slotsToRead, soughtTerms, storedOf } from '../duplicates';
import type { Candidate, DuplicateDocument, IndexedDocument, IndexState } from '../duplicates';
import { documentsAt, postingsAt, waitingDocuments } from './duplicate-rows';
import type { WaitingDocument } from './duplicate-rows';
import { base64, readRevision, readState } from './duplicate-state';

/** A defect as the index takes it. */
export interface DefectToIndex {
  readonly id: string;
  readonly createdAt: Instant;
  /** Null removes it. */
  readonly document: DuplicateDocument | null;
}

/**
 * Adds defects, puts newer versions in the place of older ones, and removes. They are found at once; `compactDuplicateIndex` makes that
 * quick, so it is to be called after some hundreds. Safe to repeat; what is the same already is not written anew.
 * @returns how many were written
 */
export async function indexDefects(projectId: string, documents: readonly DefectToIndex[]): Promise<number> {
  const last = [...new Map(documents.map((one) => [one.id, one])).values()];
  const rows = last.flatMap(({ id, createdAt, document }): SqlValue[][] => {
    if (document === null) return [];
    const stored = storedOf(document);
    const body = base64(packDocument(stored));
    return [[projectId, id, createdAt, sha256(`${createdAt} ${body}`), 1, stored.bodyLength, body]];
  });
  const known = await stampsOf(
    projectId,
    rows.map(([, id]) => String(id)),
  );
  const changedRows = rows.filter(([, id, , stamp]) => known.get(String(id)) !== stamp);
  // MySQL assigns from left to right, and the others look at the stamp, so it comes last.
  const changed = ['created_at', 'words', 'body', 'stamp'].map((name) => `${name} = VALUES(${name})`).join(', ');
  const columns = ['project_id', 'doc_id', 'created_at', 'stamp', 'waiting', 'words', 'body'];
  await insertRows(
    'duplicate_documents',
    columns,
    changedRows,
    `ON DUPLICATE KEY UPDATE waiting = IF(stamp = VALUES(stamp), waiting, 1), ${changed}`,
  );
  await removeDocuments(
    projectId,
    last.flatMap(({ id, document }) => (document === null ? [id] : [])),
  );
  return changedRows.length;
}

/** What is the same already need not be written: most changes of an issue leave its text alone. */
async function stampsOf(projectId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500);
    const query = `SELECT doc_id, stamp FROM duplicate_documents WHERE project_id = ? AND doc_id IN (${marks(some)})`;
    const row = z.object({ doc_id: z.string(), stamp: z.string() });
    for (const { doc_id, stamp } of await select(row, query, [projectId, ...some])) found.set(doc_id, stamp);
  }
  return found;
}

/** How many defects stand in no chunk yet. */
export async function waitingToCompact(projectId: string): Promise<number> {
  const query = 'SELECT COUNT(*) AS n FROM duplicate_documents WHERE project_id = ? AND waiting = 1';
  return (await select(z.object({ n: integer }), query, [projectId]))[0]?.n ?? 0;
}

/** They stay until a compaction has taken their words out of the chunks. */
async function removeDocuments(projectId: string, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += 500) {
    const some = ids.slice(start, start + 500);
    const statement = `UPDATE duplicate_documents SET waiting = 1, stamp = '', words = 0, body = NULL
      WHERE project_id = ? AND doc_id IN (${marks(some)})`;
    await write(statement, [projectId, ...some]);
  }
}

/** Documents that are looked at together. */
const perLook = 10_000;

/**
 * Removes documents of which the store has no defect in this project any more, however it went: moved, deleted, not found by a whole
 * reading. Safe to repeat.
 */
export async function removeStrayDocuments(projectId: string): Promise<void> {
  const row = z.object({ id: z.string() });
  for (let after = ''; ;) {
    const look = `SELECT doc_id AS id FROM duplicate_documents WHERE project_id = ? AND doc_id > ? AND stamp <> ''
      ORDER BY doc_id LIMIT ${perLook}`;
    const indexed = (await select(row, look, [projectId, after])).map(({ id }) => id);
    const last = indexed.at(-1);
    if (last === undefined) return;
    const query = 'SELECT id FROM defects WHERE project_id = ? AND removed = 0 AND id > ? AND id <= ?';
    const stored = new Set((await select(row, query, [projectId, after, last])).map(({ id }) => id));
    await removeDocuments(
      projectId,
      indexed.filter((id) => !stored.has(id)),
    );
    if (indexed.length < perLook) return;
    after = last;
  }
}

/** What is asked. */
export interface CandidateOptions {
  /** When the defect was reported. */
  readonly at: Instant;
  /** Ids that are no candidates: the defect itself, those of which people said that they are none. */
  readonly exclude?: readonly string[];
  readonly limit?: number;
}

/** Documents outside the chunks that are looked through; a compaction keeps them fewer. */
const mostWaiting = 600;
const mostTries = 3;

/** Defects that may be the same, most likely first. */
export async function candidatesFor(
  projectId: string,
  document: DuplicateDocument,
  { at, exclude, limit }: CandidateOptions,
): Promise<readonly Candidate[]> {
  const query = { document, at, exclude: new Set(exclude), ...(limit === undefined ? {} : { limit }) };
  for (let tried = 1; ; tried += 1) {
    const [{ state, revision }, waiting] = await Promise.all([readState(projectId), waitingDocuments(projectId, mostWaiting)]);
    const index = seen(state, waiting);
    const terms = soughtTerms(document, index.statistics);
    const found = find(terms, await postingsAt(projectId, slotsToRead(terms), state.generations), index);
    const numbers = found.hits.flatMap(({ number }) => (number < index.size ? [number] : []));
    const [rows, later] = await Promise.all([documentsAt(projectId, numbers), readRevision(projectId)]);
    // A compaction in between may have taken away what was to be read.
    if (later !== revision && tried < mostTries) continue;
    return judge(query, found, placed(rows), index).candidates;
  }
}

function placed(rows: readonly WaitingDocument[]): Map<number, IndexedDocument> {
  return new Map(
    rows.flatMap(({ id, createdAt, number, stored }) =>
      number === null || stored === null ? [] : [[number, { id, createdAt, stored }] as const],
    ),
  );
}

/** The index as the state and the waiting documents have it together. */
function seen(state: IndexState, waiting: readonly WaitingDocument[]) {
  const unsettled = new Map(state.unsettled.placed.map((one) => [one.id, one]));
  const removed = new Set(state.unsettled.removed);
  const dead = new Set(state.dead);
  const recent: IndexedDocument[] = [];
  let { documents, bodyWords } = state;
  for (const { id, createdAt, number, numberWords, stored } of waiting) {
    const placed = unsettled.get(id) ?? (number === null || removed.has(id) ? null : { number, words: numberWords });
    if (placed !== null) {
      dead.add(placed.number);
      documents -= 1;
      bodyWords -= placed.words;
    }
    if (stored === null) continue;
    recent.push({ id, createdAt, stored });
    documents += 1;
    bodyWords += stored.bodyLength;
  }
  return { statistics: { documents, bodyWords, common: state.common }, size: state.size, dead, recent };
}

const perStatement = 500;

/** Deletes what is stored of a project that is gone. Safe to repeat. */
export async function purgeDuplicates(projectId: string): Promise<void> {
  for (const table of ['duplicate_states', 'duplicate_documents', 'duplicate_postings']) {
    const statement = `DELETE FROM ${table} WHERE project_id = ? LIMIT ${perStatement}`;
    while ((await write(statement, [projectId])) === perStatement);
  }
}

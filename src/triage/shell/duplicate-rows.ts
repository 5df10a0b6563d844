import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { insertRows, integer, marks, select, write } from '../../platform/database';
import type { SqlValue } from '../../platform/database';
import { unpackDocument } from '../duplicates';
import type { PostingRow, StoredDocument, Unsettled } from '../duplicates';
import { base64 } from './duplicate-state';

const bytes = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

/** A document that no chunk has yet, or one that is gone. */
export interface WaitingDocument {
  readonly id: string;
  readonly createdAt: Instant;
  readonly stamp: string;
  /** Where an earlier version of it stands, and the words of its description there; null for none. */
  readonly number: number | null;
  readonly numberWords: number;
  /** Null where it is gone. */
  readonly stored: StoredDocument | null;
}

const documentRow = z
  .object({
    doc_id: z.string(),
    created_at: z.string(),
    stamp: z.string(),
    number: integer.nullable(),
    number_words: integer.nullable(),
    body: bytes.transform(unpackDocument).nullable(),
  })
  .transform(({ doc_id, created_at, stamp, number, number_words, body }): WaitingDocument => ({
    ...{ id: doc_id, createdAt: created_at, stamp, number, numberWords: number_words ?? 0, stored: body },
  }));
const columns = 'doc_id, created_at, stamp, number, number_words, body';

/** @param most how many at most; always the same ones until they are placed */
export function waitingDocuments(projectId: string, most: number): Promise<WaitingDocument[]> {
  const query = `SELECT ${columns} FROM duplicate_documents WHERE project_id = ? AND waiting = 1 ORDER BY doc_id LIMIT ${most}`;
  return select(documentRow, query, [projectId]);
}

/** Documents by their place in the chunks. */
export function documentsAt(projectId: string, numbers: readonly number[]): Promise<WaitingDocument[]> {
  if (numbers.length === 0) return Promise.resolve([]);
  const query = `SELECT ${columns} FROM duplicate_documents WHERE project_id = ? AND number IN (${marks(numbers)})`;
  return select(documentRow, query, [projectId, ...numbers]);
}

const postingRow = z.object({ chunk: integer, generation: integer, body: bytes });

/** Postings of the generations that count. @param generations by chunk */
export async function postingsAt(
  projectId: string,
  slots: readonly number[],
  generations: readonly number[],
): Promise<PostingRow[]> {
  if (slots.length === 0 || generations.length === 0) return [];
  const query = `SELECT chunk, generation, body FROM duplicate_postings WHERE project_id = ? AND slot IN (${marks(slots)})`;
  const rows = await select(postingRow, query, [projectId, ...slots]);
  return rows.filter(({ chunk, generation }) => generations[chunk] === generation);
}

const rowsPerRead = 800;

/** A whole chunk: a few MiB, so it is read in parts. */
export async function chunkRows(projectId: string, chunk: number, generation: number): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  const row = z.object({ slot: integer, body: bytes });
  for (let after = -1; ;) {
    const query = `SELECT slot, body FROM duplicate_postings
      WHERE project_id = ? AND chunk = ? AND generation = ? AND slot > ? ORDER BY slot LIMIT ${rowsPerRead}`;
    const rows = await select(row, query, [projectId, chunk, generation, after]);
    found.push(...rows.map(({ body }) => body));
    if (rows.length < rowsPerRead) return found;
    after = rows.at(-1)?.slot ?? after;
  }
}

/** Characters of rows in a statement: a request has at most 1 MiB. */
const mostCharacters = 600_000;

export async function writeChunk(
  projectId: string,
  chunk: number,
  generation: number,
  rows: ReadonlyMap<number, Uint8Array>,
): Promise<void> {
  let some: SqlValue[][] = [];
  let characters = 0;
  const send = async () => {
    const settle = 'ON DUPLICATE KEY UPDATE body = VALUES(body)';
    await insertRows('duplicate_postings', ['project_id', 'slot', 'chunk', 'generation', 'body'], some, settle);
    [some, characters] = [[], 0];
  };
  for (const [slot, body] of rows) {
    const text = base64(body);
    if (characters + text.length > mostCharacters) await send();
    some.push([projectId, slot, chunk, generation, text]);
    characters += text.length;
  }
  await send();
}

const perStatement = 500;

/** Deletes a generation of a chunk. Safe to repeat. */
export async function dropGeneration(projectId: string, chunk: number, generation: number): Promise<void> {
  const statement = `DELETE FROM duplicate_postings WHERE project_id = ? AND chunk = ? AND generation = ? LIMIT ${perStatement}`;
  while ((await write(statement, [projectId, chunk, generation])) === perStatement);
}

/** Generations of chunks that are there, whether they count or not. */
export function generationsOf(projectId: string): Promise<{ chunk: number; generation: number }[]> {
  const row = z.object({ chunk: integer, generation: integer });
  return select(row, 'SELECT DISTINCT chunk, generation FROM duplicate_postings WHERE project_id = ?', [projectId]);
}

const perUpdate = 150;

/** Tells documents their places. A version that came since goes on waiting. Safe to repeat. */
export async function settleDocuments(projectId: string, { placed, removed }: Unsettled): Promise<void> {
  for (let start = 0; start < placed.length; start += perUpdate) {
    const some = placed.slice(start, start + perUpdate);
    const ids = some.map(({ id }) => id);
    const by = (what: (one: (typeof some)[number]) => SqlValue) => ({
      sql: `ELT(FIELD(doc_id, ${marks(ids)}), ${marks(ids)})`,
      values: [...ids, ...some.map(what)],
    });
    const [number, words, stamp] = [by((one) => one.number), by((one) => one.words), by((one) => one.stamp)];
    await write(
      `UPDATE duplicate_documents SET number = ${number.sql}, number_words = ${words.sql},
       waiting = IF(stamp = ${stamp.sql}, 0, waiting) WHERE project_id = ? AND doc_id IN (${marks(ids)})`,
      [...number.values, ...words.values, ...stamp.values, projectId, ...ids],
    );
  }
  for (let start = 0; start < removed.length; start += perStatement) {
    const ids = removed.slice(start, start + perStatement);
    const those = `project_id = ? AND doc_id IN (${marks(ids)})`;
    await write(`UPDATE duplicate_documents SET number = NULL, number_words = NULL WHERE ${those}`, [projectId, ...ids]);
    await write(`DELETE FROM duplicate_documents WHERE ${those} AND stamp = ''`, [projectId, ...ids]);
  }
}

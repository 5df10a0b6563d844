import { z } from 'zod';
import { sha256 } from '../../kernel/hash';
import type { Instant } from '../../kernel/instant';
import { insertRows, integer, json, marks, select, write } from '../../platform/database';
import { nothingGathered } from '../decide';
import type { Message } from '../message';
import type { Told } from '../messages';
import type { Channel } from '../rules';
import { gatheredSchema, messageSchema, occurrenceSchema } from './schemas';
import type { Gathered } from './schemas';

const columns = ['id', 'project_id', 'kind', 'state', 'at', 'due_at', 'revision', 'body'];

/** Keeps what happened until it is decided whom to tell. @returns false where it is known already */
export async function keepOccurrence(occurrence: Told): Promise<boolean> {
  const id = `event:${sha256(`${occurrence.projectId}\n${occurrence.id}`).slice(0, 40)}`;
  const inserted = await write(
    `INSERT IGNORE INTO messages (${columns.join(', ')}) VALUES (?, ?, 'event', 'waiting', ?, NULL, 0, ?)`,
    [id, occurrence.projectId, occurrence.at, JSON.stringify(occurrence)],
  );
  return inserted > 0;
}

/** Projects in which something happened or is due. */
export async function projectsToTell(now: Instant, most: number): Promise<string[]> {
  const query = `SELECT DISTINCT project_id FROM messages
    WHERE (kind = 'event' AND state = 'waiting') OR (kind = 'gathered' AND state = 'waiting' AND due_at <= ?) LIMIT ${most}`;
  return (await select(z.object({ project_id: z.string() }), query, [now])).map((row) => row.project_id);
}

interface KeptOccurrence {
  readonly rowId: string;
  readonly occurrence: Told;
}

const eventRow = z
  .object({ id: z.string(), body: json(occurrenceSchema) })
  .transform(({ id, body }): KeptOccurrence => ({ rowId: id, occurrence: body }));

/** What happened in a project and has not been decided, oldest first. */
export function waitingOccurrences(projectId: string, most: number): Promise<KeptOccurrence[]> {
  const query = `SELECT id, body FROM messages WHERE project_id = ? AND kind = 'event' AND state = 'waiting' ORDER BY at, id LIMIT ${most}`;
  return select(eventRow, query, [projectId]);
}

const perPage = 500;

/** What happened since a moment, in every project, oldest first; the newest where there is more. */
export async function occurrencesSince(since: Instant, most: number): Promise<Told[]> {
  const found: KeptOccurrence[] = [];
  for (let start = 0; start < most; start += perPage) {
    const query = `SELECT id, body FROM messages WHERE kind = 'event' AND at >= ? ORDER BY at DESC LIMIT ${perPage} OFFSET ${start}`;
    const page = await select(eventRow, query, [since]);
    found.push(...page);
    if (page.length < perPage) break;
  }
  return found
    .slice(0, most)
    .reverse()
    .map(({ occurrence }) => occurrence);
}

const gatheredRow = z.object({ revision: integer, body: json(gatheredSchema) });
const rowOf = (projectId: string) => `gathered:${projectId}`;
export const nothingYet: Gathered = { state: nothingGathered, taken: [], outbox: [] };

/** What is gathered in a project, and the number under which it was read. */
export async function readGathered(projectId: string): Promise<{ gathered: Gathered; revision: number }> {
  const query = 'SELECT revision, body FROM messages WHERE id = ?';
  const found = (await select(gatheredRow, query, [rowOf(projectId)]))[0];
  return found === undefined ? { gathered: nothingYet, revision: 0 } : { gathered: found.body, revision: found.revision };
}

/**
 * Writes what is gathered where nobody else has written since it was read.
 * @param due when something has to be done with it; null for never
 * @returns false where somebody has
 */
export async function writeGathered(
  projectId: string,
  gathered: Gathered,
  revision: number,
  due: Instant | null,
  now: Instant,
): Promise<boolean> {
  await write(`INSERT IGNORE INTO messages (${columns.join(', ')}) VALUES (?, ?, 'gathered', 'waiting', ?, NULL, 0, ?)`, [
    rowOf(projectId),
    projectId,
    now,
    JSON.stringify(nothingYet),
  ]);
  const written = await write(
    'UPDATE messages SET body = ?, due_at = ?, at = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
    [JSON.stringify(gathered), due, now, rowOf(projectId), revision],
  );
  return written > 0;
}

/** Writes down what a decision has taken and given; done twice, it is done once. */
export async function settle(projectId: string, { taken, outbox }: Gathered): Promise<void> {
  await insertRows(
    'messages',
    columns,
    outbox.flatMap((message) => messageRows(projectId, message)),
    'ON DUPLICATE KEY UPDATE id = id',
  );
  if (taken.length === 0) return;
  await write(`UPDATE messages SET state = 'taken' WHERE id IN (${marks(taken)}) AND kind = 'event'`, taken);
}

function messageRows(projectId: string, message: Message): (string | number | null)[][] {
  const ways = [...new Set(message.parts.flatMap(({ channels }) => channels))];
  const [state, due] = message.issueId === null ? ['nowhere', null] : ['waiting', message.at];
  const body = JSON.stringify(message);
  return ways.map((channel) => [`message:${message.id}:${channel}`, projectId, 'message', state, message.at, due, 0, body]);
}

/** A message on its way over one channel. */
export interface Outgoing {
  readonly rowId: string;
  readonly channel: Channel;
  readonly message: Message;
  /** How often somebody has set about sending it before. */
  readonly tries: number;
}

const outgoingRow = z
  .object({ id: z.string().regex(/^message:[^:]+:(comment|mail|automation)$/), revision: integer, body: json(messageSchema) })
  .transform(({ id, revision, body }): Outgoing => ({ rowId: id, channel: channelOf(id), message: body, tries: revision }));

function channelOf(rowId: string): Channel {
  if (rowId.endsWith(':mail')) return 'mail';
  return rowId.endsWith(':automation') ? 'automation' : 'comment';
}

/** Messages to be sent, and those whose sender has not come back in time. */
export function messagesToSend(now: Instant, most: number): Promise<Outgoing[]> {
  const query = `SELECT id, revision, body FROM messages WHERE kind = 'message' AND state IN ('waiting', 'sending') AND due_at <= ?
    ORDER BY due_at LIMIT ${most}`;
  return select(outgoingRow, query, [now]);
}

/** The rows of one message that are still to be sent, due or not. */
export function rowsToSend(messageId: string): Promise<Outgoing[]> {
  const query = `SELECT id, revision, body FROM messages WHERE id = ? AND state = 'waiting'`;
  return select(outgoingRow, query, [`message:${messageId}:comment`]);
}

/** What became of a comment: `waiting` and `sending` are on their way; null where there is no such message. */
export async function stateOfMessage(
  messageId: string,
): Promise<{ readonly state: string; readonly because: string | null; readonly due: Instant | null } | null> {
  const found = z.object({ state: z.string(), because: z.string().nullable(), due_at: z.string().nullable() });
  const query = 'SELECT state, because, due_at FROM messages WHERE id = ?';
  const row = (await select(found, query, [`message:${messageId}:comment`]))[0];
  return row === undefined ? null : { state: row.state, because: row.because, due: row.due_at };
}

/** Of several who want to send a message, one gets true. @param until when others may take it over */
export async function claimMessage({ rowId, tries }: Outgoing, until: Instant): Promise<boolean> {
  const query = `UPDATE messages SET state = 'sending', due_at = ?, revision = revision + 1
    WHERE id = ? AND revision = ? AND state IN ('waiting', 'sending')`;
  return (await write(query, [until, rowId, tries])) > 0;
}

/** How sending went. `again` is tried once more at that moment. */
export type Sent =
  | { readonly kind: 'sent' | 'nobody' }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'again'; readonly at: Instant; readonly because: string };

/** Writes down how sending a claimed message went; of one that somebody else has taken over, nothing. */
export async function finishMessage({ rowId, tries }: Outgoing, sent: Sent): Promise<void> {
  const state = sent.kind === 'again' ? 'waiting' : sent.kind;
  const because = 'because' in sent ? sent.because.slice(0, 300) : null;
  const due = sent.kind === 'again' ? sent.at : null;
  const query = 'UPDATE messages SET state = ?, due_at = ?, because = ? WHERE id = ? AND revision = ?';
  await write(query, [state, due, because, rowId, tries + 1]);
}

/** When something is to be done next, in any project; null while nothing waits. */
export async function nextToTell(): Promise<Instant | null> {
  const query = `SELECT MIN(due_at) AS due FROM messages WHERE kind IN ('gathered', 'message') AND state IN ('waiting', 'sending')`;
  return (await select(z.object({ due: z.string().nullable() }), query))[0]?.due ?? null;
}

/** Forgets what happened and was told before a moment; what still waits stays. */
export async function forgetMessagesBefore(at: Instant): Promise<void> {
  const query = `DELETE FROM messages WHERE kind IN ('event', 'message') AND at < ? AND state NOT IN ('waiting', 'sending') LIMIT 5000`;
  for (;;) if ((await write(query, [at])) < 5000) return;
}

/** Forgets everything of a project that is gone. */
export async function forgetMessagesOf(projectId: string): Promise<void> {
  for (;;) if ((await write('DELETE FROM messages WHERE project_id = ? LIMIT 5000', [projectId])) < 5000) return;
}

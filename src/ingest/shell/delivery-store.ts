import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { compressed, expanded } from '../../platform/compress';
import { integer, select, write } from '../../platform/database';

/** A delivery as it is kept until it has been worked off. */
export interface StoredDelivery {
  readonly source: string;
  /** SHA-256 of the sender's idempotency key. */
  readonly keyHash: string;
  readonly projectId: string;
  readonly type: string;
  /** Of what came in parts: what names the whole; else empty. */
  readonly whole: string;
  readonly part: number;
  readonly parts: number;
  readonly receivedAt: Instant;
  /** Canonical JSON of the payload, parsed and masked. */
  readonly body: string;
}

/** Takes a delivery in. @returns false where one of the same source and key is there already */
export async function takeDelivery(delivery: StoredDelivery): Promise<boolean> {
  const { source, keyHash, projectId, type, whole, part, parts, receivedAt, body } = delivery;
  const inserted = await write(
    `INSERT IGNORE INTO deliveries (source, key_hash, project_id, type, state, whole, part, parts, received_at, body)
     VALUES (?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?)`,
    [source, keyHash, projectId, type, whole, part, parts, receivedAt, compressed(body)],
  );
  return inserted > 0;
}

const row = z
  .object({
    source: z.string(),
    key_hash: z.string(),
    project_id: z.string(),
    type: z.string(),
    whole: z.string(),
    part: integer,
    parts: integer,
    received_at: z.string(),
    body: z.string(),
  })
  .transform((r): StoredDelivery => ({
    ...{ source: r.source, keyHash: r.key_hash, projectId: r.project_id, type: r.type },
    ...{ whole: r.whole, part: r.part, parts: r.parts, receivedAt: r.received_at, body: expanded(r.body) },
  }));
const columns = 'source, key_hash, project_id, type, whole, part, parts, received_at, body';
/** Bodies are 400 KB at most, and a tenth of that once compressed; an answer of Forge SQL is 4 MiB at most. */
const perRound = 8;

/** Where a round through the waiting deliveries stands. */
export type DeliveryPlace = Pick<StoredDelivery, 'receivedAt' | 'source' | 'keyHash'>;

/** The next deliveries that are whole in themselves, in the order in which they came. @param after the last one of the page before */
export function waitingDeliveries(projectId: string, after: DeliveryPlace | null): Promise<StoredDelivery[]> {
  const from = after ?? { receivedAt: '', source: '', keyHash: '' };
  return select(
    row,
    `SELECT ${columns} FROM deliveries WHERE project_id = ? AND state = 'waiting' AND parts = 1 AND received_at >= ?
     AND (received_at > ? OR source > ? OR (source = ? AND key_hash > ?))
     ORDER BY received_at, source, key_hash LIMIT ${perRound}`,
    [projectId, from.receivedAt, from.receivedAt, from.source, from.source, from.keyHash],
  );
}

/** What came in parts and is complete: what names it, and who sent it. */
export async function completeWholes(projectId: string): Promise<{ source: string; whole: string }[]> {
  return select(
    z.object({ source: z.string(), whole: z.string() }),
    `SELECT source, whole FROM deliveries WHERE project_id = ? AND state = 'waiting' AND parts > 1
     GROUP BY source, whole HAVING COUNT(DISTINCT part) >= MAX(parts) LIMIT 20`,
    [projectId],
  );
}

/** The parts of a whole, in their order. */
export async function partsOf(projectId: string, source: string, whole: string): Promise<StoredDelivery[]> {
  const query = `SELECT ${columns} FROM deliveries WHERE project_id = ? AND state = 'waiting' AND source = ? AND whole = ? AND part = ? LIMIT 1`;
  const first = await select(row, query, [projectId, source, whole, 1]);
  const parts = [...first];
  for (let part = 2; part <= (first[0]?.parts ?? 0); part += 1)
    parts.push(...(await select(row, query, [projectId, source, whole, part])));
  return parts;
}

type Worked = Pick<StoredDelivery, 'source' | 'keyHash'>;

/** It has been worked off: its body is let go, its key stays. */
export async function deliveryDone({ source, keyHash }: Worked): Promise<void> {
  await write(`UPDATE deliveries SET state = 'done', body = NULL WHERE source = ? AND key_hash = ?`, [source, keyHash]);
}

/** @param because what is wrong with it, in words for people; names no content */
export async function deliveryUnusable({ source, keyHash }: Worked, because: string): Promise<void> {
  await write(`UPDATE deliveries SET state = 'unusable', body = NULL, because = ? WHERE source = ? AND key_hash = ?`, [
    because.slice(0, 300),
    source,
    keyHash,
  ]);
}

/** Projects with deliveries that can be worked off. */
export async function projectsWithDeliveries(): Promise<string[]> {
  const found = z.object({ project_id: z.string() });
  const rows = await select(found, `SELECT DISTINCT project_id FROM deliveries WHERE state = 'waiting'`);
  return rows.map(({ project_id }) => project_id);
}

/** How a source fares: what waits, what could not be used since a moment, and when it last sent something. */
export async function deliveryCounts(
  source: string,
  since: Instant,
): Promise<{ waiting: number; unusable: number; lastAt: Instant | null }> {
  const counted = z.object({ state: z.string(), n: integer, last_at: z.string().nullable() });
  const newest = (state: string) =>
    `(SELECT '${state}' AS state, COUNT(*) AS n, MAX(received_at) AS last_at FROM deliveries
      WHERE source = ? AND state = '${state}' AND received_at >= ?)`;
  const last = `(SELECT 'done' AS state, 0 AS n, MAX(received_at) AS last_at FROM deliveries WHERE source = ? AND state = 'done')`;
  const query = `${newest('waiting')} UNION ALL ${newest('unusable')} UNION ALL ${last}`;
  const rows = await select(counted, query, [source, '', source, since, source]);
  const of = (state: string) => rows.find((row) => row.state === state)?.n ?? 0;
  const lastAt =
    rows
      .flatMap(({ last_at }) => last_at ?? [])
      .sort()
      .at(-1) ?? null;
  return { waiting: of('waiting'), unusable: of('unusable'), lastAt };
}

/** The last deliveries that could not be used. */
export function unusableDeliveries(
  since: Instant,
  most: number,
): Promise<{ at: Instant; source: string; type: string; because: string }[]> {
  return select(
    z.object({ at: z.string(), source: z.string(), type: z.string(), because: z.string() }),
    `SELECT received_at AS at, source, type, COALESCE(because, '') AS because FROM deliveries
     WHERE state = 'unusable' AND received_at >= ? ORDER BY received_at DESC LIMIT ${most}`,
    [since],
  );
}

/** Gives up what has waited for its other parts for too long. @returns how many */
export function giveUpParts(before: Instant): Promise<number> {
  return write(
    `UPDATE deliveries SET state = 'unusable', body = NULL, because = 'Its other parts did not come within a day.'
     WHERE state = 'waiting' AND parts > 1 AND received_at < ?`,
    [before],
  );
}

const perStatement = 1000;

/** Forgets deliveries that were worked off or could not be used: a sender that repeats one after that is taken again, and changes nothing. */
export async function forgetDeliveriesBefore(before: Instant): Promise<void> {
  const statement = `DELETE FROM deliveries WHERE received_at < ? AND state <> 'waiting' LIMIT ${perStatement}`;
  while ((await write(statement, [before])) === perStatement);
}

/** Deletes what is stored of a project that is gone. Safe to repeat. */
export async function purgeDeliveries(projectId: string): Promise<void> {
  while ((await write(`DELETE FROM deliveries WHERE project_id = ? LIMIT ${perStatement}`, [projectId])) === perStatement);
}

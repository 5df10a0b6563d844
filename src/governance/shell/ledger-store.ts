import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { canonical } from '../../kernel/json';
import type { Json } from '../../kernel/json';
import { appVersion } from '../../platform/app-version';
import { compressed, expandedJson } from '../../platform/compress';
import { insertRows, integer, json, marks, select, write } from '../../platform/database';
import type { SqlValue } from '../../platform/database';
import { entryHash, evidenceHash, firstHash } from '../ledger';
import type { ChainPlace, LedgerEntry, LedgerFact } from '../ledger';

const actorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), pseudonym: z.string() }),
  z.object({ kind: z.literal('app'), rule: z.string().nullable() }),
]);
const row = z
  .object({
    chain: z.string(),
    seq: integer,
    at: z.string(),
    kind: z.string(),
    subject: z.string(),
    entry_key: z.string(),
    actor: json(actorSchema),
    app_version: z.string(),
    settings_revision: integer.nullable(),
    body: json(z.json()),
    evidence_hash: z.string().nullable(),
    previous_hash: z.string(),
    hash: z.string(),
  })
  .transform((r): LedgerEntry => {
    const { chain, seq, at, kind, subject, actor, body, hash } = r;
    const renamed = { entryKey: r.entry_key, app: r.app_version, settings: r.settings_revision };
    return {
      chain,
      seq,
      at,
      kind,
      subject,
      actor,
      body,
      hash,
      ...renamed,
      evidenceHash: r.evidence_hash,
      previousHash: r.previous_hash,
    };
  });
const columns =
  'chain, seq, at, kind, subject, entry_key, actor, app_version, settings_revision, body, evidence_hash, previous_hash, hash';

/** The newest entry's place and hash; before the first entry, place 0 and the hash that the first one follows. */
export async function ledgerHead(chain: string): Promise<ChainPlace> {
  const head = z.object({ seq: integer, hash: z.string() });
  const rows = await select(head, 'SELECT seq, hash FROM ledger WHERE chain = ? ORDER BY seq DESC LIMIT 1', [chain]);
  return rows[0] ?? { seq: 0, hash: firstHash };
}

async function entryByKey(chain: string, entryKey: string): Promise<LedgerEntry | null> {
  const rows = await select(row, `SELECT ${columns} FROM ledger WHERE chain = ? AND entry_key = ?`, [chain, entryKey]);
  return rows[0] ?? null;
}

/** How many entries of a kind a chain has, and when the newest of them was made. @param since only those from then on */
export async function entriesOfKind(
  chain: string,
  kind: string,
  since: Instant = '',
): Promise<{ count: number; newest: Instant | null }> {
  const counted = z.object({ n: integer, newest: z.string().nullable() });
  const query = 'SELECT COUNT(*) AS n, MAX(at) AS newest FROM ledger WHERE chain = ? AND kind = ? AND at >= ?';
  const rows = await select(counted, query, [chain, kind, since]);
  return { count: rows[0]?.n ?? 0, newest: rows[0]?.newest ?? null };
}

/** More than that many writers at once do not happen: a project's lane lets one in at a time. */
const mostTries = 200;

/** A fact as areas and flows hand it in; the app's version is added here. */
export type NewFact = Omit<LedgerFact, 'app'>;

/**
 * Appends a fact, or gives the entry that already has its key (`entry.body` may then say something else). The place in the chain is
 * taken by the primary key: who finds it taken follows the newer entry. Evidence is written first, under its own hash, and what the
 * entry mentions last: a crash in between heals when the fact is handed in again.
 * @param mentions ids of the issues by which people look for this entry
 */
export async function appendEntry(chain: string, fact: NewFact, mentions: readonly string[] = []): Promise<LedgerEntry> {
  const { evidence, ...said } = { ...fact, app: appVersion() };
  const hashOfEvidence = evidenceHash(evidence);
  if (evidence !== null && hashOfEvidence !== null) {
    const values = [hashOfEvidence, compressed(canonical(evidence))];
    await write('INSERT IGNORE INTO ledger_evidence (hash, body) VALUES (?, ?)', values);
  }
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const head = await ledgerHead(chain);
    const place = { ...said, chain, seq: head.seq + 1, evidenceHash: hashOfEvidence, previousHash: head.hash };
    const entry: LedgerEntry = { ...place, hash: entryHash(head.hash, place) };
    const inserted = await write(`INSERT IGNORE INTO ledger (${columns}) VALUES (${columnMarks})`, values(entry));
    const found = inserted > 0 ? entry : await entryByKey(chain, fact.entryKey);
    if (found === null) continue;
    await insertRows(
      'ledger_mentions',
      ['chain', 'issue_id', 'seq'],
      mentions.map((issueId) => [chain, issueId, found.seq]),
      'ON DUPLICATE KEY UPDATE seq = VALUES(seq)',
    );
    return found;
  }
  throw new Error('The ledger is too busy to take an entry.');
}

const columnMarks = columns.replace(/\w+/g, '?');

function values(entry: LedgerEntry): SqlValue[] {
  const { chain, seq, at, kind, subject, entryKey, actor, app, settings, body, previousHash, hash } = entry;
  return [
    ...[chain, seq, at, kind, subject, entryKey, canonical({ ...actor }), app, settings],
    ...[canonical(body), entry.evidenceHash, previousHash, hash],
  ];
}

/** Which entries of a chain somebody asks for; what is null does not matter. */
export interface LedgerQuery {
  /** The start of a subject, e.g. `version:10042`. */
  readonly subject: string | null;
  readonly kind: string | null;
  /** An issue that the entry mentions or is about. */
  readonly issueId: string | null;
  /** Instants: from (included) to (not included). */
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Only entries before this place: the next page. */
  readonly before: number | null;
}

/** Entries that a person asks for, newest first. */
export function findEntries(chain: string, query: LedgerQuery, most: number): Promise<LedgerEntry[]> {
  const conditions: [string, SqlValue[]][] = [
    ['chain = ?', [chain]],
    ...(query.subject === null ? [] : [part('subject LIKE ?', `${query.subject.replace(/[\\%_]/g, '\\$&')}%`)]),
    ...(query.kind === null ? [] : [part('kind = ?', query.kind)]),
    ...(query.issueId === null
      ? []
      : [part('seq IN (SELECT seq FROM ledger_mentions WHERE chain = ? AND issue_id = ?)', chain, query.issueId)]),
    ...(query.from === null ? [] : [part('at >= ?', query.from)]),
    ...(query.to === null ? [] : [part('at < ?', query.to)]),
    ...(query.before === null ? [] : [part('seq < ?', query.before)]),
  ];
  const where = conditions.map(([text]) => text).join(' AND ');
  return select(
    row,
    `SELECT ${columns} FROM ledger WHERE ${where} ORDER BY seq DESC LIMIT ${most}`,
    conditions.flatMap(([, bound]) => bound),
  );
}

function part(text: string, ...bound: SqlValue[]): [string, SqlValue[]] {
  return [text, bound];
}

/** A chain from the entry after `seq` on, oldest first. */
export function entriesAfter(chain: string, seq: number, most: number): Promise<LedgerEntry[]> {
  return select(row, `SELECT ${columns} FROM ledger WHERE chain = ? AND seq > ? ORDER BY seq LIMIT ${most}`, [chain, seq]);
}

const evidencePerQuery = 100;

/** How long the evidence of entries is as it is kept, by its hash: so that who needs much of it reads no more at once than fits. */
export async function evidenceSizes(entries: readonly LedgerEntry[]): Promise<Map<string, number>> {
  const hashes = [...new Set(entries.flatMap((entry) => entry.evidenceHash ?? []))];
  const sizes = new Map<string, number>();
  const sized = z.object({ hash: z.string(), n: integer });
  for (let start = 0; start < hashes.length; start += sizesPerQuery) {
    const some = hashes.slice(start, start + sizesPerQuery);
    const query = `SELECT hash, LENGTH(body) AS n FROM ledger_evidence WHERE hash IN (${marks(some)})`;
    for (const { hash, n } of await select(sized, query, some)) sizes.set(hash, n);
  }
  return sizes;
}

const sizesPerQuery = 300;

/** The entries with their evidence. Where it is lost it stays undefined, and a check of the chain counts it as withheld. */
export async function withEvidence(entries: readonly LedgerEntry[]): Promise<LedgerEntry[]> {
  const hashes = [...new Set(entries.flatMap((entry) => entry.evidenceHash ?? []))];
  const found = new Map<string, Json>();
  for (let start = 0; start < hashes.length; start += evidencePerQuery) {
    const some = hashes.slice(start, start + evidencePerQuery);
    const query = `SELECT hash, body FROM ledger_evidence WHERE hash IN (${marks(some)})`;
    for (const { hash, body } of await select(z.object({ hash: z.string(), body: z.string() }), query, some))
      found.set(hash, expandedJson(body));
  }
  return entries.map((entry) => ({ ...entry, evidence: entry.evidenceHash === null ? null : found.get(entry.evidenceHash) }));
}

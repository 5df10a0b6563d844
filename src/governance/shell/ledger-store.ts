import { z } from 'zod';
import type { Json } from '../../kernel/json';
import { canonical } from '../../kernel/json';
import { integer, json, select, write } from '../../platform/database';
import { entryHash, firstHash } from '../ledger';
import type { LedgerEntry, LedgerFact } from '../ledger';

const row = z
  .object({
    seq: integer,
    at: z.string(),
    kind: z.string(),
    subject: z.string(),
    entry_key: z.string(),
    body: json(z.json()),
    previous_hash: z.string(),
    hash: z.string(),
  })
  .transform((r): LedgerEntry => {
    const { seq, at, kind, subject, hash } = r;
    return { seq, at, kind, subject, hash, entryKey: r.entry_key, body: r.body, previousHash: r.previous_hash };
  });
const columns = 'seq, at, kind, subject, entry_key, body, previous_hash, hash';
const headRow = z.object({ seq: integer, hash: z.string() });

/** The newest entry's place and hash; before the first entry, place 0 and the hash that the first one follows. */
export async function ledgerHead(): Promise<{ seq: number; hash: string }> {
  const rows = await select(headRow, 'SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1');
  return rows[0] ?? { seq: 0, hash: firstHash };
}

async function entryByKey(entryKey: string): Promise<LedgerEntry | null> {
  const rows = await select(row, `SELECT ${columns} FROM ledger WHERE entry_key = ?`, [entryKey]);
  return rows[0] ?? null;
}

/** How many entries of a kind there are. */
export async function countEntries(kind: string): Promise<number> {
  const rows = await select(z.object({ n: integer }), 'SELECT COUNT(*) AS n FROM ledger WHERE kind = ?', [kind]);
  return rows[0]?.n ?? 0;
}

/** More than that many writers at once do not happen: a project's lane lets one in at a time. */
const mostTries = 200;

/**
 * Appends a fact, or gives the entry that already has its key (`entry.body` may then say something else). The place in the chain is
 * taken by the primary key: who finds it taken follows the newer entry.
 */
export async function appendEntry(fact: LedgerFact): Promise<LedgerEntry> {
  const body: Json = fact.body;
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const head = await ledgerHead();
    const seq = head.seq + 1;
    const hash = entryHash(seq, head.hash, fact);
    const values = [seq, fact.at, fact.kind, fact.subject, fact.entryKey, canonical(body), head.hash, hash];
    const inserted = await write(`INSERT IGNORE INTO ledger (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, values);
    if (inserted > 0) return { ...fact, seq, previousHash: head.hash, hash };
    const existing = await entryByKey(fact.entryKey);
    if (existing !== null) return existing;
  }
  throw new Error('The ledger is too busy to take an entry.');
}

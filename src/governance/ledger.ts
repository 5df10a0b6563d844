import type { Instant } from '../kernel/instant';
import { sha256 } from '../kernel/hash';
import { canonical } from '../kernel/json';
import type { Json } from '../kernel/json';

/** Something that was decided or noticed, before it has its place in the ledger. People appear by pseudonym only. */
export interface LedgerFact {
  readonly at: Instant;
  /** E.g. `verdict-changed`, `settings-saved`, `publication-repaired`. */
  readonly kind: string;
  /** What it is about, e.g. `version:10042/production`. */
  readonly subject: string;
  /** Unique: the same fact written twice is one entry, so a crash half-way heals on the next attempt. */
  readonly entryKey: string;
  readonly body: Json;
}

export interface LedgerEntry extends LedgerFact {
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first entry follows. */
export const firstHash = '0'.repeat(64);

/** SHA-256 over the previous entry's hash, a line break, and the canonical JSON of everything the entry says. */
export function entryHash(seq: number, previousHash: string, fact: LedgerFact): string {
  const { at, kind, subject, entryKey, body } = fact;
  return sha256(`${previousHash}\n${canonical({ seq, at, kind, subject, entryKey, body })}`);
}

export type ChainCheck =
  | { readonly kind: 'whole'; readonly entries: number; readonly head: string }
  | { readonly kind: 'broken'; readonly seq: number; readonly because: string };

/** Checks a ledger from its first entry on; finds the first entry that was changed, removed or put in. */
export function verifyChain(entries: readonly LedgerEntry[]): ChainCheck {
  let previous = firstHash;
  let expected = 1;
  for (const entry of entries) {
    if (entry.seq !== expected) return { kind: 'broken', seq: expected, because: `Entry ${expected} is missing.` };
    if (entry.previousHash !== previous)
      return { kind: 'broken', seq: entry.seq, because: 'It does not follow the entry before it.' };
    if (entry.hash !== entryHash(entry.seq, previous, entry)) {
      return { kind: 'broken', seq: entry.seq, because: 'Its text does not match its hash.' };
    }
    previous = entry.hash;
    expected += 1;
  }
  return { kind: 'whole', entries: entries.length, head: previous };
}

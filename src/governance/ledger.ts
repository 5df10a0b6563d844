import type { Instant } from '../kernel/instant';
import { sha256 } from '../kernel/hash';
import { canonical } from '../kernel/json';
import type { Json } from '../kernel/json';

/** Who decided: a person, by pseudonym only; or the app by itself, by which of its rules where one did. */
export type LedgerActor =
  { readonly kind: 'person'; readonly pseudonym: string } | { readonly kind: 'app'; readonly rule: string | null };

/** Something that was decided or noticed, before it has its place in the ledger. */
export interface LedgerFact {
  readonly at: Instant;
  /** E.g. `verdict-changed`, `settings-saved`, `repair`. */
  readonly kind: string;
  /** What it is about, e.g. `version:10042/production`. */
  readonly subject: string;
  /** Unique within a chain: the same fact written twice is one entry, so a crash half-way heals on the next attempt. */
  readonly entryKey: string;
  readonly actor: LedgerActor;
  /** Version of the app that wrote it. */
  readonly app: string;
  /** Revision of the settings that it was decided by; null where none had a say. */
  readonly settings: number | null;
  /** What was decided. Names no issue, so that everyone who may see the project may read it. */
  readonly body: Json;
  /** The facts behind it, which may name issues; null where there are none. Part of the chain by its hash alone. */
  readonly evidence: Json | null;
}

/** An entry in its place. `evidence` is undefined where it is withheld from the reader; the chain can be verified all the same. */
export interface LedgerEntry extends Omit<LedgerFact, 'evidence'> {
  /** Id of the project whose chain this is; `site` for what concerns every project. */
  readonly chain: string;
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  readonly evidenceHash: string | null;
  readonly evidence?: Json | undefined;
  readonly previousHash: string;
  readonly hash: string;
}

/** The chain of what concerns every project, such as the settings. */
export const siteChain = 'site';

/** What the first entry follows. */
export const firstHash = '0'.repeat(64);

/** SHA-256 over the canonical JSON of the evidence. */
export function evidenceHash(evidence: Json | null): string | null {
  return evidence === null ? null : sha256(canonical(evidence));
}

/** Everything of an entry that its hash covers besides the hash of the entry before it. */
type Hashed = Pick<
  LedgerEntry,
  'chain' | 'seq' | 'at' | 'kind' | 'subject' | 'entryKey' | 'actor' | 'app' | 'settings' | 'body' | 'evidenceHash'
>;

/** SHA-256 over the previous entry's hash, a line break, and the canonical JSON of what the entry says. */
export function entryHash(previousHash: string, entry: Hashed): string {
  const { chain, seq, at, kind, subject, entryKey, actor, app, settings, body } = entry;
  const said = {
    chain,
    seq,
    at,
    kind,
    subject,
    entryKey,
    actor: { ...actor },
    app,
    settings,
    body,
    evidenceHash: entry.evidenceHash,
  };
  return sha256(`${previousHash}\n${canonical(said)}`);
}

export type ChainCheck =
  | { readonly kind: 'whole'; readonly seq: number; readonly head: string; readonly withheld: number }
  | { readonly kind: 'broken'; readonly seq: number; readonly because: string };

/** Where a check stands: the last entry that was found whole. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

/**
 * Checks entries that follow `after` (the start of the chain unless given); finds the first that was changed, removed or put in.
 * A chain that was cut at its end is still a chain: compare the head with one that was kept elsewhere.
 */
export function verifyChain(entries: readonly LedgerEntry[], after: ChainPlace = { seq: 0, hash: firstHash }): ChainCheck {
  let { seq, hash } = after;
  let withheld = 0;
  const chain = entries[0]?.chain;
  for (const entry of entries) {
    const expected = seq + 1;
    if (entry.seq !== expected) return broken(expected, `Entry ${expected} is missing.`);
    if (entry.chain !== chain) return broken(expected, 'It belongs to the ledger of another project.');
    if (entry.previousHash !== hash) return broken(expected, 'It does not follow the entry before it.');
    if (entry.hash !== entryHash(hash, entry)) return broken(expected, 'Its text does not match its hash.');
    if (entry.evidenceHash !== null && entry.evidence === undefined) withheld += 1;
    else if (evidenceHash(entry.evidence ?? null) !== entry.evidenceHash)
      return broken(expected, 'Its evidence does not match its hash.');
    ({ seq, hash } = entry);
  }
  return { kind: 'whole', seq, head: hash, withheld };
}

function broken(seq: number, because: string): ChainCheck {
  return { kind: 'broken', seq, because };
}

import { readFileSync, statSync } from 'node:fs';
import { exportedEntrySchema, ledgerExportSchema } from '../src/contracts/ledger-export';
import { firstHash, verifyChain } from '../src/governance';
import type { LedgerEntry } from '../src/governance';
import { z } from 'zod';
import type { SeenHead } from './heads-file';

/** What the command says and how it ends: 0 whole, 1 broken, 2 nothing that can be checked. */
export interface VerifyAnswer {
  readonly exitCode: 0 | 1 | 2;
  readonly sentence: string;
}

/** Node cannot hold a text of more than half a gigabyte. */
const mostBytes = 500_000_000;

/** Checks a ledger in a file. Never throws: what cannot be read is said in words. @param head and heads: see {@link verifyExport} */
export function verifyFile(path: string, head: string | null, heads: readonly SeenHead[] | null = null): VerifyAnswer {
  let text: string;
  try {
    if (statSync(path).size > mostBytes) return unreadable(`${path} is larger than 500 MB, which cannot be a ledger.`);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return unreadable(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return unreadable(`${path} is not JSON, or only a part of it. Export the ledger again.`);
  }
  return verifyExport(file, head, heads);
}

/** Entries are looked at one by one, so that one that was spoilt is found at its place. */
const fileSchema = ledgerExportSchema.extend({ entries: z.array(z.unknown()) });

/**
 * Checks an exported ledger: that every entry follows the one before it and says what its hash says, and that the last one is the head.
 * @param file value of the file, unread
 * @param head a hash that was kept elsewhere, which must be the hash of some entry: so a tail that was cut off or written anew is
 * noticed; null checks none
 * @param heads what `holdpoint gate --heads` kept: those of this ledger's project must all be hashes of its entries; null checks none
 */
export function verifyExport(file: unknown, head: string | null, heads: readonly SeenHead[] | null = null): VerifyAnswer {
  const parsed = fileSchema.safeParse(file);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return unreadable(`The file is not a ledger that Holdpoint exported${where === '' ? '' : ` (see "${where}")`}.`);
  }
  const { chain, name, head: last } = parsed.data;
  const read = parsed.data.entries.map((entry) => exportedEntrySchema.safeParse(entry));
  const spoilt = read.findIndex(({ success }) => !success);
  const entries: LedgerEntry[] = read.slice(0, spoilt === -1 ? read.length : spoilt).flatMap(({ data }) => data ?? []);

  const check = verifyChain(entries);
  if (check.kind === 'broken') return broken(check.seq, check.because);
  if (spoilt !== -1) return broken(check.seq + 1, 'It is not an entry of a ledger.');
  if (entries.some((entry) => entry.chain !== chain)) return broken(1, 'It belongs to another ledger than the file says.');
  const count = check.seq === 1 ? '1 entry' : `${check.seq} entries`;
  if (last.seq !== check.seq || last.hash !== check.head) {
    // The file names a head that its entries do not lead to: the first one that is missing, or the last one there is.
    return broken(last.seq > check.seq ? check.seq + 1 : check.seq, `The file has ${count}, and its head is entry ${last.seq}.`);
  }
  if (head !== null && head !== firstHash && !entries.some((entry) => entry.hash === head)) {
    const because = `The ${count} follow each other, but none of them has the hash that was kept elsewhere, ${head}: the ledger was cut or written anew.`;
    return broken(check.seq + 1, because);
  }
  const own = (heads ?? []).filter((seen) => isOf(seen, chain, name));
  if (heads !== null && own.length === 0)
    return unreadable(`None of the ${heads.length} heads that were kept belongs to this ledger, which is that of ${name}.`);
  const hashes = new Set([firstHash, ...entries.map(({ hash }) => hash)]);
  const missing = own.find((seen) => !hashes.has(seen.head.toLowerCase()));
  if (missing !== undefined) {
    const { at, version, stage } = missing;
    const because = `The ${count} follow each other, but none of them has the hash ${missing.head}, which was the ledger's head on ${at} (${version}, ${stage}): the ledger was cut or written anew.`;
    return broken(check.seq + 1, because);
  }
  const seen = heads === null ? '' : `, ${own.length} kept ${own.length === 1 ? 'head' : 'heads'} found`;
  const withheld = check.withheld === 0 ? '' : `, ${check.withheld} with withheld evidence`;
  return { exitCode: 0, sentence: `whole: ${count}, head ${check.head}${withheld}${seen}` };
}

/** By Jira's id of the project; where that was not kept, by what the caller called it. */
function isOf({ project, projectId }: SeenHead, chain: string, name: string): boolean {
  if (projectId != null) return projectId === chain;
  return project === chain || project.toLowerCase() === name.toLowerCase();
}

function broken(seq: number, because: string): VerifyAnswer {
  return { exitCode: 1, sentence: `broken at entry ${seq}: ${because}` };
}

function unreadable(sentence: string): VerifyAnswer {
  return { exitCode: 2, sentence };
}

import { evidenceSizes, findEntries } from '../governance/shell';
import type { LedgerEntry } from '../governance';
import { day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';

/** How far back decisions are judged again. */
export const pastDays = 90;
/** As much evidence is looked at, in characters as they are kept: about ten times as many of JSON. */
export const mostCharacters = 4_000_000;
/** And so much at once. */
const perPart = 1_000_000;

/** Verdicts of the last 90 days, the newest first, in parts that fit the memory. */
export interface PastVerdicts {
  /** Entries without their evidence; that of one part may be read at once. */
  readonly parts: readonly (readonly LedgerEntry[])[];
  /** Whether these days have more of them. */
  readonly more: boolean;
}

/** @param most of the newest */
export async function pastVerdicts(chain: string, now: Instant, most: number): Promise<PastVerdicts> {
  const query = {
    subject: null,
    kind: 'verdict-changed',
    issueId: null,
    from: plus(now, -pastDays * day),
    to: null,
    before: null,
  };
  const entries = await findEntries(chain, query, most + 1);
  const sizes = await evidenceSizes(entries.slice(0, most));
  const parts: LedgerEntry[][] = [];
  let [sum, part] = [0, perPart];
  for (const entry of entries.slice(0, most)) {
    const size = sizes.get(entry.evidenceHash ?? '') ?? 0;
    if (sum > 0 && sum + size > mostCharacters) break;
    if (parts.length === 0 || part + size > perPart) {
      parts.push([]);
      part = 0;
    }
    parts.at(-1)?.push(entry);
    [sum, part] = [sum + size, part + size];
  }
  return { parts, more: parts.flat().length < entries.length };
}

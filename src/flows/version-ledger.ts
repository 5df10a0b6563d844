import { z } from 'zod';
import { appendEntry, findEntries } from '../governance/shell';
import type { Instant } from '../kernel/instant';

/** What happens to a version that the ledger keeps; of one group only the last one holds. */
const groups = [
  ['released', 'unreleased'],
  ['archived', 'unarchived'],
  ['merged', 'deleted'],
] as const;
export type VersionChange = (typeof groups)[number][number];

export interface NamedVersion {
  readonly id: string;
  readonly name: string;
}

const changedSchema = z.object({ what: z.string() });
const mostLooked = 50;

/** What the ledger says last of the group that a change belongs to, and where. */
export async function lastChange(
  chain: string,
  versionId: string,
  what: VersionChange,
): Promise<{ what: string; seq: number } | null> {
  const subject = `version:${versionId}`;
  const query = { subject, kind: 'version-changed', issueId: null, from: null, to: null, before: null };
  const group = groups.find((names) => names.some((name) => name === what)) ?? [];
  for (const entry of await findEntries(chain, query, mostLooked)) {
    const body = changedSchema.safeParse(entry.body);
    if (entry.subject === subject && body.success && group.some((name) => name === body.data.what))
      return { what: body.data.what, seq: entry.seq };
  }
  return null;
}

export interface VersionPlace {
  readonly what: VersionChange;
  readonly version: NamedVersion;
  /** The version that it was merged into. */
  readonly into?: NamedVersion | null;
  /** Place in the ledger of what was said of the version last: with it the same event gives the same key. */
  readonly after: number;
  /** Whether Holdpoint did it itself: then it is nobody's decision. */
  readonly own?: boolean;
  readonly now: Instant;
}

export async function enterVersionChange(chain: string, place: VersionPlace): Promise<void> {
  const { what, version, into = null, after, own = false, now } = place;
  const how = own
    ? ' by Holdpoint, because it had gone past its gate'
    : into === null
      ? ' in Jira'
      : ` into ${into.name} in Jira`;
  await appendEntry(chain, {
    ...{ at: now, kind: 'version-changed', subject: `version:${version.id}` },
    entryKey: `version-changed:${version.id}:${what}:${after}`,
    ...{ actor: { kind: 'app', rule: own ? 'past-its-gate' : null }, settings: null, evidence: null },
    body: {
      schema: 1,
      what,
      version: { id: version.id, name: version.name },
      ...(into === null ? {} : { into: { id: into.id, name: into.name } }),
      ...(own ? { own } : {}),
      sentence: `${version.name} was ${what}${how}.`,
    },
  });
}

import { countChange } from '../defects/shell';
import type { StoredDefect, StoredVersion } from '../defects/shell';
import { appendEntry, pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { moveFixVersion } from '../platform/jira';
import type { JiraTrouble } from '../platform/jira';

/** Defects that a release leaves behind, and where they go. */
export interface RollOver {
  readonly projectId: string;
  readonly defects: readonly Pick<StoredDefect, 'id' | 'key' | 'securityLevel'>[];
  readonly from: Pick<StoredVersion, 'id' | 'name'>;
  readonly to: Pick<StoredVersion, 'id' | 'name'>;
  readonly because: string;
  readonly accountId: string;
  readonly now: Instant;
}

/**
 * Moves defects from one release to another in the name of a person, whom Jira must let edit each of them; every move is an entry in the
 * ledger with its reason. Where Jira asks to wait, the rest is left as it is.
 * @returns what stood in the way, by issue; null where it moved
 */
export async function rollOver(wish: RollOver): Promise<ReadonlyMap<string, JiraTrouble | null>> {
  const { projectId, defects, from, to, because, accountId, now } = wish;
  const by = await pseudonymOf(accountId, newId());
  const results = new Map<string, JiraTrouble | null>();
  let waiting: JiraTrouble | null = null;
  for (const { id, key, securityLevel: level } of defects) {
    if (waiting !== null) {
      results.set(id, waiting);
      continue;
    }
    const moved = await moveFixVersion(id, from.id, to.id);
    results.set(id, moved.kind === 'ok' ? null : moved);
    if (moved.kind === 'busy') waiting = moved;
    if (moved.kind !== 'ok') continue;
    await appendEntry(
      projectId,
      {
        ...{ at: now, kind: 'rolled-over', subject: `issue:${id}`, settings: null },
        entryKey: `rolled-over:${id}:${from.id}:${to.id}:${now}`,
        actor: { kind: 'person', pseudonym: by },
        body: {
          schema: 1,
          version: { id: from.id, name: from.name },
          to: { id: to.id, name: to.name },
          because,
          sentence: `A defect moved from ${from.name} to ${to.name}: ${because}`,
        },
        evidence: { issues: [{ id, key, level }] },
      },
      [id],
    );
  }
  await countChange(projectId);
  return results;
}

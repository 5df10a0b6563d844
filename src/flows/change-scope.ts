import { z } from 'zod';
import { countChange, noteMovedFrom } from '../defects/shell';
import type { StoredVersion } from '../defects/shell';
import { appendEntry, pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { isFinal, moveFixVersion } from '../platform/jira';
import type { JiraTrouble } from '../platform/jira';
import { readKey, writeFleeting } from '../platform/key-value';

/** Issues that somebody takes out of a release, and where they go. */
export interface ScopeChange {
  readonly projectId: string;
  /** All that was asked for. */
  readonly issueIds: readonly string[];
  /** Those of them that are open, planned for the release, and may be seen by the person. */
  readonly issues: readonly MovingIssue[];
  readonly from: Pick<StoredVersion, 'id' | 'name'>;
  readonly to: Pick<StoredVersion, 'id' | 'name'>;
  readonly because: string;
  /** The same wish sent twice has the same. */
  readonly requestId: string;
  readonly accountId: string;
  readonly now: Instant;
  /** What the scope of the release comes to once these issues have left. */
  readonly scopeWithout: (gone: ReadonlySet<string>) => string;
}

interface MovingIssue {
  readonly id: string;
  readonly key: string;
  readonly securityLevel: string | null;
}

/** What became of an issue. */
export type ScopeOutcome = 'moved' | 'not-planned' | JiraTrouble['kind'];

/** What is about to move is noted first: a wish that was cut off after a move and before its entry finds here what to enter. */
const begunSchema = z.object({
  at: z.string(),
  by: z.string(),
  from: z.string(),
  to: z.string(),
  because: z.string(),
  issues: z.array(z.object({ id: z.string(), key: z.string(), securityLevel: z.string().nullable() })),
  /** What was said of the scope before and after each that moved. */
  said: z.record(z.string(), z.object({ before: z.string(), after: z.string() })),
});
type Begun = z.infer<typeof begunSchema>;
const rememberedSeconds = 24 * 3600;

/**
 * Moves issues from one release to another in the name of a person, whom Jira must let edit each of them; every move is an entry in the
 * ledger that says why, and what the scope came to before and after. Where Jira asks to wait, the rest is left as it is. The same wish
 * sent again moves and enters nothing twice.
 */
export async function changeScope(change: ScopeChange): Promise<ReadonlyMap<string, ScopeOutcome>> {
  const { issueIds, from, to, accountId } = change;
  const by = await pseudonymOf(accountId, newId());
  const key = `scope-change:${change.projectId}:${change.requestId}`;
  const begun = await begin(key, change, by);
  const results = new Map<string, ScopeOutcome>();
  const gone = new Set<string>();
  let isWaiting = false;
  for (const id of issueIds) {
    const issue = change.issues.find((one) => one.id === id);
    const earlier = begun.issues.find((one) => one.id === id);
    if (issue === undefined) {
      const noted = begun.said[id];
      if (earlier !== undefined && noted !== undefined) await enter(change, begun, earlier, noted);
      results.set(id, earlier === undefined || noted === undefined ? 'not-planned' : 'moved');
      continue;
    }
    if (isWaiting) {
      results.set(id, 'busy');
      continue;
    }
    const said = { before: change.scopeWithout(gone), after: change.scopeWithout(new Set([...gone, id])) };
    begun.said[id] = said;
    await writeFleeting(key, begun, rememberedSeconds);
    const moved = await moveFixVersion(id, from.id, to.id);
    results.set(id, moved.kind === 'ok' ? 'moved' : moved.kind);
    isWaiting = moved.kind === 'busy';
    if (moved.kind === 'ok') {
      gone.add(id);
      await enter(change, begun, issue, said);
    } else if (moved.kind === 'busy' || isFinal(moved)) {
      // Where nothing answered, it may have moved all the same.
      Reflect.deleteProperty(begun.said, id);
      await writeFleeting(key, begun, rememberedSeconds);
    }
  }
  if (gone.size > 0) {
    await noteMovedFrom(from.id, [...gone]);
    await countChange(change.projectId);
  }
  return results;
}

/** What was noted of this wish before, or else of now; a wish of somebody else, or for something else, is another one. */
async function begin(key: string, { issues, from, to, because, now }: ScopeChange, by: string): Promise<Begun> {
  const noted = begunSchema.safeParse(await readKey(key));
  const fresh: Begun = { at: now, by, from: from.id, to: to.id, because, issues: [], said: {} };
  const isSame =
    noted.success &&
    noted.data.by === by &&
    noted.data.from === from.id &&
    noted.data.to === to.id &&
    noted.data.because === because;
  const before = isSame ? noted.data : fresh;
  const known = new Set(before.issues.map(({ id }) => id));
  return { ...before, issues: [...before.issues, ...issues.filter(({ id }) => !known.has(id))] };
}

async function enter(
  { projectId, from, to, requestId }: ScopeChange,
  { at, by, because }: Begun,
  { id, key, securityLevel: level }: MovingIssue,
  { before, after }: { readonly before: string; readonly after: string },
): Promise<void> {
  await appendEntry(
    projectId,
    {
      ...{ at, kind: 'scope-changed', subject: `issue:${id}`, settings: null },
      entryKey: `scope-changed:${requestId}:${id}:${by}:${from.id}:${to.id}`,
      actor: { kind: 'person', pseudonym: by },
      body: {
        schema: 1,
        version: { id: from.id, name: from.name },
        to: { id: to.id, name: to.name },
        ...{ because, before, after },
        sentence: `An issue left ${from.name} for ${to.name}: ${because}`,
      },
      evidence: { issues: [{ id, key, level }] },
    },
    [id],
  );
}

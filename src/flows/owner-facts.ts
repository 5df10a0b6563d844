import type { StoredProject } from '../defects/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { readKey, writeKey } from '../platform/key-value';
import type { Settings } from '../settings';
import { peopleAtExpiry, roundNow } from '../triage';
import type { OwnershipConfig, WaitingDefect } from '../triage';
import {
  activeDeferrals,
  openAndChangedSince,
  openDefectsToTriage,
  ownedDefects,
  ownershipConfig,
  roundHeads,
} from '../triage/shell';
import type { Candidate, StoredOwned } from '../triage/shell';
import { z } from 'zod';

/** A defect that waits for a decision, with what decides who owns it and who is told next. */
export interface WaitingOwned {
  readonly candidate: Candidate;
  readonly owned: StoredOwned;
  readonly waiting: WaitingDefect;
}

/** What waits in a project, and who may own it. */
export interface ProjectOwners {
  readonly config: OwnershipConfig;
  readonly waiting: readonly WaitingOwned[];
}

/**
 * Undecided defects of a project that nobody has deferred.
 * @param since null for all; else only those whose clock may have started at that moment or later
 */
export async function ownersOfWaiting(
  { id }: Pick<StoredProject, 'id'>,
  { ownership }: Settings,
  since: Instant | null,
  now: Instant,
): Promise<ProjectOwners> {
  const [candidates, heads, deferrals, changed] = await Promise.all([
    openDefectsToTriage(id),
    roundHeads(id),
    activeDeferrals(id, now),
    since === null ? null : openAndChangedSince(id, since),
  ]);
  const deferred = new Set(deferrals.map(({ issueId }) => issueId));
  const undecided = candidates.flatMap((candidate) => {
    const round = roundNow(candidate.createdAt, heads.get(candidate.id));
    const recent = since === null || round.startedAt >= since || changed?.has(candidate.id) === true;
    return round.decided || deferred.has(candidate.id) || !recent ? [] : [{ candidate, startedAt: round.startedAt }];
  });
  const owned = new Map((await ownedDefects(undecided.map(({ candidate }) => candidate.id))).map((one) => [one.id, one]));
  const config = await ownershipConfig(id, ownership, { defects: [...owned.values()], names: 'none', now });
  return {
    config,
    waiting: undecided.flatMap(({ candidate, startedAt }) => {
      const one = owned.get(candidate.id);
      if (one === undefined) return [];
      const { components, assignee, componentSince } = one;
      const waiting = { components, assignee, componentSince, startedAt, resolved: false, decidedAt: null };
      return [{ candidate, owned: one, waiting }];
    }),
  };
}

/** Pseudonyms of those whom the ladder names for a defect whose time to decide is over. */
export async function peopleToTell(
  { id, projectId }: { readonly id: string; readonly projectId: string },
  startedAt: Instant,
  { ownership }: Settings,
  now: Instant,
): Promise<string[]> {
  const [owned] = await ownedDefects([id]);
  if (owned === undefined) return [];
  const { assignee, components, componentSince } = owned;
  const config = await ownershipConfig(projectId, ownership, { defects: [owned], names: 'none', now });
  const waiting = { components, assignee, componentSince, startedAt, resolved: false, decidedAt: null };
  const people = peopleAtExpiry(config, waiting, now).filter((accountId) => accountId !== '');
  return Promise.all(people.map((accountId) => pseudonymOf(accountId, newId())));
}

const sinceSchema = z.object({ at: z.string() });

/** Since when a project is escalated at all: what waited before somebody set a ladder is a backlog, of which nobody is told. */
export async function escalatedSince(projectId: string, now: Instant): Promise<Instant> {
  const key = `owner-since:${projectId}`;
  const known = sinceSchema.safeParse(await readKey(key));
  if (known.success) return known.data.at;
  await writeKey(key, { at: now });
  return now;
}

/** Whether anybody is told of what nobody decides. */
export function hasLadder({ ownership: { rotas, defaultRota } }: Settings): boolean {
  return rotas.some(({ ladder }) => ladder.length > 0) || (defaultRota?.ladder.length ?? 0) > 0;
}

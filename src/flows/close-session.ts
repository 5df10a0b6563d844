import { defectsById } from '../defects/shell';
import { appendEntry, pseudonymOf } from '../governance/shell';
import type { NewFact } from '../governance/shell';
import { between, minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { pushMessages } from '../platform/queue';
import { leftOpen } from '../triage';
import {
  abandonedSessions,
  closedSince,
  decidedIn,
  endSession,
  itemsOf,
  oweComments,
  seatsOf,
  sessionById,
  tellSession,
  votesOf,
} from '../triage/shell';
import type { StoredSession } from '../triage/shell';

/** A session in which nobody has been seen for so long is over. */
const abandonedAfter = 12 * 60 * minute;
const mostAbandoned = 20;
const finishedWithin = 30 * minute;

/** Closes a session; its minutes are written on the issues by the queue. @returns false where it was closed already */
export async function closeSession(sessionId: string, { accountId, now }: { accountId: string; now: Instant }): Promise<boolean> {
  const by = await pseudonymOf(accountId, newId());
  return close(sessionId, by, now);
}

/** Closes what people left open, and finishes what a function that died had closed. */
export async function tidySessions(now: Instant): Promise<void> {
  for (const { id } of await abandonedSessions(plus(now, -abandonedAfter), mostAbandoned)) await close(id, null, now);
  for (const session of await closedSince(plus(now, -finishedWithin))) await finish(session, null);
}

async function close(sessionId: string, by: string | null, now: Instant): Promise<boolean> {
  const items = await itemsOf(sessionId);
  const decided = items.filter(({ state }) => state === 'decided').length;
  if (!(await endSession(sessionId, { decided, undecided: items.length - decided }, now))) return false;
  const session = await sessionById(sessionId);
  if (session !== null) await finish(session, by);
  return true;
}

/** Safe to repeat: the entry is made once. */
async function finish(session: StoredSession, by: string | null): Promise<void> {
  const { id, projectId, openedAt, decided, undecided: left } = session;
  const at = session.closedAt ?? openedAt;
  const kinds = new Map<string, number>();
  for (const { decision } of await decidedIn(id)) kinds.set(decision.choice.kind, (kinds.get(decision.choice.kind) ?? 0) + 1);
  const minutes = Math.round(between(openedAt, at) / minute);
  const people = (await seatsOf(id)).length;
  const open = await ratedAndLeft(id);
  const entry: NewFact = {
    ...{ at, kind: 'triage-session-closed', subject: `triage-session:${id}`, entryKey: `triage-session-closed:${id}` },
    ...{ settings: null, evidence: open.length === 0 ? null : { issues: open } },
    actor: by === null ? { kind: 'app', rule: 'triage-session' } : { kind: 'person', pseudonym: by },
    body: {
      ...{ schema: 1, decided, left, minutes, people, ...Object.fromEntries(kinds) },
      sentence: `A triage session ended after ${minutes === 1 ? '1 minute' : `${minutes} minutes`}: ${decided} decided, ${left} left.`,
    },
  };
  const ids = open.map((one) => one.id);
  await appendEntry(projectId, entry, ids);
  await tellSession(id);
  await oweComments(
    ids.map((defectId) => {
      const comment = { id: `triage-left:${id}:${defectId}`, projectId, defectId, about: id, owedAt: at };
      return { ...comment, kind: 'left', told: 'due' };
    }),
  );
  await pushMessages([{ kind: 'triage', projectId }]);
}

/** What was rated and not decided, with its ratings, as the ledger keeps them. */
async function ratedAndLeft(sessionId: string) {
  const [items, votes] = await Promise.all([itemsOf(sessionId), votesOf(sessionId)]);
  const left = leftOpen(
    items,
    votes.map(({ defectId }) => defectId),
  );
  const defects = await defectsById(left.map(({ defectId }) => defectId));
  return defects.map(({ id, key, securityLevel: level }) => ({
    ...{ id, key, level },
    ratings: votes
      .filter(({ defectId }) => defectId === id)
      .map(({ person, role, risk, impact }) => ({ person, role, risk, impact }))
      .sort((a, b) => (a.person < b.person ? -1 : 1)),
  }));
}

import { appendEntry, pseudonymOf } from '../governance/shell';
import { between, minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { pushMessages } from '../platform/queue';
import {
  abandonedSessions,
  closedSince,
  decidedIn,
  endSession,
  itemsOf,
  seatsOf,
  sessionById,
  tellSession,
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
  await appendEntry(projectId, {
    ...{ at, kind: 'triage-session-closed', subject: `triage-session:${id}`, entryKey: `triage-session-closed:${id}` },
    ...{ settings: null, evidence: null },
    actor: by === null ? { kind: 'app', rule: 'triage-session' } : { kind: 'person', pseudonym: by },
    body: {
      ...{ schema: 1, decided, left, minutes, people, ...Object.fromEntries(kinds) },
      sentence: `A triage session ended after ${minutes === 1 ? '1 minute' : `${minutes} minutes`}: ${decided} decided, ${left} left.`,
    },
  });
  await tellSession(id);
  await pushMessages([{ kind: 'triage', projectId }]);
}

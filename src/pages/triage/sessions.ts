import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import type { TriageSession } from '../../contracts/triage-session';
import { defectsById } from '../../defects/shell';
import type { StoredProject } from '../../defects/shell';
import { pseudonymOf } from '../../governance/shell';
import { newId } from '../../platform/identity';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { allHaveVoted, disagree, inSession, openSession as newSession } from '../../triage';
import type { Session, SessionAct, SessionItem } from '../../triage';
import {
  decisionsOf,
  itemsOf,
  moveOn,
  noteDisagreement,
  noteSeen,
  noteSkipped,
  revealItem,
  seatsOf,
  sessionById,
  storeSession,
  storeVote,
  takeSeat,
  votesOf,
} from '../../triage/shell';
import type { StoredSession } from '../../triage/shell';
import type { Actions } from '../actions';
import { maySee } from '../access';
import type { Access } from '../access';
import { refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { asItEnded } from './as-it-ended';
import { rowFacts } from './facts';
import { isPresent, sessionOf } from './session-view';
import { waitingIn } from './waiting';

type Acted = Promise<Answer<BridgeView<'vote'>>>;
type NotOk = Exclude<Answer<never>, { kind: 'ok' }>;
const mostDefects = 100;

interface At {
  readonly kind: 'at';
  readonly session: StoredSession;
  readonly project: StoredProject;
  readonly access: Access;
}

/** A session for a person: who may not browse its project does not learn that there is one. */
async function at(sessionId: string, viewer: Viewer): Promise<At | NotOk> {
  const session = await sessionById(sessionId);
  if (session === null) return notFound;
  const opened = await openProject(session.projectId, viewer);
  if (opened.kind !== 'open') return opened.kind === 'refused' ? notFound : opened;
  return { kind: 'at', session, project: opened.project, access: opened.access };
}

const notFound: NotOk = {
  kind: 'refused',
  title: 'No such session',
  message: 'It was never there, or you may not see its project in Jira.',
};

export async function openSession({ projectId, title, role, defectIds }: BridgeRequest<'openSession'>, viewer: Viewer): Acted {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const stored = await readSettings();
  const waiting = await waitingIn(project, stored.kind === 'ok' ? stored.settings : defaultSettings, access, viewer);
  // Everybody at the table should see the same: what not everybody may see is triaged where somebody chooses it.
  const wanted =
    defectIds === null
      ? waiting.filter(({ securityLevel }) => securityLevel === null).slice(0, mostDefects)
      : waiting.filter(({ defectId }) => defectIds.includes(defectId));
  if (wanted.length === 0) return refused('Nothing to decide', 'No defect that you may see waits for a decision.');
  const session = newSession(wanted.map(({ defectId }) => defectId));
  const id = newId();
  const { currentId, items } = session;
  await storeSession({ id, projectId, title, openedAt: viewer.now, currentId }, items);
  return joinSession({ sessionId: id, role }, viewer);
}

export async function joinSession({ sessionId, role }: BridgeRequest<'joinSession'>, viewer: Viewer): Acted {
  const here = await at(sessionId, viewer);
  if (here.kind !== 'at') return here;
  await takeSeat(sessionId, { person: await meIn(viewer), role, seenAt: viewer.now });
  return answerWith(sessionId, here, viewer, null);
}

/** Asked again and again: where nothing has changed since, the answer is short. */
export async function sessionView(
  { sessionId, known }: BridgeRequest<'sessionView'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'sessionView'>>> {
  const here = await at(sessionId, viewer);
  if (here.kind !== 'at') return here;
  await noteSeen(sessionId, await meIn(viewer), viewer.now);
  const revision = await revisionOf(here, viewer);
  return shown(known === revision ? { kind: 'same', revision } : await viewOf(here, viewer, revision));
}

export async function vote({ sessionId, defectId, risk, impact }: BridgeRequest<'vote'>, viewer: Viewer): Acted {
  const here = await at(sessionId, viewer);
  if (here.kind !== 'at') return here;
  const stop = await notVisible(defectId, here);
  if (stop !== null) return stop;
  const person = await meIn(viewer);
  const seat = (await seatsOf(sessionId)).find((one) => one.person === person);
  if (seat === undefined) return answerWith(sessionId, here, viewer, 'Say first as what you take part.');
  const because = await why(here.session, { kind: 'vote', defectId });
  if (because !== null) return answerWith(sessionId, here, viewer, because);
  await noteSeen(sessionId, person, viewer.now);
  const taken = await storeVote(sessionId, { defectId, person, role: seat.role, risk, impact }, viewer.now);
  if (!taken) return answerWith(sessionId, here, viewer, await tooLate(here.session, defectId));
  const [seats, votes] = await Promise.all([seatsOf(sessionId), votesOf(sessionId)]);
  const present = seats.filter((one) => isPresent(one, viewer.now)).map((one) => one.person);
  const voted = votes.filter((one) => one.defectId === defectId).map((one) => one.person);
  if (allHaveVoted(present, voted)) await show(sessionId, defectId);
  return answerWith(sessionId, here, viewer, null);
}

/** Shown in between: the item says so now. */
async function tooLate(session: StoredSession, defectId: string): Promise<string> {
  const now = await sessionById(session.id);
  return (await why(now ?? session, { kind: 'vote', defectId })) ?? 'Your rating was not taken. Rate it again.';
}

async function show(sessionId: string, defectId: string): Promise<void> {
  await revealItem(sessionId, defectId);
  const cast = (await votesOf(sessionId)).filter((one) => one.defectId === defectId);
  await noteDisagreement(sessionId, defectId, disagree(cast));
}

export async function reveal({ sessionId, defectId }: BridgeRequest<'reveal'>, viewer: Viewer): Acted {
  return inItem({ sessionId, defectId }, viewer, { kind: 'reveal', defectId, disagreed: false }, () => show(sessionId, defectId));
}

export async function skip({ sessionId, defectId }: BridgeRequest<'skip'>, viewer: Viewer): Acted {
  return inItem({ sessionId, defectId }, viewer, { kind: 'skip', defectId }, async (after, { session }) => {
    await noteSkipped(sessionId, defectId);
    await moveOn(sessionId, session.currentId, after.currentId);
  });
}

export async function back({ sessionId, defectId }: BridgeRequest<'back'>, viewer: Viewer): Acted {
  return inItem({ sessionId, defectId }, viewer, { kind: 'back', defectId }, (after, { session }) =>
    moveOn(sessionId, session.currentId, after.currentId),
  );
}

export async function closeSession(
  { sessionId }: BridgeRequest<'closeSession'>,
  { closeTriageSession }: Pick<Actions, 'closeTriageSession'>,
  viewer: Viewer,
): Acted {
  const here = await at(sessionId, viewer);
  if (here.kind !== 'at') return here;
  const closed = await closeTriageSession(sessionId, viewer);
  return answerWith(sessionId, here, viewer, closed ? null : 'Somebody else closed this session already.');
}

/** Does something to an item, where the session allows it. */
async function inItem(
  { sessionId, defectId }: { sessionId: string; defectId: string | null },
  viewer: Viewer,
  act: SessionAct,
  does: (after: Session, here: At) => Promise<void>,
): Acted {
  const here = await at(sessionId, viewer);
  if (here.kind !== 'at') return here;
  const stop = defectId === null ? null : await notVisible(defectId, here);
  if (stop !== null) return stop;
  const { session } = here;
  const outcome = inSession(stateOf(session, await itemsOf(sessionId)), act);
  if (outcome.kind === 'done') await does(outcome.session, here);
  return answerWith(sessionId, here, viewer, outcome.kind === 'refused' ? outcome.because : null);
}

async function why(session: StoredSession, act: SessionAct): Promise<string | null> {
  const outcome = inSession(stateOf(session, await itemsOf(session.id)), act);
  return outcome.kind === 'refused' ? outcome.because : null;
}

function stateOf({ state, currentId }: StoredSession, items: readonly SessionItem[]): Session {
  return { state, currentId, items };
}

async function notVisible(defectId: string, { session, access }: At): Promise<NotOk | null> {
  const [defect] = await defectsById([defectId]);
  if (defect !== undefined && defect.projectId === session.projectId && maySee(access, defect.securityLevel)) return null;
  return { kind: 'refused', title: 'No access', message: 'You may not see this issue in Jira, so you cannot rate or decide it.' };
}

function meIn({ accountId }: Viewer): Promise<string> {
  return pseudonymOf(accountId, newId());
}

async function answerWith(sessionId: string, { access, project }: At, viewer: Viewer, because: string | null): Acted {
  const session = await sessionAfter({ sessionId, project, access }, viewer);
  return session === null ? notFound : shown({ session, refused: because });
}

/** The session as it is now. */
export async function sessionAfter(
  { sessionId, project, access }: { sessionId: string; project: StoredProject; access: Access },
  viewer: Viewer,
): Promise<TriageSession | null> {
  const session = await sessionById(sessionId);
  if (session === null || session.projectId !== project.id) return null;
  const here: At = { kind: 'at', session, project, access };
  return viewOf(here, viewer, await revisionOf(here, viewer));
}

/** Changes with everything that happens in the session, with who is there, and with what is stored of the project. */
async function revisionOf({ session, project }: At, { now }: Viewer): Promise<string> {
  const present = (await seatsOf(session.id)).filter((seat) => isPresent(seat, now)).length;
  return [session.revision, session.state, present, project.changes].join('.');
}

async function viewOf({ session, access }: At, viewer: Viewer, revision: string): Promise<TriageSession> {
  const [items, votes, seats] = await Promise.all([itemsOf(session.id), votesOf(session.id), seatsOf(session.id)]);
  const defects = (await defectsById(items.map(({ defectId }) => defectId))).filter(({ securityLevel }) =>
    maySee(access, securityLevel),
  );
  const more = [...seats, ...votes].map(({ person }) => person);
  const past = session.state === 'closed' ? await decisionsOf(defects.map(({ id }) => id)) : [];
  const rows = await rowFacts(session.projectId, defects, { viewer, access, more, past });
  const facts = { session, votes, seats, defects: new Map(defects.map((defect) => [defect.id, defect])), revision };
  if (session.state === 'open') return sessionOf({ ...facts, items, rows });
  const ended = asItEnded(session, items, votes, past);
  return sessionOf({ ...facts, items: ended.items, rows: { ...rows, rounds: ended.rounds } });
}

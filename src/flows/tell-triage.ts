import { defectById } from '../defects/shell';
import { peopleBehind } from '../governance/shell';
import { between } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { addComment, hasComment, isFinal, ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logInfo } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { readSettings } from '../settings/shell';
import { minutesDocument } from '../triage';
import { latestQuestions, noteTold, roundsToTell, sessionById, votesOf } from '../triage/shell';
import type { DecidedRound } from '../triage/shell';
import { enterDecision } from './enter-triage';
import { usable } from './triage-facts';

const mostAtOnce = 200;
/** A function of the queue may run for 55 s; what does not fit is gone on with. */
const time = 30_000;

/** Writes the comments that decisions of a project leave on their issues: one each, whatever dies on the way. */
export async function tellTriage(projectId: string): Promise<JiraOutcome<null>> {
  const start = readClock();
  const due = await roundsToTell(projectId, mostAtOnce);
  const { revision } = usable(await readSettings());
  for (const round of due) {
    if (between(start, readClock()) > time) {
      await pushMessages([{ kind: 'triage', projectId }]);
      return ok(null);
    }
    const told = await tellOne(round, revision);
    if (told.kind === 'ok') continue;
    if (!isFinal(told)) return told;
    logInfo('minutes-refused', { project: projectId, outcome: told.kind, because: told.because });
    await noteTold(round, 'refused');
  }
  if (due.length === mostAtOnce) await pushMessages([{ kind: 'triage', projectId }]);
  return ok(null);
}

async function tellOne(round: DecidedRound, revision: number | null): Promise<JiraOutcome<null>> {
  const defect = await defectById(round.defectId);
  if (defect === null) return { kind: 'gone', because: 'The defect is gone.' };
  await enterDecision(round, defect, revision);
  const marker = `triage:${round.id}`;
  if (round.told === 'writing') {
    const there = await hasComment(defect.id, marker);
    if (there.kind !== 'ok') return there;
    if (there.value) {
      await noteTold(round, 'written');
      return ok(null);
    }
  }
  const document = await minutesOf(round);
  await noteTold(round, 'writing');
  const added = await addComment(defect.id, document, marker);
  if (added.kind === 'ok') await noteTold(round, 'written');
  return added;
}

async function minutesOf({ id, defectId, sessionId, decision }: DecidedRound) {
  const [session, votes, question] = await Promise.all([
    sessionId === null ? null : sessionById(sessionId),
    sessionId === null ? [] : votesOf(sessionId),
    latestQuestions([defectId]),
  ]);
  const asked = question.get(defectId);
  const people = await peopleBehind([decision.by, asked?.id === id ? asked.asked : null].flatMap((one) => one ?? []));
  return minutesDocument({
    ...{ choice: decision.choice, at: decision.at, because: decision.because, session: session?.title ?? null },
    by: decision.by === null ? null : (people.get(decision.by) ?? null),
    ratings: votes.filter((vote) => vote.defectId === defectId).sort((a, b) => (a.person < b.person ? -1 : 1)),
    asked: asked?.id === id ? (people.get(asked.asked) ?? null) : null,
  });
}

import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsById, issueByKey, versionById } from '../../defects/shell';
import type { StoredDefect } from '../../defects/shell';
import { day, plus } from '../../kernel/instant';
import { maySeeIssue } from '../../platform/jira';
import type { Choice } from '../../triage';
import { decisionsOf, latestQuestions } from '../../triage/shell';
import { pseudonymOf } from '../../governance/shell';
import { newId } from '../../platform/identity';
import type { Actions } from '../actions';
import { maySee } from '../access';
import type { Access } from '../access';
import { refused, shown } from '../answer';
import { openDefect } from '../open-defect';
import type { Viewer } from '../viewer';
import { rowFacts } from './facts';
import { decisionView, targetsOf, triageRow } from './row';
import { sessionAfter } from './sessions';

const mostPast = 5;

/** Decides on a defect, in a session or without one, as the viewer. */
export async function decideTriage(
  { defectId, sessionId, replaces, choice: wish }: BridgeRequest<'decideTriage'>,
  { decideTriage: decide }: Pick<Actions, 'decideTriage'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'decideTriage'>>> {
  const opened = await openDefect(defectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect, project, access } = opened;
  const choice = await choiceOf(wish, defect, access, viewer);
  const outcome =
    'problem' in choice
      ? { kind: 'refused' as const, because: choice.problem }
      : await decide({ defect, choice: choice.choice, asked: choice.asked, sessionId, replaces }, viewer);
  const session = sessionId === null ? null : await sessionAfter({ sessionId, project, access }, viewer);
  if (outcome.kind === 'refused') return shown({ ...outcome, session });
  const past = await decisionsOf([defect.id]);
  const decided = past.find(({ id }) => id === outcome.id);
  if (decided === undefined) return shown({ kind: 'refused', because: 'It was not decided. Try again.', session });
  const facts = await rowFacts(project.id, [defect], { viewer, access, past });
  return shown({ kind: 'decided', decision: decisionView(decided, facts), session });
}

type Resolved = { readonly choice: Choice; readonly asked: string | null } | { readonly problem: string };

/** What a person chose, with the names that belong to it; what is not there, or not for the person to see, is refused alike. */
async function choiceOf(
  wish: BridgeRequest<'decideTriage'>['choice'],
  defect: StoredDefect,
  access: Access,
  { now }: Viewer,
): Promise<Resolved> {
  switch (wish.kind) {
    case 'fix-now': {
      const version = await versionById(wish.versionId);
      if (version === null || version.projectId !== defect.projectId || version.archived)
        return { problem: 'This release is not there any more. Choose another one.' };
      if (version.released) return { problem: `${version.name} is released already. Choose another one.` };
      return { choice: { kind: 'fix-now', release: { id: version.id, name: version.name }, note: wish.note }, asked: null };
    }
    case 'duplicate':
      return duplicateOf(wish, defect, access);
    case 'need-information': {
      const sees = await maySeeIssue(wish.person, defect.id);
      if (sees.kind !== 'ok') return { problem: 'Jira did not say whether this person may see the issue. Try again.' };
      if (!sees.value) return { problem: 'This person may not see the issue in Jira, so nobody is asked.' };
      const expiresAt = plus(now, wish.days * day);
      return { choice: { kind: 'need-information', question: wish.question, expiresAt }, asked: wish.person };
    }
    case 'defer':
    case 'not-a-defect':
      return { choice: wish, asked: null };
  }
}

async function duplicateOf(wish: { key: string; note: string }, defect: StoredDefect, access: Access): Promise<Resolved> {
  const found = await issueByKey(defect.projectId, wish.key.toUpperCase());
  const [other] = found === null ? [] : await defectsById([found.id]);
  if (other === undefined || !maySee(access, other.securityLevel))
    return { problem: `Holdpoint knows no defect ${wish.key.toUpperCase()} of this project that you may see.` };
  if (other.id === defect.id) return { problem: 'A defect is no duplicate of itself.' };
  return { choice: { kind: 'duplicate', of: { id: other.id, key: other.key }, note: wish.note }, asked: null };
}

/** What triage says of one defect: the part of the panel. */
export async function triageOf({ issueId }: BridgeRequest<'triageOf'>, viewer: Viewer): Promise<Answer<BridgeView<'triageOf'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect, project, access } = opened;
  const past = await decisionsOf([defect.id]);
  const facts = await rowFacts(project.id, [defect], { viewer, access, past });
  const row = triageRow(defect, facts);
  return shown({
    ...{ now: viewer.now, open: defect.open, row, targets: targetsOf(facts.versions, facts.settings) },
    past: past
      .filter(({ id }) => id !== row.decision?.id)
      .slice(0, mostPast)
      .map((round) => decisionView(round, facts)),
  });
}

/** The answer of the person who was asked; the defect comes back to the queue. */
export async function answerQuestion(
  { issueId, questionId, answer }: BridgeRequest<'answerQuestion'>,
  { answerQuestion: keepAnswer }: Pick<Actions, 'answerQuestion'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'answerQuestion'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const question = (await latestQuestions([issueId])).get(issueId);
  const me = await pseudonymOf(viewer.accountId, newId());
  if (question?.id !== questionId) return refused('No such question', 'It was asked anew, or taken back. Reload the page.');
  if (question.asked !== me) return refused('Not for you', 'Somebody else was asked. Only that person can answer here.');
  if (!(await keepAnswer(question, answer, viewer)))
    return refused('Too late', 'It was answered already, or its time is over. Write a comment on the issue.');
  return triageOf({ issueId }, viewer);
}

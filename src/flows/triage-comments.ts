import { peopleBehind } from '../governance/shell';
import type { Adf } from '../kernel/adf';
import { answerDocument, leftOpenDocument, minutesDocument } from '../triage';
import { latestQuestions, questionById, sessionById, votesOf } from '../triage/shell';
import type { DecidedRound, OwedComment, StoredQuestion } from '../triage/shell';

/** What a decision says on its issue. */
export async function decisionComment({ id, defectId, sessionId, decision }: DecidedRound): Promise<Adf> {
  const [session, ratings, question] = await Promise.all([
    sessionId === null ? null : sessionById(sessionId),
    sessionId === null ? [] : ratingsOf(sessionId, defectId),
    latestQuestions([defectId]),
  ]);
  const asked = question.get(defectId);
  const people = await peopleBehind([decision.by, asked?.id === id ? asked.asked : null].flatMap((one) => one ?? []));
  return minutesDocument({
    ...{ choice: decision.choice, at: decision.at, because: decision.because, session: session?.title ?? null, ratings },
    by: decision.by === null ? null : (people.get(decision.by) ?? null),
    asked: asked?.id === id ? (people.get(asked.asked) ?? null) : null,
  });
}

/** What an answer says on its issue. @param by in whose name it is written */
export async function answerComment(
  question: Pick<StoredQuestion, 'text' | 'asked' | 'askedBy'> & { readonly answer: string },
  by: 'person' | 'app',
): Promise<Adf> {
  const people = await peopleBehind([question.asked, question.askedBy]);
  return answerDocument({
    ...{ question: question.text, answer: question.answer, askedBy: people.get(question.askedBy) ?? null },
    written: by === 'person' ? { by } : { by, for: people.get(question.asked) ?? null },
  });
}

/** What else is owed to an issue; null where it has nothing to say: the question was not answered after all, or the session is gone. */
export async function owedComment({ kind, about, defectId }: OwedComment): Promise<Adf | null> {
  if (kind === 'answer') {
    const question = await questionById(about);
    return question === null || question.answer === null ? null : answerComment({ ...question, answer: question.answer }, 'app');
  }
  const session = await sessionById(about);
  return session === null ? null : leftOpenDocument(session.title, await ratingsOf(about, defectId));
}

async function ratingsOf(sessionId: string, defectId: string) {
  const votes = await votesOf(sessionId);
  return votes.filter((vote) => vote.defectId === defectId).sort((a, b) => (a.person < b.person ? -1 : 1));
}

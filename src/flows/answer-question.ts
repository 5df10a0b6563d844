import type { Instant } from '../kernel/instant';
import { addCommentAsViewer, isFinal } from '../platform/jira';
import { logInfo } from '../platform/log';
import { answerStored, noteComment, oweComments } from '../triage/shell';
import type { StoredQuestion } from '../triage/shell';
import { answerComment } from './triage-comments';
import { lapseOfDefects } from './lapse-decisions';

/**
 * Keeps the answer to a question, brings its defect back to the queue, and writes the answer on the issue, in the name of the person at the
 * screen and once. Where that fails half-way, the queue looks whether the comment is there, and else writes it as the app.
 * @returns false where it was answered already or had expired
 */
export async function answerQuestion(question: StoredQuestion, answer: string, { now }: { now: Instant }): Promise<boolean> {
  const { id, projectId, defectId } = question;
  const comment = `triage-answer:${id}`;
  await oweComments([{ id: comment, projectId, defectId, kind: 'answer', about: id, owedAt: now, told: 'writing' }]);
  if (!(await answerStored(id, answer, now))) return false;
  await lapseOfDefects(projectId, [defectId], now);
  const added = await addCommentAsViewer(defectId, await answerComment({ ...question, answer }, 'person'), comment);
  if (added.kind === 'ok') await noteComment(comment, 'written');
  else if (isFinal(added)) {
    logInfo('answer-not-commented', { project: projectId, outcome: added.kind, because: added.because });
    await noteComment(comment, 'refused');
  }
  return true;
}

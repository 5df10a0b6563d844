import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { marks, select, write } from '../../platform/database';

const row = z
  .object({
    id: z.string(),
    project_id: z.string(),
    defect_id: z.string(),
    asked_by: z.string(),
    asked: z.string(),
    question: z.string(),
    asked_at: z.string(),
    expires_at: z.string(),
    state: z.enum(['open', 'answered', 'expired']),
    answer: z.string().nullable(),
    answered_at: z.string().nullable(),
  })
  .transform((r) => ({
    ...{ id: r.id, projectId: r.project_id, defectId: r.defect_id, askedBy: r.asked_by, asked: r.asked, text: r.question },
    ...{ askedAt: r.asked_at, expiresAt: r.expires_at, state: r.state, answer: r.answer, answeredAt: r.answered_at },
  }));
/** Something that a named person was asked; people by pseudonym. Its id is that of the decision. */
export type StoredQuestion = z.output<typeof row>;
const columns = 'id, project_id, defect_id, asked_by, asked, question, asked_at, expires_at, state, answer, answered_at';

/** Safe to repeat. */
export async function storeQuestion(question: Omit<StoredQuestion, 'state' | 'answer' | 'answeredAt'>): Promise<void> {
  const { id, projectId, defectId, askedBy, asked, text, askedAt, expiresAt } = question;
  await write(`INSERT IGNORE INTO triage_questions (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', NULL, NULL)`, [
    ...[id, projectId, defectId, askedBy, asked, text, askedAt, expiresAt],
  ]);
}

export async function questionById(id: string): Promise<StoredQuestion | null> {
  return (await select(row, `SELECT ${columns} FROM triage_questions WHERE id = ?`, [id]))[0] ?? null;
}

/** The newest question about each of these defects. */
export async function latestQuestions(defectIds: readonly string[]): Promise<Map<string, StoredQuestion>> {
  const found = new Map<string, StoredQuestion>();
  for (let start = 0; start < defectIds.length; start += 500) {
    const ids = defectIds.slice(start, start + 500);
    const query = `SELECT ${columns} FROM triage_questions WHERE defect_id IN (${marks(ids)})`;
    for (const question of await select(row, query, ids)) {
      const known = found.get(question.defectId);
      if (known === undefined || known.askedAt < question.askedAt) found.set(question.defectId, question);
    }
  }
  return found;
}

/** Answers a question that waits. @returns false where it was answered already or had expired */
export async function answerStored(id: string, answer: string, at: Instant): Promise<boolean> {
  const statement = `UPDATE triage_questions SET state = 'answered', answer = ?, answered_at = ? WHERE id = ? AND state = 'open' AND expires_at > ?`;
  return (await write(statement, [answer, at, id, at])) > 0;
}

/** Ends the questions whose time is over. */
export async function expireQuestions(projectId: string, now: Instant): Promise<void> {
  await write(`UPDATE triage_questions SET state = 'expired' WHERE project_id = ? AND state = 'open' AND expires_at <= ?`, [
    ...[projectId, now],
  ]);
}

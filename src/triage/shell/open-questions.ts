import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { select } from '../../platform/database';

const row = z
  .object({ defect_id: z.string(), asked: z.string(), expires_at: z.string() })
  .transform((r) => ({ defectId: r.defect_id, asked: r.asked, expiresAt: r.expires_at }));

/** Questions of a project that wait for an answer, the most urgent first. `asked` is a pseudonym. */
export function openQuestions(projectId: string, now: Instant): Promise<z.output<typeof row>[]> {
  const query = `SELECT q.defect_id, q.asked, q.expires_at FROM triage_questions q JOIN defects d ON d.id = q.defect_id
    WHERE q.project_id = ? AND q.state = 'open' AND q.expires_at > ? AND d.open = 1 AND d.removed = 0 ORDER BY q.expires_at LIMIT 2000`;
  return select(row, query, [projectId, now]);
}

import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { insertRows, select, write } from '../../platform/database';

const row = z
  .object({
    id: z.string(),
    project_id: z.string(),
    defect_id: z.string(),
    kind: z.enum(['answer', 'left']),
    about: z.string(),
    owed_at: z.string(),
    told: z.enum(['due', 'writing', 'written', 'refused']),
  })
  .transform((r) => ({
    ...{ id: r.id, projectId: r.project_id, defectId: r.defect_id, kind: r.kind, about: r.about },
    ...{ owedAt: r.owed_at, told: r.told },
  }));
/**
 * A comment that triage owes to an issue beside that of a decision: the answer to a question, or what a session left open. `about` is the
 * id of the question or the session.
 */
export type OwedComment = z.output<typeof row>;
const columns = ['id', 'project_id', 'defect_id', 'kind', 'about', 'owed_at', 'told'];

/** What is owed already stays as it is. */
export async function oweComments(comments: readonly OwedComment[]): Promise<void> {
  const rows = comments.map((c) => [c.id, c.projectId, c.defectId, c.kind, c.about, c.owedAt, c.told]);
  await insertRows('triage_comments', columns, rows, 'ON DUPLICATE KEY UPDATE told = told');
}

/** Comments of a project that are to be written, or were being written when a function died. @param before what is younger may still be */
export function commentsToTell(projectId: string, before: Instant, most: number): Promise<OwedComment[]> {
  const query = `SELECT ${columns.join(', ')} FROM triage_comments
    WHERE told IN ('due', 'writing') AND project_id = ? AND (told = 'due' OR owed_at < ?) LIMIT ${most}`;
  return select(row, query, [projectId, before]);
}

/** Projects that have any to write. */
export async function projectsWithComments(): Promise<string[]> {
  const query = `SELECT DISTINCT project_id FROM triage_comments WHERE told IN ('due', 'writing')`;
  return (await select(z.object({ project_id: z.string() }), query)).map(({ project_id }) => project_id);
}

export async function noteComment(id: string, told: OwedComment['told']): Promise<void> {
  await write('UPDATE triage_comments SET told = ? WHERE id = ?', [told, id]);
}

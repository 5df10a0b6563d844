import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { flag, insertRows, integer, marks, select, write } from '../../platform/database';

const row = z.object({ issue_id: z.string(), token: z.string(), deleted: flag });

/** An issue that changed in Jira and is not read yet. `token` is new with every mark. */
export interface DirtyIssue {
  readonly issueId: string;
  readonly token: string;
  readonly deleted: boolean;
}

/**
 * Marks issues as changed at a moment, of which the first that was not read yet stays. Once Jira said that one was deleted, it stays so:
 * ids are never used again.
 */
export async function markDirty(projectId: string, issues: readonly DirtyIssue[], at: Instant): Promise<void> {
  await insertRows(
    'dirty_issues',
    ['issue_id', 'project_id', 'token', 'deleted', 'marked_at'],
    issues.map((issue) => [issue.issueId, projectId, issue.token, Number(issue.deleted), at]),
    `ON DUPLICATE KEY UPDATE project_id = VALUES(project_id), token = VALUES(token), deleted = GREATEST(deleted, VALUES(deleted)),
     marked_at = LEAST(marked_at, VALUES(marked_at))`,
  );
}

export async function dirtyIssues(projectId: string, most: number): Promise<DirtyIssue[]> {
  const rows = await select(
    row,
    `SELECT issue_id, token, deleted FROM dirty_issues WHERE project_id = ? ORDER BY issue_id LIMIT ${most}`,
    [projectId],
  );
  return rows.map((dirty) => ({ issueId: dirty.issue_id, token: dirty.token, deleted: dirty.deleted }));
}

/** Clears marks that were read; one that was renewed meanwhile stays. */
export async function clearDirty(issues: readonly DirtyIssue[]): Promise<void> {
  if (issues.length === 0) return;
  const ids = issues.map((issue) => issue.issueId);
  const pairs = issues.map(() => '(?, ?)').join(', ');
  const values = issues.flatMap((issue) => [issue.issueId, issue.token]);
  // The ids alone come first: not every engine finds pairs by an index.
  await write(`DELETE FROM dirty_issues WHERE issue_id IN (${marks(ids)}) AND (issue_id, token) IN (${pairs})`, [
    ...ids,
    ...values,
  ]);
}

/** Since when the longest waiting change of a project waits to be read; null where none does. */
export async function oldestMark(projectId: string): Promise<Instant | null> {
  const oldest = z.object({ at: z.string().nullable() });
  const rows = await select(oldest, 'SELECT MIN(marked_at) AS at FROM dirty_issues WHERE project_id = ?', [projectId]);
  return rows[0]?.at ?? null;
}

/** How many changed issues of a project wait to be read. */
export async function waitingChanges(projectId: string): Promise<number> {
  const rows = await select(z.object({ n: integer }), 'SELECT COUNT(*) AS n FROM dirty_issues WHERE project_id = ?', [projectId]);
  return rows[0]?.n ?? 0;
}

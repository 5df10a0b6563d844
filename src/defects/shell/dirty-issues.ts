import { z } from 'zod';
import { flag, insertRows, select, write } from '../../platform/database';

const row = z.object({ issue_id: z.string(), token: z.string(), deleted: flag });

/** An issue that changed in Jira and is not read yet. `token` is new with every mark. */
export interface DirtyIssue {
  readonly issueId: string;
  readonly token: string;
  readonly deleted: boolean;
}

/** Marks issues as changed. Once Jira said that one was deleted, it stays so: ids are never used again. */
export async function markDirty(projectId: string, issues: readonly DirtyIssue[]): Promise<void> {
  await insertRows(
    'dirty_issues',
    ['issue_id', 'project_id', 'token', 'deleted'],
    issues.map((issue) => [issue.issueId, projectId, issue.token, Number(issue.deleted)]),
    `ON DUPLICATE KEY UPDATE project_id = VALUES(project_id), token = VALUES(token), deleted = GREATEST(deleted, VALUES(deleted))`,
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
  const pairs = issues.map(() => '(?, ?)').join(', ');
  const values = issues.flatMap((issue) => [issue.issueId, issue.token]);
  await write(`DELETE FROM dirty_issues WHERE (issue_id, token) IN (${pairs})`, values);
}

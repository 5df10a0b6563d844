import { z } from 'zod';
import { marks, select } from '../../platform/database';

const row = z
  .object({ id: z.string(), project_id: z.string(), issue_key: z.string(), security_level: z.string().nullable() })
  .transform(({ id, project_id, issue_key, security_level }) => ({
    ...{ id, projectId: project_id, key: issue_key, securityLevel: security_level },
  }));

/** An issue that the store knows, defect or release ticket, and who may see it. */
export type NamedIssue = z.output<typeof row>;

const columns = 'id, project_id, issue_key, security_level';
const perQuery = 500;

/** The issue of a project that has this key now; null where the store knows none. */
export async function issueByKey(projectId: string, key: string): Promise<NamedIssue | null> {
  const where = 'WHERE project_id = ? AND issue_key = ? AND removed = 0';
  const query = `SELECT ${columns} FROM defects ${where} UNION ALL SELECT ${columns} FROM release_tickets ${where}`;
  const rows = await select(row, query, [projectId, key, projectId, key]);
  return rows[0] ?? null;
}

/** The issues of a project that have these keys now; those that the store does not know are missing. @param keys at most 500 */
export async function issuesByKeys(projectId: string, keys: readonly string[]): Promise<Map<string, NamedIssue>> {
  if (keys.length === 0) return new Map();
  const where = `WHERE project_id = ? AND removed = 0 AND issue_key IN (${marks(keys)})`;
  const query = `SELECT ${columns} FROM defects ${where} UNION ALL SELECT ${columns} FROM release_tickets ${where}`;
  return new Map((await select(row, query, [projectId, ...keys, projectId, ...keys])).map((issue) => [issue.key, issue]));
}

/** Stored issues by id; those that the store does not know, or not any more, are not among them. */
export async function issuesById(ids: readonly string[]): Promise<Map<string, NamedIssue>> {
  const found = new Map<string, NamedIssue>();
  for (let start = 0; start < ids.length; start += perQuery) {
    const some = ids.slice(start, start + perQuery);
    const of = (table: string) => `SELECT ${columns} FROM ${table} WHERE removed = 0 AND id IN (${marks(some)})`;
    const rows = await select(row, `${of('defects')} UNION ALL ${of('release_tickets')}`, [...some, ...some]);
    for (const issue of rows) found.set(issue.id, issue);
  }
  return found;
}

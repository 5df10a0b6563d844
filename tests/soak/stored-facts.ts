import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { RunningSandbox } from '../running-sandbox';

/** What the store says of Jira, row by row; when and how often it was read is left out. */
const questions = [
  `SELECT 'defect' AS what, id, project_id, issue_key, summary, type_id, status_id, status_category, open, severity_raw, severity, tier,
    users_affected, workaround, detected_in, security_level, assignee, created_at, resolved_at FROM defects WHERE removed = 0`,
  `SELECT v.kind AS what, v.version_id, v.defect_id FROM defect_versions v JOIN defects d ON d.id = v.defect_id AND d.read_at = v.read_at
    WHERE d.removed = 0`,
  `SELECT s.kind AS what, s.defect_id, s.value, s.from_at, s.to_at FROM spans s JOIN defects d ON d.id = s.defect_id AND d.read_at = s.read_at
    WHERE d.removed = 0`,
  `SELECT 'ticket' AS what, id, issue_key, status_name, status_category, security_level FROM release_tickets WHERE removed = 0`,
  `SELECT 'version' AS what, id, name, start_date, release_date, released, archived FROM versions`,
];

/** Ids of the versions of which the daily round kept how the defects stood on past days. */
export async function countedVersions(sandbox: RunningSandbox): Promise<string[]> {
  const rows = await ask(sandbox, 'SELECT version_id FROM day_counts ORDER BY version_id');
  return rows.map((row) => String(row['version_id']));
}

/** The facts in the app's own tables as lines of text, in order. */
export async function storedFacts(sandbox: RunningSandbox): Promise<string[]> {
  const lines: string[] = [];
  for (const question of questions) lines.push(...(await ask(sandbox, question)).map((row) => JSON.stringify(row)));
  return lines.sort();
}

async function ask(sandbox: RunningSandbox, question: string): Promise<RowDataPacket[]> {
  const { schema, ...address } = sandbox.database;
  const connection = await createConnection({ ...address, database: schema });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(question);
    return rows;
  } finally {
    await connection.end();
  }
}

import type { Connection, RowDataPacket } from 'mysql2/promise';

const digits = Array.from({ length: 10 }, (_, digit) => `SELECT ${digit} AS d`).join(' UNION ALL ');
/** 0 to 99,999 */
const numbers = `SELECT ${[1, 10, 100, 1_000, 10_000].map((place) => `d${place}.d * ${place}`).join(' + ')} AS n FROM ${[
  1, 10, 100, 1_000, 10_000,
]
  .map((place) => `(${digits}) d${place}`)
  .join(', ')}`;

export const benchProject = '10000';
export const benchVersions = Array.from({ length: 10 }, (_, n) => String(20_000 + n));

/** Takes out of all tables what is in them, but for what migrations note. */
export async function emptyStore(connection: Connection): Promise<void> {
  const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES');
  const names = tables.flatMap((table) => Object.values(table).map(String));
  for (const name of names) if (!name.startsWith('__')) await connection.query(`TRUNCATE TABLE \`${name}\``);
}

/** A project of `size` defects (at most 100,000) in ten releases, a third of them open, each with seven spans of history. */
export async function fillProject(connection: Connection, size: number): Promise<void> {
  const run = (statement: string) => connection.query(statement);
  const readAt = `'2026-11-02T09:00:00.000Z'`;
  const moment = (days: string) => `DATE_FORMAT(DATE_ADD('2025-05-01', INTERVAL ${days} DAY), '%Y-%m-%dT09:00:00.000Z')`;
  const of = `FROM (${numbers}) numbers WHERE n < ${size}`;
  await run(`INSERT INTO projects (id, project_key, name, state, since_at, beat_at, read_up_to)
    VALUES ('${benchProject}', 'BIG', 'Big', 'ready', ${readAt}, ${readAt}, ${readAt})`);
  await run(`INSERT INTO defects (id, project_id, issue_key, chunk, summary, type_id, type_name, status_id, status_name, status_category,
    open, severity_raw, severity, tier, security_level, assignee, created_at, resolved_at, removed, updated_at, read_at)
    SELECT 100000 + n, '${benchProject}', CONCAT('BIG-', n + 1), FLOOR((n + 1) / 1000),
    CONCAT('Checkout refuses the card of customer ', n, ' when the basket holds more than twenty articles'), '10004', 'Bug',
    IF(n % 3 = 0, '3', '10003'), IF(n % 3 = 0, 'In Progress', 'Done'), IF(n % 3 = 0, 'indeterminate', 'done'), n % 3 = 0,
    ELT(1 + n % 4, 'S1', 'S2', 'S3', 'S4'), ELT(1 + n % 4, 'S1', 'S2', 'S3', 'S4'), ELT(1 + n % 3, 'enterprise', 'standard', 'trial'),
    IF(n % 40 = 0, '10001', NULL), CONCAT('account-', n % 200), ${moment('n % 500')}, IF(n % 3 = 0, NULL, ${moment('20 + n % 500')}),
    0, ${moment('30 + n % 500')}, ${readAt} ${of}`);
  await run(`INSERT INTO defect_versions (version_id, defect_id, kind, read_at)
    SELECT 20000 + FLOOR(n / ${Math.ceil(size / benchVersions.length)}), 100000 + n, 'fix', ${readAt} ${of}`);
  for (let span = 0; span < 5; span += 1)
    await run(`INSERT INTO spans (defect_id, kind, read_at, n, value, label, from_at, to_at)
      SELECT 100000 + n, 'status', ${readAt}, ${span}, ELT(${span} + 1, '1', '10001', '3', '10002', '10003'), 'Status',
      ${moment(`n % 500 + ${span * 3}`)}, ${span === 4 ? 'NULL' : moment(`n % 500 + ${span * 3 + 3}`)} ${of}`);
  for (let span = 0; span < 2; span += 1)
    await run(`INSERT INTO spans (defect_id, kind, read_at, n, value, label, from_at, to_at)
      SELECT 100000 + n, 'severity', ${readAt}, ${span}, ELT(1 + (n + ${span}) % 4, 'S1', 'S2', 'S3', 'S4'), NULL,
      ${moment(`n % 500 + ${span}`)}, ${span === 1 ? 'NULL' : moment(`n % 500 + 1`)} ${of}`);
  await run(`INSERT INTO spans (defect_id, kind, read_at, n, value, label, from_at, to_at)
    SELECT 100000 + n, 'fix', ${readAt}, 0, 20000 + FLOOR(n / ${Math.ceil(size / benchVersions.length)}), NULL, ${moment('n % 500')}, NULL ${of}`);
  for (const [n, id] of benchVersions.entries())
    await run(
      `INSERT INTO versions (id, project_id, name, released, archived) VALUES ('${id}', '${benchProject}', '1.${n}', 0, 0)`,
    );
  for (const table of ['defects', 'defect_versions', 'spans', 'versions']) await run(`ANALYZE TABLE ${table}`);
}

import type { Connection, RowDataPacket } from 'mysql2/promise';

/** How the database would go through one table for a statement. */
export interface PlanStep {
  readonly table: string;
  readonly type: string;
  readonly key: string | null;
  readonly rows: number;
}

export interface Plan {
  /** The statement without its values. */
  readonly shape: string;
  /** The same with the values that made its dearest plan. */
  readonly statement: string;
  readonly steps: readonly PlanStep[];
}

/** What runs on the server from now on is written down, whoever sends it. */
export async function listen(connection: Connection): Promise<void> {
  await connection.query(`SET GLOBAL log_output = 'TABLE'`);
  await connection.query('TRUNCATE TABLE mysql.general_log');
  await connection.query('SET GLOBAL general_log = 1');
}

/** Stops listening. @returns the SELECT, UPDATE and DELETE statements of everybody but this connection, with their values */
export async function heard(connection: Connection): Promise<string[]> {
  await connection.query('SET GLOBAL general_log = 0');
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT DISTINCT CONVERT(argument USING utf8mb4) AS statement FROM mysql.general_log
     WHERE command_type IN ('Query', 'Execute') AND thread_id <> CONNECTION_ID()`,
  );
  return rows
    .map((row) => String(row.statement).trim())
    .filter((statement) => /^\(*\s*(SELECT|UPDATE|DELETE)\b/i.test(statement))
    .filter((statement) => !/information_schema|@@|\bmysql\./i.test(statement) && !/^SELECT VERSION/i.test(statement));
}

/** Statements that differ in their values alone are planned a few times, with the shortest, the longest and the last values. */
export async function plansOf(connection: Connection, statements: readonly string[]): Promise<Plan[]> {
  const shapes = new Map<string, string[]>();
  for (const statement of statements) shapes.set(shapeOf(statement), [...(shapes.get(shapeOf(statement)) ?? []), statement]);
  const plans: Plan[] = [];
  for (const [shape, all] of [...shapes].sort(([one], [other]) => one.localeCompare(other))) {
    const byLength = [...all].sort((one, other) => one.length - other.length);
    const chosen = [byLength[0], byLength.at(-1), all.at(-1)].filter((statement) => statement !== undefined);
    const planned = [];
    for (const statement of new Set(chosen)) planned.push({ shape, statement, steps: await stepsOf(connection, statement) });
    const [dearest] = planned.sort((one, other) => rowsOf(other) - rowsOf(one));
    if (dearest !== undefined) plans.push(dearest);
  }
  return plans;
}

const rowsOf = ({ steps }: Plan) => Math.max(0, ...steps.map(({ rows }) => rows));

function shapeOf(statement: string): string {
  return statement
    .replace(/'(?:[^'\\]|\\.|'')*'/g, '?')
    .replace(/\b\d+(\.\d+)?\b/g, '?')
    .replace(/\(\?(, \?)+\)/g, '(?)')
    .replace(/\(\(\?\)(, \(\?\))+\)/g, '((?))')
    .replace(/\s+/g, ' ');
}

const tableNames =
  /\b(?:FROM|(?:STRAIGHT_)?JOIN|UPDATE)\s+`?(\w+)`?(?:\s+(?:AS\s+)?(?!(?:(?:STRAIGHT_)?JOIN|LEFT|INNER|CROSS|ON|USING|SET|WHERE|GROUP|ORDER|LIMIT|UNION)\b)(\w+))?/gi;

/** A plan names tables as the statement does: by their short names. */
async function stepsOf(connection: Connection, statement: string): Promise<PlanStep[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`EXPLAIN ${statement}`);
  const named = new Map<string, string>();
  for (const [, table = '', short] of statement.matchAll(tableNames)) named.set(short ?? table, table).set(table, table);
  return rows
    .filter((row) => row.table !== null && !String(row.table).startsWith('<'))
    .map((row) => {
      const table = named.get(String(row.table));
      if (table === undefined) throw new Error(`Which table is ${String(row.table)} in: ${statement}`);
      return {
        table,
        type: String(row.type),
        key: row.key === null ? null : String(row.key),
        // MariaDB writes `92 (4%)` where a second index filters.
        rows: Number.parseInt(String(row.rows), 10),
      };
    });
}

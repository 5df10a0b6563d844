import { setTimeout as pause } from 'node:timers/promises';
import { ForgeSQLAPIError, sql } from '@forge/sql';
import { z } from 'zod';

export type SqlValue = string | number | null;

/** The tables that a statement needs are not there yet: the app was installed or updated a moment ago and has not migrated. */
export class TablesNotReady extends Error {
  constructor() {
    super("Holdpoint's tables are not ready yet.");
    this.name = 'TablesNotReady';
  }
}

/** ER_NO_SUCH_TABLE, ER_BAD_FIELD_ERROR, ER_BAD_DB_ERROR of MySQL and TiDB, by number and by words. */
const notThere = /ER_NO_SUCH_TABLE|ER_BAD_FIELD_ERROR|"errno":(1146|1054|1049)\b|doesn't exist|Unknown column/;

/** ER_LOCK_DEADLOCK and TiDB's write conflict: the database took back one of two statements that stood in each other's way. */
const inTheWay = /ER_LOCK_DEADLOCK|"errno":(1213|9007|8028)\b|Deadlock found|Write conflict/i;

/**
 * Milliseconds to wait, one after the other, where an installation sent too many statements within a second (docs/platform.md B.3) or two
 * stood in each other's way.
 */
const waits = [250, 500, 1000, 1000];

async function run(query: string, values: readonly SqlValue[]): Promise<unknown> {
  for (const wait of waits) {
    try {
      return await runOnce(query, values);
    } catch (error) {
      if (!mayBeSentAgain(error)) throw error;
      await pause(wait);
    }
  }
  return runOnce(query, values);
}

/** What was refused for its rate was not begun; what stood in the way was taken back whole, for a statement is a transaction of its own. */
function mayBeSentAgain(error: unknown): boolean {
  if (!(error instanceof ForgeSQLAPIError)) return false;
  return error.responseDetails.status === 429 || inTheWay.test(told(error));
}

const told = (error: ForgeSQLAPIError) => `${error.message} ${JSON.stringify(error.context ?? {})}`;

async function runOnce(query: string, values: readonly SqlValue[]): Promise<unknown> {
  try {
    const result = await sql
      .prepare(query)
      .bindParams(...values)
      .execute();
    return result.rows;
  } catch (error) {
    if (error instanceof ForgeSQLAPIError && notThere.test(told(error))) throw new TablesNotReady();
    throw error;
  }
}

/** Rows of a SELECT, each parsed at the door. @throws TablesNotReady, ForgeSQLAPIError */
export async function select<Schema extends z.ZodType>(
  row: Schema,
  query: string,
  values: readonly SqlValue[] = [],
): Promise<z.output<Schema>[]> {
  return z.array(row).parse(await run(query, values));
}

const written = z.object({ affectedRows: z.number() });

/** Runs an INSERT, UPDATE or DELETE. @returns how many rows it touched @throws TablesNotReady, ForgeSQLAPIError */
export async function write(query: string, values: readonly SqlValue[] = []): Promise<number> {
  return written.parse(await run(query, values)).affectedRows;
}

/** `?, ?, ?` for a list; never empty, so that `IN (…)` stays valid: an empty list matches the id that nothing has. */
export function marks(list: readonly SqlValue[]): string {
  return list.length === 0 ? 'NULL' : list.map(() => '?').join(', ');
}

const rowsPerInsert = 200;

/**
 * Inserts many rows, 200 a statement so that a request stays well below 1 MiB.
 * @param end what follows the values, e.g. `ON DUPLICATE KEY UPDATE name = VALUES(name)`
 */
export async function insertRows(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  end: string,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    const chunk = rows.slice(start, start + rowsPerInsert);
    const tuple = `(${columns.map(() => '?').join(', ')})`;
    await write(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${chunk.map(() => tuple).join(', ')} ${end}`, chunk.flat());
  }
}

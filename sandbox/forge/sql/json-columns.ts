import { z } from 'zod';

const checkRow = z.object({ TABLE_NAME: z.string(), CHECK_CLAUSE: z.string() });

/** MariaDB's JSON is text with this check on it (mariadb.com/kb/en/json-data-type); there is no other sign of it in a result. */
export const jsonColumnsQuery =
  'SELECT TABLE_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()';

/** Names of JSON columns as `table.column`. */
export function jsonColumnsOf(rows: unknown): ReadonlySet<string> {
  const columns = z
    .array(checkRow)
    .parse(rows)
    .flatMap((row) => {
      const column = /^json_valid\(`([^`]+)`\)$/i.exec(row.CHECK_CLAUSE)?.[1];
      return column === undefined ? [] : [`${row.TABLE_NAME}.${column}`];
    });
  return new Set(columns);
}

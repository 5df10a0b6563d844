/** One DDL statement. It must be harmless when it runs twice: two functions may migrate at the same time. */
export interface Migration {
  readonly name: string;
  readonly statement: string;
}

/** Instants are ISO 8601 text (24 characters), which sorts as time and means the same to every engine. */
export const instant = 'VARCHAR(24)';
export const id = 'VARCHAR(20)';

/** Text compares byte by byte on TiDB, MySQL 8 and MariaDB alike. */
export function table(name: string, columns: readonly string[]): string {
  return `CREATE TABLE IF NOT EXISTS ${name} (${columns.join(', ')}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`;
}

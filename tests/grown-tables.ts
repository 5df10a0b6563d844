import type { Connection, RowDataPacket } from 'mysql2/promise';

/** Rows that a table has afterwards, about. */
const wanted = 20_000;
/** Few rows by their nature, whatever the site: one a project, one a status, one a migration. */
const small = ['__migrations', 'projects', 'statuses'];
/** From so many rows on they are copied, so that the copies are as uneven as the rows; fewer are made up. */
const enoughToCopy = 20;

interface Column {
  readonly name: string;
  readonly type: string;
  /** Characters; null where it is no text. */
  readonly length: number | null;
  readonly inKey: boolean;
}

/**
 * Fills every table that can grow with rows of other projects, so that the optimizer has a reason to use indexes.
 * @returns how many rows each has then
 */
export async function growTables(connection: Connection): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const [tables] = await connection.query<RowDataPacket[]>('SHOW TABLES');
  for (const row of tables) {
    const table = String(Object.values(row)[0]);
    if (small.includes(table)) continue;
    const columns = await columnsOf(connection, table);
    const names = columns.map(({ name }) => `\`${name}\``).join(', ');
    const before = await countOf(connection, table);
    const made =
      before >= enoughToCopy
        ? `SELECT ${columns.map(copied).join(', ')} FROM ${table} t CROSS JOIN (${numbers}) numbers WHERE copy < ${Math.ceil(wanted / before)}`
        : `SELECT ${columns.map(madeUp).join(', ')} FROM (${numbers}) numbers WHERE copy < ${wanted}`;
    await connection.query(`INSERT IGNORE INTO ${table} (${names}) ${made}`);
    await connection.query(`ANALYZE TABLE ${table}`);
    counts.set(table, await countOf(connection, table));
  }
  return counts;
}

const digits = Array.from({ length: 10 }, (_, digit) => `SELECT ${digit} AS d`).join(' UNION ALL ');
const places = [1, 10, 100, 1_000, 10_000];
/** 1 to 100,000 */
const numbers = `SELECT 1 + ${places.map((place) => `d${place}.d * ${place}`).join(' + ')} AS copy FROM ${places
  .map((place) => `(${digits}) d${place}`)
  .join(', ')}`;

/** Copies differ in what names something, and in what people hold: nobody holds a share of every project. */
function copied({ name, length, inKey }: Column): string {
  const names = /^(id|value|assignee|entry_key|key_hash|pseudonym)$|_id$/.test(name);
  if (length !== null) return names ? `LEFT(CONCAT(copy, 'x', t.\`${name}\`), ${length})` : `t.\`${name}\``;
  return inKey && name !== 'n' ? `t.\`${name}\` - copy * 1000000` : `t.\`${name}\``;
}

function madeUp({ name, type, length, inKey }: Column): string {
  if (name === 'project_id') return `CONCAT(copy % 50, 'x')`;
  if (/text|json/.test(type)) return `'{}'`;
  if (/blob|binary/.test(type)) return `''`;
  if (length !== null) return `LEFT(CONCAT(copy, 'x'), ${length})`;
  return inKey ? '-copy' : '0';
}

async function columnsOf(connection: Connection, table: string): Promise<Column[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT COLUMN_NAME AS name, DATA_TYPE AS type, CHARACTER_MAXIMUM_LENGTH AS length, COLUMN_KEY AS of_key
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND EXTRA NOT LIKE '%auto_increment%'`,
    [table],
  );
  return rows.map((row) => ({
    name: String(row.name),
    type: String(row.type),
    length: row.length === null ? null : Number(row.length),
    inKey: row.of_key !== '',
  }));
}

async function countOf(connection: Connection, table: string): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM ${table}`);
  return Number(rows[0]?.n);
}

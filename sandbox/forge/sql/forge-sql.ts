import {
  createPool,
  type FieldPacket,
  type Pool,
  type PoolConnection,
  type ResultSetHeader,
  type RowDataPacket,
} from 'mysql2/promise';
import { z } from 'zod';
import type { Clock } from '../../clock';
import type { Faults } from '../../faults';
import type { Switches } from '../../switches';
import type { PlatformReply } from '../backend/wire';
import { answer, refusal } from '../platform-answer';
import type { DatabaseAddress } from './database';
import { guardStatement, withoutTextAndComments, type StatementKind } from './guard';
import { jsonColumnsOf, jsonColumnsQuery } from './json-columns';
import { sqlFailure } from './sql-failure';
import { SqlRates } from './sql-rates';
import type { SqlUse } from './sql-use';

/** developer.atlassian.com/platform/forge/limits-sql (docs/platform.md B.3). */
const seconds: Readonly<Record<StatementKind, number>> = { read: 5, write: 10, ddl: 20 };
const largestRequest = 1024 * 1024;
const largestResponse = 4 * 1024 * 1024;
const statementMemory = 16 * 1024 * 1024;
const mostTables = 200;
/** What MySQL 8 and TiDB are set to; MariaDB's own default is laxer. */
const sqlMode =
  'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

const parameter = z.union([z.string(), z.number(), z.boolean(), z.null()], {
  error: 'a bound parameter is a string, number, boolean or null; write anything else as text',
});
/** Body of `/api/v1/execute` and `/api/v1/execute/ddl` (sql/out/sql.js). */
const requestSchema = z.object({ query: z.string(), params: z.array(parameter).default([]), method: z.string() });

export interface SqlOptions {
  readonly address: DatabaseAddress;
  readonly clock: Clock;
  readonly switches: Switches;
  readonly faults: Faults;
  readonly use: SqlUse;
  readonly isMariaDb: boolean;
}

type Statement = { readonly query: string; readonly params: readonly z.infer<typeof parameter>[]; readonly kind: StatementKind };

/**
 * The service behind `@forge/sql`. Values come as mysql2 gives them over JSON: DECIMAL and unsafe BIGINT as text, DATETIME as
 * `YYYY-MM-DD hh:mm:ss` in UTC, JSON columns as the switch `sqlJson` says (TiDB's own form is UNCONFIRMED).
 */
export class ForgeSql {
  private readonly pool: Pool;
  private readonly rates: SqlRates;
  private jsonColumns: ReadonlySet<string> = new Set();

  constructor(private readonly options: SqlOptions) {
    this.rates = new SqlRates(() => options.clock.now().getTime());
    const { schema, ...server } = options.address;
    this.pool = createPool({
      ...server,
      database: schema,
      connectionLimit: 8,
      timezone: 'Z',
      dateStrings: true,
      supportBigNumbers: true,
      jsonStrings: true,
      charset: 'utf8mb4_bin',
    });
  }

  async handle(path: string, body: string): Promise<PlatformReply> {
    const endpoint = path === '/api/v1/execute' ? 'execute' : path === '/api/v1/execute/ddl' ? 'ddl' : null;
    if (endpoint === null) return refusal(501, 'NOT_MODELLED', `The sandbox does not model SQL ${path}.`);
    if (Buffer.byteLength(body) > largestRequest) {
      return refusal(413, 'INVALID_SQL_QUERY', 'A request to Forge SQL has at most 1 MiB.');
    }
    const request = requestSchema.safeParse(JSON.parse(body));
    if (!request.success) return refusal(400, 'INVALID_SQL_QUERY', z.prettifyError(request.error));
    const { query, params } = request.data;
    const guarded = guardStatement(query, endpoint);
    if ('code' in guarded) return refusal(400, guarded.code, guarded.message, { suggestion: guarded.suggestion });
    if (this.options.faults.settings().database === 'stop') {
      return refusal(500, 'SQL_EXECUTION_ERROR', 'The database cannot be reached (fault "database": "stop").');
    }
    this.options.use.asked(guarded.kind);
    const tooFast = this.options.switches.sqlRates ? this.rates.refuse(guarded.kind) : null;
    return tooFast ?? this.run({ query, params, kind: guarded.kind });
  }

  stop(): Promise<void> {
    return this.pool.end();
  }

  private async run(statement: Statement): Promise<PlatformReply> {
    let connection: PoolConnection | null = null;
    try {
      connection = await this.pool.getConnection();
      await connection.query(this.sessionFor(statement.kind));
      const refused = await refuseTable(connection, statement);
      if (refused) return refused;
      const reply = await this.execute(connection, statement);
      if (statement.kind === 'ddl' && this.options.isMariaDb)
        this.jsonColumns = jsonColumnsOf((await connection.query(jsonColumnsQuery))[0]);
      return reply;
    } catch (error) {
      return sqlFailure(error, statement.query);
    } finally {
      connection?.release();
    }
  }

  /** NOW() follows the sandbox's clock; the limits are the database's own where it has them. */
  private sessionFor(kind: StatementKind): string {
    const common = `SET SESSION timestamp = ${this.options.clock.now().getTime() / 1_000}, time_zone = '+00:00', sql_mode = '${sqlMode}'`;
    return this.options.isMariaDb
      ? `${common}, max_statement_time = ${seconds[kind]}, max_session_mem_used = ${statementMemory}`
      : `${common}, max_execution_time = ${seconds[kind] * 1_000}`;
  }

  private async execute(connection: PoolConnection, { query, params, kind }: Statement): Promise<PlatformReply> {
    const call = { sql: query, timeout: (seconds[kind] + 2) * 1_000 };
    const started = performance.now();
    const done = (touched: number): void => {
      const milliseconds = performance.now() - started;
      this.rates.spent(milliseconds);
      this.options.use.ran(query, milliseconds, touched);
    };
    const [rows, fields] = await runOn(connection, call, params).catch((error: unknown) => {
      done(0);
      throw error;
    });
    done(Array.isArray(rows) ? rows.length : rows.affectedRows);
    const body = JSON.stringify({ rows: Array.isArray(rows) ? this.readRows(rows, fields) : header(rows) });
    if (Buffer.byteLength(body) > largestResponse) {
      return refusal(413, 'SQL_EXECUTION_ERROR', 'The answer has more than 4 MiB; read fewer rows or columns.');
    }
    return { ...answer(200), body };
  }

  private readRows(rows: RowDataPacket[], fields: FieldPacket[]): unknown {
    if (this.options.switches.sqlJson === 'text') return rows;
    const json = fields.filter((field) => field.type === mysqlJson || this.jsonColumns.has(`${field.orgTable}.${field.orgName}`));
    return rows.map((row) => ({ ...row, ...Object.fromEntries(json.map(({ name }) => [name, parseJson(row[name])])) }));
  }
}

/** Unconfirmed: how the service answers; the code is the one for whatever the database does not do. */
async function refuseTable(connection: PoolConnection, { query, kind }: Statement): Promise<PlatformReply | null> {
  if (kind !== 'ddl' || !/^\s*CREATE\s+TABLE\b/i.test(withoutTextAndComments(query))) return null;
  const count = 'SELECT COUNT(*) AS n FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()';
  const [rows] = await connection.query<RowDataPacket[]>(count);
  if (Number(rows[0]?.n) < mostTables) return null;
  return refusal(400, 'SQL_EXECUTION_ERROR', `An installation has at most ${mostTables} tables.`);
}

type Called = { readonly sql: string; readonly timeout: number };

/** A prepared statement is let go at once: MariaDB counts those that are kept as memory of the session, against the next one's limit. */
async function runOn(
  connection: PoolConnection,
  call: Called,
  params: Statement['params'],
): Promise<[RowDataPacket[] | ResultSetHeader, FieldPacket[]]> {
  if (params.length === 0) return connection.query<RowDataPacket[] | ResultSetHeader>(call);
  try {
    return await connection.execute<RowDataPacket[] | ResultSetHeader>(call, [...params]);
  } finally {
    connection.unprepare(call.sql);
  }
}

/** MySQL's own column type for JSON. */
const mysqlJson = 245;

function parseJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

/** The answer to a write, as sql/out/utils/types.d.ts has it (mysql2's ResultSetHeader). */
function header({ affectedRows, fieldCount, info, insertId, serverStatus, warningStatus }: ResultSetHeader): unknown {
  return { affectedRows, fieldCount, info, insertId, serverStatus, warningStatus };
}

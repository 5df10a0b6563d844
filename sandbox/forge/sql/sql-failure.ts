import { z } from 'zod';
import type { PlatformReply } from '../backend/wire';
import { refusal } from '../platform-answer';

const driverErrorSchema = z.looseObject({
  code: z.string().optional(),
  errno: z.number().optional(),
  sqlState: z.string().optional(),
  sqlMessage: z.string().optional(),
  message: z.string(),
});
/** A statement stopped by its time limit: MariaDB's number, MySQL's, and the driver's own code. */
const timeoutNumbers: ReadonlySet<number | undefined> = new Set([1969, 3024]);
const driverTimeout = 'PROTOCOL_SEQUENCE_TIMEOUT';
const malformed: ReadonlySet<string | undefined> = new Set(['ER_PARSE_ERROR', 'ER_SYNTAX_ERROR']);

/** MariaDB's number for a refused option, which it gives when a statement passes `max_session_mem_used`. */
const refusedByOption = 1290;
/** TiDB's number and words for a statement that passes its memory quota (docs.pingcap.com/tidb/stable/error-codes). */
const outOfMemory = { errno: 8175, sqlMessage: 'Out Of Memory Quota! The statement needs more than 16 MiB.' };

/**
 * A failed statement as Forge SQL reports it: one of the codes of sql/out/errorCodes.js, the database's own words under `debug`
 * (developer.atlassian.com/platform/forge/storage-reference/sql-handling-errors).
 */
export function sqlFailure(error: unknown, query: string): PlatformReply {
  const { code, errno, sqlState, sqlMessage, message } = driverErrorSchema.parse(error);
  const debug = { code, errno, sqlState, sqlMessage: sqlMessage ?? message, sql: query };
  if (errno === refusedByOption && message.includes('max-session-mem-used')) {
    return refusal(400, 'SQL_EXECUTION_ERROR', outOfMemory.sqlMessage, { debug: { ...debug, ...outOfMemory } });
  }
  if (timeoutNumbers.has(errno) || code === driverTimeout) {
    return refusal(408, 'QUERY_TIMED_OUT', 'The provided query took too long to execute.', { debug });
  }
  if (malformed.has(code)) {
    return refusal(400, 'INVALID_SQL_QUERY', `The provided query is not valid: ${sqlMessage ?? message}`, { debug });
  }
  return refusal(400, 'SQL_EXECUTION_ERROR', `The query could not be executed: ${sqlMessage ?? message}`, { debug });
}

/**
 * Holds the app to what Forge SQL (TiDB), MySQL 8 and MariaDB all accept; MariaDB alone would let some of it pass (docs/platform.md S.7;
 * limits: developer.atlassian.com/platform/forge/limits-sql).
 */
export type StatementKind = 'read' | 'write' | 'ddl';

export interface GuardRefusal {
  readonly code: 'INVALID_SQL_QUERY';
  readonly message: string;
  readonly suggestion: string;
}

export type Guarded = { readonly kind: StatementKind } | GuardRefusal;

const kinds: Readonly<Record<string, StatementKind>> = {
  SELECT: 'read',
  WITH: 'read',
  SHOW: 'read',
  DESCRIBE: 'read',
  DESC: 'read',
  EXPLAIN: 'read',
  INSERT: 'write',
  REPLACE: 'write',
  UPDATE: 'write',
  DELETE: 'write',
  CREATE: 'ddl',
  ALTER: 'ddl',
  DROP: 'ddl',
  TRUNCATE: 'ddl',
  RENAME: 'ddl',
  ANALYZE: 'ddl',
};

const forbidden: readonly { readonly pattern: RegExp; readonly message: string; readonly suggestion: string }[] = [
  {
    pattern: /\bFOREIGN\s+KEY\b|\bREFERENCES\b/i,
    message: 'Foreign keys are not supported by Forge SQL.',
    suggestion: 'Leave the constraint out and keep the rows consistent in code.',
  },
  {
    pattern: /\bRETURNING\b/i,
    message: 'RETURNING is neither MySQL nor TiDB.',
    suggestion: 'Read the row with a SELECT, or use insertId.',
  },
  {
    pattern: /->>?/,
    message: 'The operators -> and ->> are not understood by MariaDB, which the sandbox runs on.',
    suggestion: 'Use JSON_UNQUOTE(JSON_EXTRACT(document, path)) and JSON_EXTRACT.',
  },
  {
    pattern: /\)\s*AS\s+\w+\s+ON\s+DUPLICATE\s+KEY\b/i,
    message: 'A row alias in an upsert is not understood by MariaDB, which the sandbox runs on.',
    suggestion: 'Use the VALUES(column) form.',
  },
  {
    pattern: /\bINTO\s+(OUTFILE|DUMPFILE)\b|\bLOAD_FILE\s*\(|\bLOAD\s+DATA\b/i,
    message: 'Files cannot be reached from Forge SQL.',
    suggestion: 'Read and write through the app.',
  },
];

/** Says what kind of statement this is, or why Forge SQL would not take it. `endpoint` is the one that it was sent to. */
export function guardStatement(query: string, endpoint: 'execute' | 'ddl'): Guarded {
  const bare = withoutTextAndComments(query).trim().replace(/;\s*$/, '');
  if (bare.includes(';')) return refuse('One statement is allowed in a call.', 'Send each statement in a call of its own.');
  const verb = /^\(*\s*([a-z]+)/i.exec(bare)?.[1]?.toUpperCase() ?? '';
  const kind = kinds[verb];
  if (!kind)
    return refuse(
      `A statement that begins with "${verb}" is not supported by Forge SQL.`,
      'There are no transactions and no session variables.',
    );
  for (const { pattern, message, suggestion } of forbidden) if (pattern.test(bare)) return refuse(message, suggestion);
  if (kind === 'ddl' && endpoint === 'execute') {
    return refuse(`${verb} changes the schema and is not allowed here.`, 'Use sql.executeDDL or the migration runner.');
  }
  if (kind === 'write' && endpoint === 'ddl')
    return refuse(`${verb} is not a change of the schema.`, 'Use sql.prepare or sql.executeRaw.');
  return { kind };
}

function refuse(message: string, suggestion: string): GuardRefusal {
  return { code: 'INVALID_SQL_QUERY', message, suggestion };
}

/** The statement with the insides of strings, quoted names and comments taken out, so that the rules look at SQL alone. */
export function withoutTextAndComments(query: string): string {
  return query.replace(
    /'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.|"")*"|`(?:[^`]|``)*`|\/\*[\s\S]*?\*\/|--[ \t][^\n]*|--$|#[^\n]*/g,
    (part) => {
      const first = part.charAt(0);
      return first === "'" || first === '"' || first === '`' ? `${first}${first}` : ' ';
    },
  );
}

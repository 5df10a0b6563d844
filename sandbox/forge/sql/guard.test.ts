import { guardStatement } from './guard';

/** developer.atlassian.com/platform/forge/limits-sql; what TiDB, MySQL 8 and MariaDB have in common (docs/platform.md S.7). */
describe('the guard before the database', () => {
  it.each([
    ['SELECT 1', 'execute', 'read'],
    ['  (SELECT 1) UNION (SELECT 2);', 'execute', 'read'],
    ['WITH a AS (SELECT 1) SELECT * FROM a', 'execute', 'read'],
    ['INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = VALUES(a)', 'execute', 'write'],
    ["UPDATE t SET a = 'x; DROP TABLE t; --' WHERE b = 'it''s'", 'execute', 'write'],
    ['UPDATE t SET a = "a->>b" -- FOREIGN KEY\n WHERE b = 1 /* RETURNING */', 'execute', 'write'],
    ['CREATE TABLE t (`references` INT)', 'ddl', 'ddl'],
    ['SELECT id, name, migratedAt FROM __migrations;', 'ddl', 'read'],
    ['/* hint */ DELETE FROM t', 'execute', 'write'],
  ] as const)('takes %s', (query, endpoint, kind) => expect(guardStatement(query, endpoint)).toEqual({ kind }));

  it.each([
    ['SELECT 1; SELECT 2', 'execute', /One statement/],
    ['CREATE TABLE t (a INT, FOREIGN KEY (a) REFERENCES u (b))', 'ddl', /Foreign keys/],
    ['INSERT INTO t (a) VALUES (1) RETURNING id', 'execute', /RETURNING/],
    ["SELECT doc->>'$.a' FROM t", 'execute', /->>/],
    ['INSERT INTO t (a) VALUES (1) AS new ON DUPLICATE KEY UPDATE a = new.a', 'execute', /row alias/],
    ['CREATE TABLE t (a INT)', 'execute', /changes the schema/],
    ['DROP TABLE t', 'execute', /changes the schema/],
    ['INSERT INTO t (a) VALUES (1)', 'ddl', /not a change of the schema/],
    ['START TRANSACTION', 'execute', /"START"/],
    ['SET SESSION sql_mode = 0', 'execute', /"SET"/],
    ["SELECT * FROM t INTO OUTFILE '/tmp/x'", 'execute', /Files/],
    ['', 'execute', /not supported/],
  ] as const)('refuses %s', (query, endpoint, message) => {
    const guarded = guardStatement(query, endpoint);
    expect(guarded).toHaveProperty('code', 'INVALID_SQL_QUERY');
    expect('message' in guarded ? guarded.message : '').toMatch(message);
  });
});

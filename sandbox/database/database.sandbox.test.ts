import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startDatabase } from '.';

jest.setTimeout(60_000);

describe('the private database', () => {
  const home = mkdtempSync(join(tmpdir(), 'holdpoint-database-'));
  const silent = (): void => undefined;
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('starts, is reached through a socket alone, and starts again on the same files', async () => {
    for (const round of [1, 2]) {
      const database = await startDatabase({ port: 59_302, directory: join(home, 'plain'), say: silent, environment: {} });
      const { schema, ...server } = database.address;
      const connection = await createConnection(server);
      const [rows] = await connection.query<RowDataPacket[]>(
        'SELECT @@skip_networking AS alone, @@collation_server AS collation',
      );
      expect([round, schema, rows[0]]).toEqual([round, 'holdpoint_sandbox_59302', { alone: 1, collation: 'utf8mb4_bin' }]);
      await connection.end();
      await database.stop();
    }
  });

  it('makes its files anew where they do not start', async () => {
    writeFileSync(join(home, 'plain/data/ibdata1'), 'broken');
    const database = await startDatabase({ port: 59_302, directory: join(home, 'plain'), say: silent, environment: {} });
    await database.stop();
  });

  it('finds room for its socket under a long path', async () => {
    const directory = join(home, 'deep'.repeat(20), 'deep'.repeat(20));
    const database = await startDatabase({ port: 59_303, directory, say: silent, environment: {} });
    expect(database.address.socketPath?.length).toBeLessThan(108);
    expect(existsSync(database.address.socketPath ?? '')).toBe(true);
    await database.stop();
  });

  it('uses SQL_URL with a schema of its own', async () => {
    const environment = { SQL_URL: 'mysql://me:p%40ss@db.example:3307/mine' };
    const { address } = await startDatabase({ port: 4750, directory: home, say: silent, environment });
    expect(address).toEqual({ host: 'db.example', port: 3307, user: 'me', password: 'p@ss', schema: 'holdpoint_sandbox_4750' });
  });

  it('refuses an SQL_URL that is none', () =>
    expect(startDatabase({ port: 4750, directory: home, say: silent, environment: { SQL_URL: 'db' } })).rejects.toThrow(
      /not a URL/,
    ));
});

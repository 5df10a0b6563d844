import type { Database } from './database';

/**
 * A MySQL that the package `mysql-memory-server` downloads, where the machine has no server of its own. Loaded only then: everybody
 * else starts faster without it.
 */
export async function startMemoryServer(schema: string, say: (sentence: string) => void): Promise<Database> {
  say('No MariaDB or MySQL here: downloading a MySQL (the first time this takes a while) ...');
  const { createDB } = await import('mysql-memory-server');
  const instance = await createDB({ dbName: 'unused', logLevel: 'ERROR' });
  return {
    address: { host: '127.0.0.1', port: instance.port, user: instance.username, password: '', schema },
    note: 'Database: MySQL by mysql-memory-server.',
    stop: () => instance.stop(),
  };
}

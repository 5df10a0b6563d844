import { z } from 'zod';
import type { Database } from './database';

/** The part of the optional package `mysql-memory-server` that is used (its README, createDB). */
const packageSchema = z.object({
  createDB: z.custom<(options: object) => Promise<unknown>>((value) => typeof value === 'function'),
});
const instanceSchema = z.looseObject({
  port: z.number(),
  username: z.string(),
  stop: z.custom<() => Promise<unknown>>((value) => typeof value === 'function'),
});
/** In a variable, because the package is not one of the project's own. */
const packageName = 'mysql-memory-server';

/** A MySQL downloaded by the package `mysql-memory-server`; null where that package is not installed. */
export async function startMemoryServer(schema: string, say: (sentence: string) => void): Promise<Database | null> {
  const loaded: unknown = await import(packageName).catch(() => null);
  const memoryServer = packageSchema.safeParse(loaded);
  if (!memoryServer.success) return null;
  say('Starting a MySQL that mysql-memory-server downloads (the first time this takes a while) ...');
  const instance = instanceSchema.parse(await memoryServer.data.createDB({ dbName: 'unused', logLevel: 'ERROR' }));
  return {
    address: { host: '127.0.0.1', port: instance.port, user: instance.username, password: '', schema },
    note: 'Database: MySQL by mysql-memory-server.',
    stop: async () => {
      await instance.stop();
    },
  };
}

import type { DatabaseAddress } from '../forge/sql/database';
import type { Database } from './database';
import { findServer } from './find-server';
import { installMariaDb } from './install-server';
import { startMemoryServer } from './memory-server';
import { startPrivateServer } from './private-server';

export interface DatabaseOptions {
  /** The sandbox's port: two sandboxes on one machine get two databases. */
  readonly port: number;
  /** Folder for the private instance's files. */
  readonly directory: string;
  /** Tells the person at the console what takes time. */
  readonly say: (sentence: string) => void;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Finds or brings a MySQL-like database, in the order that the README names. Throws an error that names all the ways. */
export async function startDatabase(options: DatabaseOptions): Promise<Database> {
  const schema = `holdpoint_sandbox_${options.port}`;
  const url = (options.environment ?? process.env).SQL_URL;
  if (url !== undefined && url !== '') return fromUrl(url, schema);
  const server = findServer() ?? (installMariaDb(options.say) ? findServer() : null);
  if (server) return startPrivateServer(server, options.directory, schema);
  try {
    return await startMemoryServer(schema, options.say);
  } catch (error) {
    throw new Error(ways, { cause: error });
  }
}

const ways = [
  'The sandbox needs a MySQL-like database, found none and could not download one. Any of these will do:',
  '  - install MariaDB or MySQL, so that mariadbd or mysqld is on the PATH (brew install mariadb, apt-get install mariadb-server)',
  '  - set SQL_URL=mysql://user:password@host:port to a server on which the user may create and drop databases',
].join('\n');

/** The database that the URL may name is left alone: the sandbox makes one of its own. */
function fromUrl(url: string, schema: string): Database {
  if (!URL.canParse(url)) throw new Error(`SQL_URL is not a URL: write mysql://user:password@host:port.`);
  const { hostname, port, username, password } = new URL(url);
  const address: DatabaseAddress = {
    host: hostname,
    port: port === '' ? 3306 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    schema,
  };
  return { address, note: `Database: ${hostname} (SQL_URL), schema ${schema}.`, stop: () => Promise.resolve() };
}

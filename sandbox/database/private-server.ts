import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import type { Database } from './database';
import { findProgram, type ServerProgram } from './find-server';

/** A Unix socket's path has room for 108 bytes. */
const longestSocketPath = 100;
const startMilliseconds = 30_000;
const stopMilliseconds = 10_000;

/**
 * Starts a server of our own that listens on a Unix socket only, its files in `directory`; they are used again on the next start, or
 * made anew where they do not start (nothing in them is of value: each start begins with an empty schema).
 */
export async function startPrivateServer(server: ServerProgram, directory: string, schema: string): Promise<Database> {
  const home = resolve(directory);
  const data = join(home, 'data');
  mkdirSync(home, { recursive: true });
  endLeftover(home);
  const known = existsSync(join(data, 'mysql'));
  if (!known) makeDataFolder(server, data);
  try {
    return await start(server, home, schema);
  } catch (error) {
    if (!known) throw error;
    makeDataFolder(server, data);
    return start(server, home, schema);
  }
}

async function start(server: ServerProgram, home: string, schema: string): Promise<Database> {
  const socketPath = socketIn(home);
  rmSync(socketPath, { force: true });
  const child = launch(server, home, join(home, 'data'), socketPath);
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const stop = (): Promise<void> => stopServer(child);
  try {
    await waitUntilReady(child, socketPath, home);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address: { socketPath, user: 'root', password: '', schema },
    note: `Database: ${server.name}, a private instance.`,
    stop,
  };
}

function socketIn(home: string): string {
  const path = join(home, 'sql.sock');
  if (Buffer.byteLength(path) <= longestSocketPath) return path;
  return join(tmpdir(), `holdpoint-${createHash('sha256').update(home).digest('hex').slice(0, 16)}.sock`);
}

/** MariaDB's own is 96 MB, for each sandbox. */
const smallLog = '--innodb-log-file-size=8M';

/** Two that set themselves up at once get in each other's way in a shared folder for temporary tables. */
function ownTemporaryFolder(home: string): string {
  const path = join(home, 'tmp');
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return `--tmpdir=${path}`;
}

const asRoot = (): readonly string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

function makeDataFolder({ path, flavour, installer }: ServerProgram, data: string): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const [program, words] =
    flavour === 'mariadb' && installer !== null
      ? [
          installer,
          [
            '--no-defaults',
            `--datadir=${data}`,
            '--auth-root-authentication-method=normal',
            '--skip-test-db',
            ownTemporaryFolder(dirname(data)),
            smallLog,
            ...asRoot(),
          ],
        ]
      : [path, ['--no-defaults', '--initialize-insecure', `--datadir=${data}`, ...asRoot()]];
  const { status, stderr, stdout } = spawnSync(program, words, { encoding: 'utf8' });
  if (status === 0) return;
  rmSync(data, { recursive: true, force: true });
  throw new Error(`The database could not be set up (${program}):\n${stderr || stdout}`);
}

/**
 * Settings that make it behave as TiDB does (utf8mb4_bin) and quick to start. Where the system can, the server is told to end with this
 * process, however that ends.
 */
function launch({ path, flavour }: ServerProgram, home: string, data: string, socketPath: string): ChildProcess {
  const words = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socketPath}`,
    `--pid-file=${join(home, 'server.pid')}`,
    ownTemporaryFolder(home),
    '--skip-networking',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=64M',
    '--max-allowed-packet=16M',
    ...(flavour === 'mysql' ? ['--mysqlx=OFF'] : [smallLog]),
    ...asRoot(),
  ];
  const log = openSync(join(home, 'server.log'), 'w');
  const setpriv = findProgram('setpriv');
  const [program, all] = setpriv === null ? [path, words] : [setpriv, ['--pdeathsig', 'KILL', path, ...words]];
  // A group of its own: Ctrl-C in the terminal stops the sandbox, and the sandbox stops the server.
  return spawn(program, all, { stdio: ['ignore', log, log], detached: true });
}

/** A server of a sandbox that was killed would hold the data folder's lock. */
function endLeftover(home: string): void {
  const pidFile = join(home, 'server.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  if (pid > 0 && stdout?.includes(`--datadir=${join(home, 'data')}`)) process.kill(pid, 'SIGKILL');
  rmSync(pidFile, { force: true });
}

async function waitUntilReady(child: ChildProcess, socketPath: string, home: string): Promise<void> {
  const end = performance.now() + startMilliseconds;
  while (performance.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (existsSync(socketPath)) {
      const connection = await createConnection({ socketPath, user: 'root' }).catch(() => null);
      if (connection) return connection.end();
    }
    await sleep(20);
  }
  const log = readFileSync(join(home, 'server.log'), 'utf8').trim().split('\n').slice(-15).join('\n');
  throw new Error(`The private database server did not start:\n${log}`);
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(stopMilliseconds, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
}

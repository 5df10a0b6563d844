import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface ServerProgram {
  readonly path: string;
  readonly flavour: 'mariadb' | 'mysql';
  /** For the console: `MariaDB 10.11.19`. */
  readonly name: string;
  /** MariaDB's helper that makes a data folder; null for MySQL, which makes its own. */
  readonly installer: string | null;
}

/** Debian keeps servers out of an ordinary user's PATH. */
const usualFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** A database server on this machine, or null. */
export function findServer(): ServerProgram | null {
  for (const name of ['mariadbd', 'mysqld']) {
    const path = findProgram(name);
    if (path === null) continue;
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
    const number = /\d+\.\d+\.\d+/.exec(version)?.[0] ?? '';
    if (!version.includes('MariaDB')) return { path, flavour: 'mysql', name: `MySQL ${number}`, installer: null };
    const installer = findProgram('mariadb-install-db') ?? findProgram('mysql_install_db');
    if (installer !== null) return { path, flavour: 'mariadb', name: `MariaDB ${number}`, installer };
  }
  return null;
}

export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...usualFolders];
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

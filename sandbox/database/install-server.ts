import { spawnSync } from 'node:child_process';
import { findProgram } from './find-server';

/** On Debian or Ubuntu as root, installs MariaDB from the distribution, saying so. True where it did. */
export function installMariaDb(say: (sentence: string) => void): boolean {
  if (process.getuid?.() !== 0 || findProgram('apt-get') === null) return false;
  say('No database server found: installing the Debian package mariadb-server (apt-get install -y mariadb-server) ...');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'mariadb-server']]) {
    const { status, stderr } = spawnSync('apt-get', words, { encoding: 'utf8', env: environment });
    if (status === 0) continue;
    say(`apt-get ${words[0]} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`);
    return false;
  }
  return true;
}

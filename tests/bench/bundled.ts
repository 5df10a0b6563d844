import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Runs a benchmark of this folder in a process of its own, in one bundle as the app and the command are: compiled file by file every
 * constant of another file costs a call, which is most of the time in some.
 * @param entry name of the file @param args what it finds on its command line
 */
export function runBundled(entry: string, args: readonly string[] = []): void {
  const folder = mkdtempSync(join(tmpdir(), 'holdpoint-bench-'));
  try {
    const outfile = join(folder, 'bench.cjs');
    const entryPoints = [join(__dirname, entry)];
    const target = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', minifySyntax: true } as const;
    buildSync({ entryPoints, outfile, ...target, logLevel: 'warning' });
    const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...args], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`The benchmark ${entry} could not run.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

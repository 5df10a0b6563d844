import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Finding duplicates as the app has it: in one bundle (see `mask.ts`). What follows the name on the command line is handed on. */
export function benchDuplicates(): Promise<void> {
  return runBundled('duplicates-run.ts');
}

/** Learns when to claim a duplicate; not a measurement, so it is run by its whole name alone. */
export function learnDuplicates(): Promise<void> {
  return process.argv[2] === 'duplicates-learn' ? runBundled('duplicates-learn-run.ts') : Promise.resolve();
}

function runBundled(entry: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdpoint-bench-'));
  try {
    const outfile = join(folder, 'duplicates.cjs');
    const entryPoints = [join(__dirname, entry)];
    buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' });
    const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...process.argv.slice(3)], { stdio: 'inherit' });
    if (status !== 0) throw new Error('The benchmark of duplicates could not run.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}

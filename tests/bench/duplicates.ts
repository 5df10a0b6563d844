import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Finding duplicates as the app has it: in one bundle (see `mask.ts`). What follows the name on the command line is handed on. */
export function benchDuplicates(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdpoint-bench-'));
  try {
    const outfile = join(folder, 'duplicates.cjs');
    const entryPoints = [join(__dirname, 'duplicates-run.ts')];
    buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' });
    const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(3)], { stdio: 'inherit' });
    if (status !== 0) throw new Error('The benchmark of duplicates could not run.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}

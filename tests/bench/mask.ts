import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Masking as the command has it: in one bundle, with numbers in place of their names. Compiled file by file, as the benchmarks are, every
 * constant of another file costs a call, which is most of the time here.
 */
export function benchMask(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdpoint-bench-'));
  try {
    const outfile = join(folder, 'mask.mjs');
    const entryPoints = [join(__dirname, 'mask-run.ts')];
    const target = { bundle: true, platform: 'node', format: 'esm', target: 'node20', minifySyntax: true } as const;
    buildSync({ entryPoints, outfile, ...target, logLevel: 'warning' });
    const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit' });
    if (status !== 0) throw new Error('The benchmark of masking could not run.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}

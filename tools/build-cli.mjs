// Bundles the command, so that `holdpoint` starts fast and needs nothing beside it: each command is a piece of its own.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${root}/cli/dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { holdpoint: 'cli/main.ts' },
  outdir: 'cli/dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});

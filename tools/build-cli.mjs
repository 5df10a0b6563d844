// Bundles the command into one file, so that `holdpoint` starts fast and needs nothing beside it.
import { build } from 'esbuild';

await build({
  entryPoints: ['cli/main.ts'],
  outfile: 'cli/dist/holdpoint.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});

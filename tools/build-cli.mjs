// Bundles the command, so that `holdpoint` starts fast and needs nothing beside it: each command is a piece of its own.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The parser brings its messages in forty languages, of which one is used: the command starts faster without the others. */
const oneLanguage = {
  name: 'one-language',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.c?js$/ }, () => ({ contents: 'export {};' }));
  },
};

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
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'inline',
  plugins: [oneLanguage],
  logLevel: 'warning',
});

// Bundles the command, so that `holdpoint` starts fast and needs nothing beside it: each command is a piece of its own.
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `import { z }` brings all of the parser; of a namespace the bundler leaves out what nobody uses, which is most of it. */
const partOfParser = {
  name: 'part-of-parser',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:cli|src)[\\/][^.]*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace("import { z } from 'zod';", "import * as z from 'zod';"), loader: 'ts' };
    });
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
  plugins: [partOfParser],
  logLevel: 'warning',
});

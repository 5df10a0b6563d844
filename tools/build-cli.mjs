// Bundles the command, so that `holdpoint` starts fast and needs nothing beside it: each command is a piece of its own.
import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { pageTemplate } from './build-page.mjs';

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

/** No module of the app does anything by being loaded: of an area that a command asks for one thing, the rest is left out, tables and all. */
const onlyWhatIsUsed = {
  name: 'only-what-is-used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.{1,2}\// }, async ({ path, pluginData, ...from }) => {
      if (pluginData === onlyWhatIsUsed) return null;
      const found = await resolve(path, { ...from, pluginData: onlyWhatIsUsed });
      return /[\\/]src[\\/]/.test(found.path) ? { ...found, sideEffects: false } : found;
    });
  },
};

const root = fileURLToPath(new URL('..', import.meta.url));

/** The page of `analyse --html` stands in the command as a text, in a piece that only it loads. */
const page = pageTemplate(root, [partOfParser]);
const pageInCommand = {
  name: 'page-in-command',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]cli[\\/]page[\\/]template\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const text = JSON.stringify(await page);
      const filled = source.replace('= null;', () => `= ${text};`);
      if (filled === source) throw new Error('The command has no place for its page.');
      return { contents: filled, loader: 'ts' };
    });
  },
};
rmSync(`${root}/cli/dist`, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { holdpoint: 'cli/main.ts' },
  outdir: 'cli/dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  metafile: true,
  minifySyntax: true,
  legalComments: 'inline',
  plugins: [pageInCommand, partOfParser, onlyWhatIsUsed],
  logLevel: 'warning',
});
for (const [path, { inputs }] of Object.entries(metafile.outputs)) {
  const isHot = Object.keys(inputs).some((input) => /^src\/(environments\/masking|ingest\/exports)\//.test(input));
  await finish(`${root}/${path}`, isHot ? withConstants : (code) => code);
}

/** Takes out the spaces, which would hide where declarations begin. @param changed what is done to the code before */
async function finish(path, changed) {
  const code = changed(await readFile(path, 'utf8'));
  const { code: small, warnings } = await transform(code, {
    minifyWhitespace: true,
    legalComments: 'inline',
    logLevel: 'warning',
  });
  if (warnings.length > 0) throw new Error(`${path} is not right.`);
  await writeFile(path, small);
}

/**
 * The bundler makes a variable of every constant of a module, and the engine then looks each table up anew wherever it is read: masking
 * takes a third longer, and reading exports, too, takes longer. So they are made constants again; where one were given another value, the build would end.
 */
function withConstants(code) {
  return code.replace(/^var (?=\w+ = )/gm, 'const ');
}

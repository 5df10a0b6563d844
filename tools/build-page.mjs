// Makes the document that `holdpoint analyse --html` fills: the screens (Vite), what answers them (esbuild), and a policy that lets
// nothing leave it.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** @param plugins of esbuild @returns the document, with the marks of cli/page/template.ts where its title and its data go */
export async function pageTemplate(root, plugins) {
  const folder = join(root, '.sandbox', 'analysis-page');
  const [answers] = await Promise.all([answersOf(root, plugins), builtScreens(root, folder)]);
  const [screens, styles] = await Promise.all([text(join(folder, 'page.js')), text(join(folder, 'page.css'))]);
  if (/<\/style/i.test(styles)) throw new Error('The style sheet would end too early.');
  const scripts = [answers, screens].map(insideScript);
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`).join(' ')}`,
    // Atlaskit writes its style sheets itself.
    "style-src 'unsafe-inline'",
    // Pictures of charts are drawn from addresses of this kind.
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="holdpoint analyse">
<title><!--holdpoint:title--></title>
<style>${styles}</style>
</head>
<body>
<div id="root"><noscript>This page draws its charts with JavaScript, which this browser does not run.</noscript></div>
<script type="application/octet-stream" id="holdpoint-data"><!--holdpoint:data--></script>
<script>${scripts[0]}</script>
<script type="module">${scripts[1]}</script>
</body>
</html>
`;
}

/** Nothing in a page makes hashes; what could is left out of it, and would fail if it were called. */
const noHashes = {
  name: 'no-hashes',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?crypto$/ }, () => ({ path: 'no-hashes', namespace: 'page', sideEffects: false }));
    onLoad({ filter: /./, namespace: 'page' }, () => ({
      contents: 'export const createHash = null, createHmac = null, timingSafeEqual = null;',
    }));
  },
};

async function answersOf(root, plugins) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['cli/page/host.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    plugins: [...plugins, noHashes],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** Built again where the result is missing or older than what it is made of. */
async function builtScreens(root, folder) {
  const app = join(root, 'static', 'app');
  const made = join(folder, 'page.js');
  const sources = Math.max(newest(app, ['dist', 'dev', 'node_modules']), newest(join(root, 'src', 'contracts')));
  if (existsSync(made) && statSync(made).mtimeMs > sources) return;
  const { build: bundle } = await import('vite');
  await bundle({ configFile: join(app, 'vite.page.config.ts'), logLevel: 'error', build: { outDir: folder } });
}

/** A script as it may stand in a document: what would end it, or begin a comment, is written otherwise. */
function insideScript(code) {
  const safe = code.trim().replace(/<(?=\/script|script|!--)/gi, '\\x3C');
  if (safe !== code.trim()) new Function(safe.replaceAll('import.meta', '({})'));
  return safe;
}

/** Milliseconds of the latest change in a folder. */
function newest(path, without = []) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const names = readdirSync(path).filter((name) => !without.includes(name));
  return Math.max(0, ...names.map((name) => newest(join(path, name), without)));
}

const text = (path) => readFile(path, 'utf8');

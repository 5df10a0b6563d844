import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';

/** Scripts and styles of the pages and of the bridge, made once, in memory. */
export interface BrowserFiles {
  /** `/sandbox-chrome/browser.js`: the page's script. */
  readonly page: string;
  /** `/app-resource/.bridge/bridge.js`: runs in the app's iframe. */
  readonly frame: string;
  /** `/sandbox-chrome/chrome.css`. */
  readonly style: string;
  /** Token CSS of @atlaskit/tokens, light and dark, for the pages and, with `view.theme.enable()`, for the app. */
  readonly theme: string;
}

async function bundle(folder: string, entry: string): Promise<string> {
  const result = await build({
    entryPoints: [path.join(folder, 'browser', entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

const themes = ['light', 'dark', 'motion', 'shape', 'spacing', 'typography'] as const;
const themeModule = z.object({ default: z.string() });

/**
 * The default themes, those that `setGlobalTheme` of @atlaskit/tokens loads. Read from the package's artifacts: its own
 * `getThemeStyles` gives the same, but asks a feature gate service first and complains at length that there is none.
 */
function themeStyles(repoRoot: string): string {
  const load = createRequire(path.join(repoRoot, 'package.json'));
  const read = (name: string): unknown => load(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}.js`);
  return themes.map((name) => themeModule.parse(read(name)).default).join('\n');
}

export async function buildBrowserFiles(repoRoot: string): Promise<BrowserFiles> {
  const folder = path.join(repoRoot, 'sandbox/chrome');
  const [page, frame, style] = await Promise.all([
    bundle(folder, 'main.ts'),
    bundle(folder, 'frame.ts'),
    readFile(path.join(folder, 'chrome.css'), 'utf8'),
  ]);
  return { page, frame, style, theme: themeStyles(repoRoot) };
}

import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const at = (path: string): string => resolve(root, path);

/** Atlaskit's tokens come in many variants; those of other products and of trials are left out. */
const usedThemes: Plugin = {
  name: 'holdpoint-used-themes',
  load: (id) =>
    /@atlaskit\/tokens\/dist\/esm\/artifacts\/themes\/(?!atlassian-((light|dark)(-increased-contrast)?|spacing|shape|typography)\.js)/.test(
      id,
    )
      ? "export default '';"
      : null,
};

/** The screens of the page that `holdpoint analyse --html` writes: one script and one style sheet. tools/build-cli.mjs makes a document of them. */
export default defineConfig(() => {
  process.env['NODE_ENV'] = 'production';
  return {
    root,
    publicDir: false as const,
    plugins: [react(), usedThemes],
    resolve: {
      alias: [
        { find: '@atlaskit/feature-gate-js-client/feature-gates', replacement: at('src/shared/no-experiments.ts') },
        { find: '@forge/bridge', replacement: at('alone/forge-bridge.ts') },
        { find: /^\.{1,2}\/(?:.*\/)?stands-alone$/, replacement: at('alone/stands-alone.ts') },
      ],
    },
    build: {
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false as const,
      cssCodeSplit: false,
      assetsInlineLimit: 100_000,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: at('src/analysis/main.tsx'),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]', codeSplitting: false },
      },
    },
  };
});

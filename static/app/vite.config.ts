import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const root = import.meta.dirname;
const pages = ['project', 'panel', 'settings', 'rule', 'field', 'gadget'];

/** In development alone: sample answers in place of Jira and the back end, see dev/sample-host.ts. */
const sampleHost: Plugin = {
  name: 'holdpoint-sample-host',
  apply: 'serve',
  transformIndexHtml: () => [{ tag: 'script', attrs: { type: 'module', src: '/dev/sample-host.ts' }, injectTo: 'head-prepend' }],
};

const config: UserConfig = {
  root,
  // Forge serves the pages from a folder that only it knows.
  base: './',
  plugins: [react(), sampleHost],
  // Atlaskit asks Atlassian's own experiment service, which apps do not have: its client is 29 kB (gzip) that only logs warnings.
  resolve: { alias: { '@atlaskit/feature-gate-js-client/feature-gates': resolve(root, 'src/shared/no-experiments.ts') } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(pages.map((page) => [page, resolve(root, `${page}.html`)])) },
  },
};

export default defineConfig(({ command }) => {
  // A build is for production, whatever NODE_ENV the process that starts it happens to have.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return config;
});

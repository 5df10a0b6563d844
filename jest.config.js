const { availableParallelism } = require('node:os');

/** Four kinds of test, so that a change can be checked while the thought is warm: `npx jest --selectProjects unit`. */
const transform = {
  '^.+\\.(m?[tj]s|[tj]sx)$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
  ],
};
// d3 is published as ES modules alone.
const transformIgnorePatterns = ['/node_modules/(?!(d3-[^/]+|internmap)/)'];
const common = { transform, transformIgnorePatterns, testEnvironment: 'node', modulePathIgnorePatterns: ['<rootDir>/.sandbox/'] };

module.exports = {
  // Most of them wait for a browser, a database or a clock: two at a time fit on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    {
      ...common,
      displayName: 'unit',
      roots: ['<rootDir>/src', '<rootDir>/sandbox', '<rootDir>/cli', '<rootDir>/static', '<rootDir>/tests/bench'],
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ['\\.sandbox\\.test\\.ts$', '\\.browser\\.test\\.ts$'],
    },
    { ...common, displayName: 'sandbox', roots: ['<rootDir>/tests', '<rootDir>/sandbox'], testMatch: ['**/*.sandbox.test.ts'] },
    { ...common, displayName: 'browser', roots: ['<rootDir>/tests'], testMatch: ['**/*.browser.test.ts'] },
    { ...common, displayName: 'manifest', roots: ['<rootDir>/tests'], testMatch: ['**/*.manifest.test.ts'] },
  ],
};

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testReportsPath } from '../../../tests/shared-material';
import { ctrf } from './ctrf';
import { numbers, readWith, sample } from './sample.fixture';

test('endings, a time in seconds, and what a reporter could not place', () => {
  const { tally, lines } = readWith(ctrf, sample('ctrf/playwright.json'), 100);
  expect(numbers(tally)).toStrictEqual([6, 1, 1, 1, 3, 1, 3]);
  expect(lines).toStrictEqual([
    'cart.spec.ts > cart | adds | flaky | ',
    'cart.spec.ts > cart | counts | failed | expect(received).toBe(2)',
    'cart.spec.ts > cart | waits | skipped | ',
    ' | later | skipped | ',
    ' | cut off | errored | browser closed',
    'test/off.spec.ts | off | skipped | ',
  ]);
});

const ctrfPath = join(testReportsPath, 'ctrf');
const oneTest = (members: string) => `{"results":{"tests":[{"name":"a",${members}}]}}`;

test.each([
  ['"status":"passed","duration":"3","flaky":"yes","message":7,"suite":5', 'passed', null],
  ['"status":"passed","duration":-1', 'passed', null],
  ['"status":"passed","duration":1e999', 'passed', null],
  ['"status":"passed","duration":250', 'passed', 0.25],
  ['"status":"exploded"', 'errored', null],
  ['"status":"other"', 'errored', null],
  ['"status":"other","rawStatus":"timedOut"', 'errored', null],
  ['"status":"other","rawStatus":"todo"', 'skipped', null],
  ['"status":"failed","flaky":true', 'failed', null],
  ['"status":"failed","status":"passed"', 'passed', null],
])('%s', (members, ending, seconds) => {
  expect(readWith(ctrf, oneTest(members)).cases).toMatchObject([{ ending, seconds, flaky: false }]);
});

const real: readonly (readonly [string, readonly number[], readonly string[]])[] = [
  ['minimal.json', [1, 1, 0, 0, 0, 0, 1], []],
  [
    'comprehensive.json',
    [3, 2, 1, 0, 0, 1, 20],
    [
      'Checkout | user can checkout | flaky | Payment gateway timeout',
      'Admin › Dashboard | admin dashboard loads | failed | Element not found: .dashboard-metrics',
    ],
  ],
  ['with-diagnostics.json', [1, 0, 1, 0, 0, 0, 5], [' | should render homepage | failed | Expected element to be visible']],
  ['with-insights.json', [2, 2, 0, 0, 0, 0, 5], []],
  ['with-retries.json', [2, 2, 0, 0, 0, 1, 10], [' | flaky test | flaky | Connection timeout']],
];

// Written by others; read where it is present.
(existsSync(ctrfPath) ? test : test.skip).each(real)("the format's own example %s", (file, counts, failing) => {
  const { tally, lines } = readWith(ctrf, readFileSync(join(ctrfPath, file), 'utf8'));
  expect(numbers(tally)).toStrictEqual(counts);
  expect(lines).toStrictEqual(failing);
});

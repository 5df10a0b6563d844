import { jestJson } from './jest-json';
import { numbers, readWith, sample } from './sample.fixture';

test("Jest's files, retries and files that failed to run", () => {
  const { tally, lines } = readWith(jestJson, sample('jest-json/jest.json'), 1_000);
  // Jest counts 7 tests and, apart from them, 2 files that broke.
  expect(numbers(tally)).toStrictEqual([9, 4, 1, 2, 2, 1, 0.007]);
  expect(lines).toStrictEqual([
    'cart | fails | failed | Error: expect(received).toBe(expected) // Object.is equality\n\nExpected: 2\nReceived: 1',
    'cart | flaky | flaky | Error: expect(received).toBe(expected) // Object.is equality\n\nExpected: 2\nReceived: 1',
    'cart | skips | skipped | ',
    'cart | later | skipped | ',
    '/build/shop/test/c.test.js | Test file failed to run | errored | after',
    '/build/shop/test/b.test.js | Test file failed to run | errored | cannot load',
  ]);
});

test("Vitest's report of the same kind", () => {
  const { tally, lines } = readWith(jestJson, sample('jest-json/vitest.json'));
  expect(numbers(tally)).toStrictEqual([4, 1, 1, 1, 1, 0, 0.00575]);
  expect(lines).toStrictEqual([
    'cart | counts | failed | AssertionError: expected 1 to be 2 // Object.is equality',
    'cart | waits | skipped | ',
    '/build/shop/order.test.ts | Test file failed to run | errored | Failed to resolve import "./prices" from "order.test.ts". Does the file exist?',
  ]);
});

const oneTest = (members: string) => `{"testResults":[{"name":"/a.js","assertionResults":[{"title":"a",${members}}]}]}`;

test.each([
  ['"status":"passed"', 'passed', false],
  ['"status":"passed","invocations":2', 'passed', true],
  ['"status":"passed","retryReasons":["Error: late"]', 'passed', true],
  ['"status":"failed","invocations":3,"failureMessages":null', 'failed', false],
  ['"status":"focused"', 'skipped', false],
  ['"status":"disabled"', 'skipped', false],
  ['"status":"todo","duration":null,"ancestorTitles":null', 'skipped', false],
])('%s', (members, ending, flaky) => {
  expect(readWith(jestJson, oneTest(members)).cases).toMatchObject([{ name: 'a', className: '/a.js', ending, flaky }]);
});

test('a run that was interrupted has not passed', () => {
  const text = oneTest('"status":"passed"').replace('{', '{"wasInterrupted":true,');
  expect(readWith(jestJson, text).lines).toStrictEqual([' | test run | errored | The run was interrupted.']);
});

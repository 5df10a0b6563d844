import { mochaJson } from './mocha-json';
import { numbers, readWith, sample } from './sample.fixture';

test('tests, a retry, an error without words and a hook that failed', () => {
  const { tally, lines, cases } = readWith(mochaJson, sample('mocha-json/mocha.json'), 100);
  // Mocha counts 5 tests; the hook is among its 3 failures only.
  expect(numbers(tally)).toStrictEqual([6, 2, 2, 1, 1, 1, 0.025]);
  expect(lines).toStrictEqual([
    'cart | settles | flaky | ',
    'cart | counts | failed | 1 == 2',
    'cart | waits | skipped | ',
    'cart | throws nothing | failed | ',
    'checkout | "before each" hook for "pays" | errored | no database',
  ]);
  expect(cases[2]?.trace).toBe('AssertionError [ERR_ASSERTION]: 1 == 2\n    at Context.<anonymous> (test/cart.spec.js:9:12)');
});

test('tests that share their name are each counted once', () => {
  const one = '{"title":"a","fullTitle":"s a","err":{}}';
  const text = `{"stats":{"suites":1,"tests":3},"tests":[${one},${one},${one}],"failures":[${one}],"pending":[${one}],"passes":[${one}]}`;
  expect(numbers(readWith(mochaJson, text).tally)).toStrictEqual([3, 1, 1, 0, 1, 0, 0]);
});

import { mochawesome } from './mochawesome';
import { numbers, readWith, sample } from './sample.fixture';

test('suites in suites, hooks, and a test that a hook kept from running', () => {
  const { tally, lines } = readWith(mochawesome, sample('mochawesome/cypress.json'), 100);
  expect(numbers(tally)).toStrictEqual([5, 1, 1, 1, 2, 0, 1.5]);
  expect(lines).toStrictEqual([
    'cart | counts | failed | AssertionError: expected 1 to equal 2',
    'cart | waits | skipped | ',
    'cart › checkout | "before each" hook: signs in for "pays" | errored | Error: no session',
    'cart › checkout | pays | skipped | ',
  ]);
});

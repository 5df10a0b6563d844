import { xunit2 } from './xunit2';
import { numbers, readWith, sample } from './sample.fixture';

test('version 2: escapes, and failures outside of tests', () => {
  const { tally, lines } = readWith(xunit2, sample('xunit2/v2.xml'), 100);
  // xUnit.net counts 4 tests and, apart from them, 2 errors.
  expect(numbers(tally)).toStrictEqual([6, 2, 1, 2, 1, 0, 0.31]);
  expect(lines).toStrictEqual([
    'Shop.CartTests | test-class-cleanup failed | errored | file in use',
    ' | fatal failed | errored | lost',
    'Shop.CartTests | Adds(a: 2, b: "2") | failed | Assert.Equal() Failure: Values differ\nExpected: C:\\new\nActual:   3',
    'Shop.CartTests | Later | skipped | ',
  ]);
});

test('version 3: a test that runs only by hand, two assemblies', () => {
  const { tally, lines } = readWith(xunit2, sample('xunit2/v3.xml'));
  expect(numbers(tally)).toStrictEqual([2, 1, 0, 0, 1, 0, 0.25]);
  expect(lines).toStrictEqual(['Shop.CartTests | ByHand | skipped | ']);
});

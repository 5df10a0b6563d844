import { testng } from './testng';
import { numbers, readWith, sample } from './sample.fixture';

test('arguments, retries that are marked and that are not, a set-up that failed', () => {
  const { tally, lines, cases } = readWith(testng, sample('testng/testng-results.xml'), 100);
  // TestNG counts 8 tests; the set-up is one more here.
  expect(numbers(tally)).toStrictEqual([9, 4, 2, 1, 2, 1, 1.25]);
  expect(lines).toStrictEqual([
    'com.example.shop.CartTest | adds(2, null) | failed | expected [4] but found [3]',
    'com.example.shop.CartTest | settles | flaky | too early',
    'com.example.shop.CartTest | stays | failed | java.lang.IllegalStateException',
    'com.example.shop.CartTest | depends | skipped | ',
    'com.example.shop.OrderTest | pays | skipped | ',
    'com.example.shop.OrderTest | connect | errored | no database',
  ]);
  expect(cases[1]?.trace).toBe(
    'java.lang.AssertionError: expected [4] but found [3]\n\tat com.example.shop.CartTest.adds(CartTest.java:17)',
  );
});

test('an attempt that nothing followed has failed', () => {
  const method = '<test-method name="a" signature="a()" status="SKIP" retried="true"><exception class="E"/></test-method>';
  const text = `<testng-results><suite><test><class name="C">${method}${method}</class></test></suite></testng-results>`;
  expect(readWith(testng, text).lines).toStrictEqual(['C | a | failed | E']);
});

test('the same test of another instance is no further attempt', () => {
  const method = (instance: string, rest: string) =>
    `<test-method name="a" signature="a()" test-instance-name="${instance}" ${rest}`;
  const skipped = method('till', 'status="SKIP"><exception class="E"/></test-method>');
  const passed = method('web', 'status="PASS"/>');
  const text = `<testng-results><suite><test><class name="C">${skipped}${passed}</class></test></suite></testng-results>`;
  expect(numbers(readWith(testng, text).tally)).toStrictEqual([2, 1, 0, 0, 1, 0, 0]);
});

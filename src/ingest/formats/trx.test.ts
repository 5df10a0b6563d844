import { trx } from './trx';
import { numbers, readWith, sample } from './sample.fixture';

test('outcomes, classes told later, a data-driven test with its rows', () => {
  const { tally, lines, cases } = readWith(trx, sample('trx/mstest.trx'), 100);
  expect(numbers(tally)).toStrictEqual([10, 2, 3, 3, 2, 0, 4.25]);
  expect(lines).toStrictEqual([
    'Shop.CartTests | Removes | failed | not empty',
    'Shop.CartTests | Later | skipped | ',
    ' | Unclear | skipped | ',
    ' | TooSlow | errored | Test exceeded execution timeout period of 100ms.',
    ' | NoWord | errored | ',
    ' | Stopped | errored | ',
    'Shop.CartTests | Adds (2,2) | failed | Assert.AreEqual failed. Expected:<4>. Actual:<3>.',
    'Shop.CartTests | Adds | failed | ',
  ]);
  expect(cases[0]?.seconds).toBe(62.5);
  expect(cases[8]?.trace).toBe('at Shop.CartTests.Adds(Int32 a, Int32 b) in /build/shop/CartTests.cs:line 12');
});

test('a host that crashed after its tests had passed', () => {
  const { tally, lines } = readWith(trx, sample('trx/crashed.trx'));
  expect(numbers(tally)).toStrictEqual([2, 1, 0, 1, 0, 0, 62.5]);
  expect(lines).toStrictEqual([' | test run | errored | The active test run was aborted. Reason: Test host process crashed']);
});

test('a run that was aborted without a word has not passed', () => {
  const { lines } = readWith(trx, '<TestRun><ResultSummary outcome="Aborted"/></TestRun>');
  expect(lines).toStrictEqual([' | test run | errored | The run ended as Aborted, though none of its tests failed.']);
});

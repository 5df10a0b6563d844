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

test('a run that says by its exit code that tests failed has no other fault, one that says more has', () => {
  const text = sample('trx/testing-platform.trx');
  const { tally, lines } = readWith(trx, text);
  expect(numbers(tally)).toStrictEqual([3, 1, 2, 0, 0, 0, 1.5]);
  expect(lines).toStrictEqual([
    'Shop.BasketTests | Removes | failed | Assert.Empty() Failure: Collection was not empty',
    ' | [Test Class Cleanup Failure (Shop.BasketTests.Adds)] | failed | ',
  ]);
  expect(readWith(trx, text.replace("'2'", "'7'")).tally.errors).toBe(1);
  expect(
    readWith(
      trx,
      text.replaceAll('outcome="Failed"', 'outcome="Passed"').replace('Summary outcome="Passed"', 'Summary outcome="Failed"'),
    ).tally.errors,
  ).toBe(1);
});

test('tests that failed are not counted again where the adapter of xUnit.net logs them as errors', () => {
  const text = sample('trx/testing-platform.trx').replace(
    /<Text>.*<\/Text>/,
    '<Text>[xUnit.net 00:00:00.48]     Shop.BasketTests.Removes [FAIL]</Text>',
  );
  expect(numbers(readWith(trx, text).tally)).toStrictEqual([3, 1, 2, 0, 0, 0, 1.5]);
  expect(readWith(trx, text.replace('[FAIL]', '[FATAL ERROR]')).tally.errors).toBe(1);
  const unlisted = text.replace(/<Results>.*<\/Results>/s, '<Results />');
  expect(readWith(trx, unlisted).lines).toStrictEqual([
    ' | test run | errored | The run ended as Failed, though none of its tests failed.',
  ]);
});

test('what the run says is read in one go, however long', () => {
  const said = ['a2'.repeat(50_000), '[xUnit.net 0] '.padEnd(50_000, '[FAIL] ')];
  const infos = said.map((text) => `<RunInfo outcome="Error"><Text>${text}.</Text></RunInfo>`).join('');
  const text = `<TestRun><ResultSummary outcome="Failed"><RunInfos>${infos.repeat(20)}</RunInfos></ResultSummary></TestRun>`;
  expect(readWith(trx, text).tally.errors).toBe(40);
});

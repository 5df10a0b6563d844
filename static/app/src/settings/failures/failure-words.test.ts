import { pipelineSettings } from '../pipeline-settings.fixture';
import { failuresSummary, hasEnded, matchText, noFailure, percentOf, withMatch } from './failure-words';

const { failures } = pipelineSettings;

test.each([
  [failures, 'Failed once in 1 run; more than 20 new failures are one defect'],
  [
    { ...failures, after: { failed: 2, of: 3 }, known: [noFailure] },
    'Failed 2 times in 3 runs; more than 20 new failures are one defect; 1 known failure',
  ],
  [{ ...failures, file: false, known: [noFailure, noFailure] }, 'Failures are only counted; 2 known failures'],
])('one line says when a failure becomes a defect (%#)', (policy, words) => {
  expect(failuresSummary(policy)).toBe(words);
});

test.each([
  [0.07, 7],
  [0.2, 20],
  [0.125, 12.5],
  [Number.NaN, Number.NaN],
])('the share %d is %d percent', (rate, percent) => {
  expect(percentOf(rate)).toBe(percent);
});

test('what an entry recognises by changes its kind and keeps its words', () => {
  const byText = withMatch(noFailure, 'text', 'Timeout after * ms');
  expect(withMatch(byText, 'fingerprint', matchText(byText)).match).toEqual({
    kind: 'fingerprint',
    fingerprint: 'Timeout after * ms',
  });
});

test('an entry ends at its moment', () => {
  const until = '2026-12-31T00:00:00.000Z';
  const at = Date.parse(until);
  expect([hasEnded({ ...noFailure, until }, at - 1), hasEnded({ ...noFailure, until }, at), hasEnded(noFailure, at)]).toEqual([
    false,
    true,
    false,
  ]);
});

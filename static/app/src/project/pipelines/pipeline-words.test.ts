import type { RunView } from '../../../../../src/contracts/pipelines';
import { beforeWords, seenWords, tallyWords } from './pipeline-words';

const run = (parts: Partial<RunView>): RunView => ({
  ...{ suite: 'api', service: 'shop', environment: 'staging', stage: null, run: 'r', at: '2026-11-02T09:00:00.000Z' },
  ...{ version: null, build: null, tests: 2014, failed: 0, flaky: 0, skipped: 0, causes: 0, state: 'passed', before: [] },
  ...parts,
});

test.each<[Partial<RunView>, string]>([
  [{}, '2,014 tests: none failed'],
  [{ tests: 1, failed: 1, causes: 1 }, '1 test: 1 failed'],
  [{ failed: 30, causes: 2, flaky: 1 }, '2,014 tests: 30 failed with 2 causes, 1 flaky'],
  [{ flaky: 3, causes: 3 }, '2,014 tests: none failed, 3 flaky'],
])('a tally %o', (parts, words) => {
  expect(tallyWords(run(parts))).toBe(words);
});

const before = (...states: RunView['state'][]) =>
  beforeWords({ before: states.map((state, n) => ({ run: `${n}`, at: '2026-11-01T09:00:00.000Z', state })) });
test.each([
  [before(), 'The first run that was told'],
  [before('failed'), 'The run before did not pass'],
  [before('passed', 'flaky'), 'All 2 runs before passed'],
  [before('passed', 'failed', 'empty'), '1 of the 3 runs before passed'],
  [before('failed', 'failed'), 'None of the 2 runs before passed'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});

test.each([
  [1, 1, ['staging'], 'Once, in staging'],
  [7, 1, ['staging', 'test'], '7 times in one run, in staging and test'],
  [1200, 5, ['a', 'b', 'c'], '1,200 times in 5 runs, in a, b and c'],
])('seen %s times in %s runs', (times, runs, names, words) => {
  const environments = names.map((name) => ({ name, stage: null }));
  expect(seenWords({ times, runs, environments, first: '', last: '' })).toBe(words);
});

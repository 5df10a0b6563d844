import { aGroup, aRun, aTally, at } from './failures.fixture';
import { applyRun, pastOf, type RecordedRuns } from './record';
import type { TestRun } from './run';

const after = (...runs: readonly TestRun[]) => runs.reduce<RecordedRuns>(applyRun, new Map());
const kept = (state: RecordedRuns) => [...state.values()].map(({ tests }) => tests);
const tests = (count: number) => ({ tally: aTally(count) });

test.each<[string, Partial<TestRun>, Partial<TestRun>, number]>([
  ['the higher sequence', { ...tests(1), sequence: 2, at: at(0) }, { ...tests(2), sequence: 1, at: at(9) }, 1],
  ['the later time where the sequences are equal', { ...tests(1), at: at(1) }, { ...tests(2), at: at(2) }, 2],
])('of two runs of one name the one with %s holds, whichever comes first', (_, one, other, holds) => {
  expect(kept(after(aRun(one), aRun(other)))).toEqual([holds]);
  expect(kept(after(aRun(other), aRun(one)))).toEqual([holds]);
});

test('of two with the same number and time everybody keeps the same', () => {
  const [one, other] = [aRun(tests(1)), aRun(tests(2))];
  expect(after(one, other)).toEqual(after(other, one));
});

test('the same run twice changes nothing', () => {
  const state = after(aRun());
  expect(applyRun(state, aRun())).toBe(state);
});

test('the past is of one suite and environment, in order, with the newest sightings', () => {
  const failures = [aGroup({ count: 3, flaky: 1 })];
  const state = after(
    aRun({ run: 'c', at: at(3), failures }),
    aRun({ run: 'a', at: at(1), failures }),
    aRun({ run: 'b', at: at(2), failures }),
    aRun({ run: 'x', suite: 'smoke', failures }),
    aRun({ run: 'y', environment: 'production', failures }),
  );
  const { runs, sightings } = pastOf(state, 'regression', 'staging', 2);
  expect(runs.map(({ run }) => run)).toEqual(['a', 'b', 'c']);
  expect(sightings.get('f1:aa')).toEqual([
    { run: 'b', failed: 2, flaky: 1 },
    { run: 'c', failed: 2, flaky: 1 },
  ]);
});

test('a run that is told anew to be of another suite leaves the first', () => {
  const state = after(aRun({ sequence: 1 }), aRun({ sequence: 2, suite: 'smoke' }));
  expect(pastOf(state, 'regression', 'staging', 9).runs).toEqual([]);
  expect(pastOf(state, 'smoke', 'staging', 9).runs).toHaveLength(1);
});

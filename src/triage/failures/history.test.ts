import { story } from './failures.fixture';
import { greenSince, historyOf, inOrder, lastSeen, settledBy, shareOf } from './history';

const past = (runs: string) => {
  const { runs: all, sightings } = story(runs);
  return historyOf(all, sightings);
};

test('each run says what it can', () => {
  expect(past('F K . s i').map(({ showed }) => showed)).toEqual(['failed', 'flaky', 'green', 'silent', 'silent']);
});

test.each<[string, number, number, 'green' | 'silent']>([
  ['as many tests', 100, 100, 'green'],
  ['half as many', 100, 50, 'green'],
  ['one fewer than half', 100, 49, 'silent'],
  ['no test, as the one that failed', 0, 0, 'silent'],
])('a run is green by %s', (_, failed, ran, showed) => {
  const run = (name: string, tests: number, sequence: number) => ({ run: name, at: '', sequence, complete: true, tests });
  const history = historyOf([run('a', failed, 1), run('b', ran, 2)], [{ run: 'a', failed: 1, flaky: 0 }]);
  expect(history[1]?.showed).toBe(showed);
});

test('it is compared with the newest run that showed the failure', () => {
  const run = (name: string, tests: number) => ({ run: name, at: name, sequence: 0, complete: true, tests });
  const sightings = ['a', 'b'].map((name) => ({ run: name, failed: 1, flaky: 0 }));
  expect(historyOf([run('a', 1000), run('b', 100), run('c', 60)], sightings).at(-1)?.showed).toBe('green');
});

test('a run that failed and was flaky has failed', () => {
  const { runs } = story('.');
  expect(historyOf(runs, [{ run: 'r0', failed: 1, flaky: 5 }])[0]?.showed).toBe('failed');
});

test('a sighting of a run that nobody knows is none', () => {
  const { runs } = story('.');
  expect(historyOf(runs, [{ run: 'gone', failed: 1, flaky: 0 }])[0]?.showed).toBe('green');
});

test('the sequence orders, then the time, then the name', () => {
  const run = (name: string, sequence: number, at: string) => ({ run: name, sequence, at });
  const runs = [run('d', 2, '1'), run('c', 1, '9'), run('b', 1, '5'), run('a', 1, '5')];
  expect(inOrder(runs).map((one) => one.run)).toEqual(['a', 'b', 'c', 'd']);
});

test.each<[string, string | null, number, string | null]>([
  ['. .', null, 2, 'r0'],
  ['F . s .', 'r0', 2, 'r1'],
  ['F . F', 'r2', 0, null],
  ['F . K . .', 'r2', 2, 'r1'],
])('%s: last seen in %s, green %i times since, settled by %s', (runs, seen, green, settled) => {
  const history = past(runs);
  expect(lastSeen(history)?.run ?? null).toBe(seen);
  expect(greenSince(history)).toHaveLength(green);
  expect(settledBy(history)?.run ?? null).toBe(settled);
});

test('a share is of the runs that say something', () => {
  expect(shareOf(past('F . s F K'), 'failed', 3)).toEqual({ seen: 1, of: 3 });
  expect(shareOf(past('F . s F K'), 'failed', 9)).toEqual({ seen: 2, of: 4 });
});

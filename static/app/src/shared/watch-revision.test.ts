import { pollDelay, pollMs, watchRevision } from './watch-revision';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function watching(
  answers: (string | null)[],
  hidden: () => boolean = () => false,
): { heard: (string | null)[]; stop: () => void } {
  const heard: (string | null)[] = [];
  const ask = (): Promise<string | null> => Promise.resolve(answers.shift() ?? null);
  const { stop } = watchRevision({ ask, onAnswer: (revision) => heard.push(revision), isHidden: hidden });
  return { heard, stop };
}

test('waits twice as long after each failure, 30 seconds at most', () => {
  expect([0, 1, 2, 3, 4, 9].map(pollDelay)).toStrictEqual([2500, 5000, 10_000, 20_000, 30_000, 30_000]);
});

test('asks every two and a half seconds, and less often while nothing answers', async () => {
  const { heard, stop } = watching(['a', null, 'b']);
  await jest.advanceTimersByTimeAsync(pollMs);
  expect(heard).toStrictEqual(['a']);
  await jest.advanceTimersByTimeAsync(pollMs);
  expect(heard).toStrictEqual(['a', null]);
  await jest.advanceTimersByTimeAsync(pollMs);
  expect(heard).toHaveLength(2);
  await jest.advanceTimersByTimeAsync(pollMs);
  expect(heard).toStrictEqual(['a', null, 'b']);
  stop();
});

test('asks nothing while the page is hidden or has been left', async () => {
  let hidden = true;
  const { heard, stop } = watching(['a', 'b'], () => hidden);
  await jest.advanceTimersByTimeAsync(10 * pollMs);
  expect(heard).toStrictEqual([]);
  hidden = false;
  await jest.advanceTimersByTimeAsync(pollMs);
  expect(heard).toStrictEqual(['a']);
  stop();
  await jest.advanceTimersByTimeAsync(10 * pollMs);
  expect(heard).toStrictEqual(['a']);
});

import type { Answer } from '../../../../src/contracts/screen';
import { makeReadAhead, restMs, type Likely } from './read-ahead';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A back end that answers when it is told to, and what was kept of its answers. */
function desk() {
  const asked: string[] = [];
  const kept = new Map<string, string>();
  let answer: (given: Answer<string>) => void = () => undefined;
  const ahead = makeReadAhead<string>({
    isKept: (choice) => kept.has(choice),
    keep: (choice, view) => void kept.set(choice, view),
    idle: () => Promise.resolve(),
  });
  const likely = (choice: string): Likely<string> => ({
    choice,
    read: () => {
      asked.push(choice);
      return new Promise((resolve) => (answer = resolve));
    },
  });
  return {
    ...{ ahead, asked, kept },
    expect: (...choices: string[]) => ahead.expect(choices.map(likely)),
    wait: (ms: number = restMs) => jest.advanceTimersByTimeAsync(ms),
    say: async (given: Answer<string>) => {
      answer(given);
      await jest.advanceTimersByTimeAsync(0);
    },
  };
}
const ok = (view: string): Answer<string> => ({ kind: 'ok', view });
const failed: Answer<string> = { kind: 'failed', title: '', message: '' };

test('what may be chosen is asked for one after the other, the likeliest first, and kept', async () => {
  const { expect: expectThese, asked, kept, wait, say } = desk();
  expectThese('b', 'c');
  await wait();
  expect(asked).toEqual(['b']);
  await say(ok('B'));
  expect(asked).toEqual(['b', 'c']);
  await say(ok('C'));
  expect([...kept]).toEqual([
    ['b', 'B'],
    ['c', 'C'],
  ]);
});

test('a pointer that merely passes asks nothing', async () => {
  const { expect: expectThese, asked, wait } = desk();
  expectThese('b', 'c');
  await wait(restMs - 1);
  expectThese();
  await wait(10 * restMs);
  expect(asked).toEqual([]);
});

test('who leaves, or turns to another one, is not asked for what they were about to choose', async () => {
  const { expect: expectThese, asked, kept, wait, say } = desk();
  expectThese('b', 'c', 'd');
  await wait();
  expectThese('d');
  await wait();
  await say(ok('B'));
  expect(asked).toEqual(['b', 'd']);
  expectThese();
  await say(ok('D'));
  expectThese('b', 'd');
  await wait();
  expect([asked, [...kept.keys()]]).toEqual([
    ['b', 'd'],
    ['b', 'd'],
  ]);
});

test('what the screen asks for itself comes first', async () => {
  const { ahead, expect: expectThese, asked, wait } = desk();
  let end: (value: null) => void = () => undefined;
  ahead.after(new Promise((resolve) => (end = resolve)));
  expectThese('b');
  await wait(10 * restMs);
  expect(asked).toEqual([]);
  end(null);
  await wait(0);
  expect(asked).toEqual(['b']);
});

test('an answer under way can be waited for, and where none comes no more is asked', async () => {
  const { ahead, expect: expectThese, asked, kept, wait, say } = desk();
  expectThese('b', 'c');
  await wait();
  const underWay = ahead.underWay('b');
  expect(ahead.underWay('c')).toBeUndefined();
  await say(failed);
  expect(await underWay).toEqual(failed);
  await wait(10 * restMs);
  expect([asked, kept.size, ahead.underWay('b')]).toEqual([['b'], 0, undefined]);
});

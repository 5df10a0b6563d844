import { frozenWords } from './frozen-words';

const time = { since: 'then', until: null, how: 'by hand', byRelease: false };

test.each([
  [time, 'Frozen since [then], by hand.'],
  [{ ...time, until: 'now' }, 'Was frozen from [then], by hand, until [now], when the freeze was lifted.'],
  [{ ...time, until: 'now', byRelease: true }, 'Was frozen from [then], by hand, until [now], when it went out.'],
])('%j is told in words', (of, words) => {
  expect(frozenWords(of, (at) => `[${at}]`)).toBe(words);
});

import { progressWords } from './reading-words';

test.each([
  [0, null, 'Nothing has been read yet'],
  [300, null, '300 issues read so far'],
  [1240, 4812, '1,240 of 4,812 issues read, 3,572 left'],
  [12, 10, '12 of 10 issues read, 0 left'],
])('%s of %s reads as "%s"', (done, total, words) => {
  expect(progressWords({ done, total })).toBe(words);
});

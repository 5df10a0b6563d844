import { day, minute } from '../../kernel/instant';
import { chanceWords, lengthWords, measureWords, medianWords } from './words';

const measured = (median: number | null, lower: number | null, upper: number | null, ended = 41, censored = 7) => ({
  ...{ median, lower, upper, ended, censored },
});

test.each([
  [0, '0 minutes'],
  [minute, '1 minute'],
  [119 * minute, '119 minutes'],
  [150 * minute, '2.5 hours'],
  [47 * 60 * minute, '47 hours'],
  [3.2 * day, '3.2 days'],
  [1234 * day, '1,234 days'],
])('%d milliseconds are %s', (length, words) => {
  expect(lengthWords(length)).toBe(words);
});

test('a median stands with its range in one unit', () => {
  expect(medianWords(measured(3.2 * day, 2.1 * day, 5 * day))).toBe('3.2 days (2.1 to 5)');
  expect(medianWords(measured(5 * day, day / 2, null))).toBe('5 days (0.5 or more)');
  expect(medianWords(measured(null, day, null))).toBeNull();
});

test('a measure says how many it rests on', () => {
  const said = (...parts: Parameters<typeof measured>) => measureWords(measured(...parts), 'repaired', 'still open');
  expect(said(3.2 * day, 2.1 * day, 5 * day)).toBe('half are repaired within 3.2 days (2.1 to 5): 41 repaired, 7 still open');
  expect(said(null, null, null, 6, 9)).toBe('fewer than half are repaired so far: 6 repaired, 9 still open');
  expect(said(day, day, day, 2, 0)).toMatch(/2 repaired; with so few, read it with care$/);
  expect(said(null, null, null, 0, 0)).toBe('nothing to measure');
});

test.each([
  [0.03, 'in 3 of 100 cases'],
  [0.994, 'in 99 of 100 cases'],
  [1, 'in 99 of 100 cases'],
  [0.004, 'in fewer than 1 of 100 cases'],
  [0.0001, 'in fewer than 1 of 1,000 cases'],
])('a chance of %d is %s', (p, words) => {
  expect(chanceWords(p)).toBe(words);
});

import { figureWords } from './condition-words';

test.each([
  [2, 0, 'defects', false, '2, none allowed'],
  [2, 1, 'defects', false, '2, at most 1 allowed'],
  [null, 1, 'defects', false, 'not known, at most 1 allowed'],
  [1, 24, 'hours', true, '1 hour, at least 24 hours needed'],
  [12.5, 10, 'percent', false, '12.5 %, at most 10 % allowed'],
  [3, 4, 'items', true, '3, at least 4 needed'],
] as const)('%p against %d %s', (value, limit, unit, atLeast, words) => {
  const { figure, allowed } = figureWords({ value, limit, unit, atLeast });
  expect(`${figure}, ${allowed}`).toBe(words);
});

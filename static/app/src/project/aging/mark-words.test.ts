import type { AgingView } from '../../../../../src/contracts/aging';
import { markWords } from './mark-words';

const dots: AgingView['dots'] = {
  ids: ['1', '2', '3', '4'],
  keys: ['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4'],
  severity: ['S2', 'S2', 'S3', 'none'],
  column: [0, 0, 0, 0],
  days: [36.2, 34.9, 30.1, 30],
  statusDays: [12.5, 0.2, 3, 1],
  rank: [92, 90, null, null],
};

test.each([
  [[0], 'SHOP-1, S2: 36 days old, older than 92 of 100 closed S2 defects; in this status for 12 days'],
  [
    [3],
    'SHOP-4, no severity: 30 days old, too few closed defects without a severity to say whether that is long; in this status for 1 day',
  ],
  [[2, 3], '2 defects (1 S3, 1 without severity), 30 days old: SHOP-3, SHOP-4'],
  [[0, 1, 2, 3], '4 defects (2 S2, 1 S3, 1 without severity), 30 to 36 days old: SHOP-1, SHOP-2, SHOP-3 and 1 more'],
  [[], ''],
])('the dot of %j says "%s"', (items, words) => {
  expect(markWords(dots, items)).toBe(words);
});

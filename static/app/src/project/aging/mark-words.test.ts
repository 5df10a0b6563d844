import type { AgingView } from '../../../../../src/contracts/aging';
import { markWords } from './mark-words';

const dots: AgingView['dots'] = {
  ids: ['1', '2', '3', '4'],
  keys: ['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4'],
  severity: ['S2', 'S2', 'S3', 'none'],
  column: [0, 0, 0, 0],
  days: [36.2, 34.9, 30.1, 30],
  statusDays: [12.5, 0.2, 3, 1],
  since: [20_000, 20_001, 20_006, 20_006],
  rank: [92, 90, null, null],
};

test.each([
  [[0], 'SHOP-1, S2: 36 days old, since 2024-10-04, older than 92 of 100 closed S2 defects; in this status for 12 days'],
  [
    [3],
    'SHOP-4, no severity: 30 days old, since 2024-10-10, too few closed defects without a severity to say whether that is long; in this status for 1 day',
  ],
  [[2, 3], '2 defects (1 S3, 1 without severity), 30 days old: SHOP-3, SHOP-4'],
  [[0, 1, 2, 3], '4 defects (2 S2, 1 S3, 1 without severity), 30 to 36 days old: SHOP-1, SHOP-2, SHOP-3 and 1 more'],
  [[], ''],
])('the dot of %j says "%s"', (items, words) => {
  expect(markWords(dots, items, null, (day) => day)).toBe(words);
});

test.each([
  [{ p50: 36.2, p85: 40, p95: 50, restsOn: 9 }, 'no older than half were when they left it'],
  [{ p50: 36, p85: 40, p95: 50, restsOn: 9 }, 'older than half were when they left it'],
  [{ p50: 10, p85: 36, p95: 50, restsOn: 9 }, 'older than 85 of 100 were when they left it'],
  [{ p50: 10, p85: 20, p95: 30, restsOn: 9 }, 'older than 95 of 100 were when they left it'],
  [{ p50: null, p85: null, p95: null, restsOn: 4 }, 'in this status for 12 days'],
])('against the pace %j of its status it is %s', (pace, words) => {
  expect(markWords(dots, [0], pace, (day) => day)).toMatch(new RegExp(`${words}$`));
});

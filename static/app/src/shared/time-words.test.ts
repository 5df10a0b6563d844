import { ageWords, daysLeftWords, dueWords, durationWords, leftWords, relativeWords } from './time-words';

const now = Date.parse('2026-11-02T09:05:00.000Z');

test.each([
  ['2026-11-02T09:02:00.000Z', '3 minutes ago'],
  ['2026-11-02T09:04:30.000Z', 'just now'],
  ['2026-11-02T09:06:00.000Z', 'in 1 minute'],
  ['2026-11-02T08:04:00.000Z', '1 hour ago'],
  ['2026-10-30T09:05:00.000Z', '3 days ago'],
  ['2026-11-04T09:05:00.000Z', 'in 2 days'],
])('%s is %s', (at, words) => {
  expect(relativeWords(at, now)).toBe(words);
});

test.each([
  [0, 'today'],
  [1, 'tomorrow'],
  [5, 'in 5 days'],
  [-1, '1 day late'],
  [-3, '3 days late'],
])('%i days left is %s', (days, words) => {
  expect(daysLeftWords(days)).toBe(words);
});

test('a unit changes exactly at its length', () => {
  expect([59_999, 60_000, 3_599_999, 3_600_000, 86_399_999, 86_400_000].map(durationWords)).toStrictEqual([
    'less than a minute',
    '1 minute',
    '59 minutes',
    '1 hour',
    '23 hours',
    '1 day',
  ]);
});

test('what is left is told to the minute within a day', () => {
  const minute = 60_000;
  expect([59 * minute, 60 * minute, 119 * minute, 121 * minute, 1_499 * minute].map(leftWords)).toStrictEqual([
    '59 minutes',
    '1 hour',
    '1 hour 59 minutes',
    '2 hours 1 minute',
    '1 day',
  ]);
});

test('ages count whole days', () => {
  expect([0, 0.9, 1, 12.7].map(ageWords)).toStrictEqual(['new today', 'new today', '1 day', '12 days']);
});

test('a resolution target is due, then overdue', () => {
  expect(dueWords('2026-11-02T12:05:00.000Z', now)).toBe('due in 3 hours');
  expect(dueWords('2026-10-31T09:05:00.000Z', now)).toBe('2 days overdue');
});

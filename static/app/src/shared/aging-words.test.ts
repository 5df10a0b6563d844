import { daysWords, rankWords, referenceWords } from './aging-words';

test.each([
  [81, 'S2', 'older than 81 of 100 closed S2 defects'],
  [100, 'S1', 'older than all closed S1 defects'],
  [0, 'S3', 'not yet older than any of the closed S3 defects'],
  [50, 'none', 'older than 50 of 100 closed defects without a severity'],
  [null, 'S4', 'too few closed S4 defects to say whether that is long'],
] as const)('the rank %s of %s is told as "%s"', (rank, severity, words) => {
  expect(rankWords(rank, severity)).toBe(words);
});

test.each([
  [0.4, 'less than a day'],
  [1.9, '1 day'],
  [34.2, '34 days'],
  [1200, '1,200 days'],
])('%s days are %s', (days, words) => {
  expect(daysWords(days)).toBe(words);
});

test('what closed ones took is rounded up to whole days, and too few of them are said to be', () => {
  expect(referenceWords({ p50: 11.2, p85: 41, p95: 60.1, restsOn: 57 })).toBe(
    'half of 57 closed took up to 12 days, 85 of 100 up to 41, 95 of 100 up to 61',
  );
  expect(referenceWords({ p50: null, p85: null, p95: null, restsOn: 3 })).toBe('too few closed (3) to say');
});

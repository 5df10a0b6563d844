import type { EscapeRelease, RecurrencePeriod } from '../../../../../src/contracts/escapes';
import { cellWords, decimal, efficiencyWords, periodWords, rateWords } from './escape-words';

const release: EscapeRelease = {
  ...{ id: '1', name: '4.1.0', releaseDate: '2026-05-07', young: false, day: 90, found: 152, escaped: 14 },
  ...{ rate: { value: 14 / 152, lower: 0.0557, upper: 0.1487 }, efficiency: { value: 130 / 152, lower: 0.7904, upper: 0.902 } },
  ...{ counts: { before: 130, users: 12, untold: 2, earlier: 8, late: 0 }, past: null, projected: null },
};
const young: EscapeRelease = {
  ...{ ...release, young: true, day: 12 },
  projected: { escapes: { value: 20, lower: 14, upper: 30 }, rate: { value: 0.12, lower: 0.09, upper: 0.18 } },
};

test.each([
  [rateWords(release, null), '4.1.0: 14 of 152 escaped (9 %, 6 to 15 %)'],
  [rateWords(release, 'Staging'), '4.1.0: 14 of 152 went past Staging (9 %, 6 to 15 %)'],
  [rateWords(young, null), '4.1.0: 14 of 152 escaped (9 %, 6 to 15 %), still young on day 12; it comes to 12 %, 9 to 18 %'],
  [rateWords({ ...release, rate: null }, null), '4.1.0: nothing found'],
  [efficiencyWords(release), '4.1.0: 130 of 152 found before the release (86 %, 79 to 90 %)'],
  [efficiencyWords({ ...young, efficiency: null }), '4.1.0: nothing found'],
])('a release in words: %s', (words, expected) => {
  expect(words).toBe(expected);
});

const period: RecurrencePeriod = {
  ...{
    start: '2026-07-01T00:00:00.000Z',
    name: 'Q3 2026',
    partial: false,
    deployments: 5,
    recurrences: 4,
    seen: 1,
    signal: null,
  },
  rate: { value: 0.8, lower: 0, upper: 2.42 },
};

test.each([
  [period, 'Q3 2026: 4 recurrences (1 seen again while closed) on 5 deployments, 0.8 each (limits 0 to 2.4)'],
  [
    { ...period, seen: 0, deployments: 0, rate: null, recurrences: 1, partial: true },
    'Q3 2026 (a part of it): 1 recurrence, no deployment',
  ],
  [
    { ...period, seen: 0, signal: 'beyond' as const, deployments: 1 },
    'Q3 2026: 4 recurrences on 1 deployment, 0.8 each (limits 0 to 2.4); beyond the limits',
  ],
])('a period in words', (one, expected) => {
  expect(periodWords(one)).toBe(expected);
});

test('a cell in words', () => {
  const matrix = {
    ...{
      totals: [],
      total: 0,
      said: 0,
      columns: [
        { id: 'production', name: 'Production' },
        { id: ':untold', name: 'Not told' },
      ],
    },
    rows: [
      { id: '1', name: '4.1.0', counts: [], total: 0 },
      { id: 'unknown', name: 'Unknown', counts: [], total: 0 },
    ],
  };
  expect(cellWords(matrix, 0, 0, 1)).toBe('4.1.0, found in Production: 1 defect');
  expect(cellWords(matrix, 1, 1, 1200)).toBe('Release unknown, nobody said where: 1,200 defects');
  expect(cellWords(matrix, 2, 2, 0)).toBe('All releases, found anywhere: 0 defects');
});

test.each([
  [decimal(0), '0'],
  [decimal(0.034), '0.03'],
  [decimal(2.345), '2.3'],
  [decimal(1234.5), '1,235'],
])('figures are short: %s', (words, expected) => {
  expect(words).toBe(expected);
});

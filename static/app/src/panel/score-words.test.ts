import { barWords, changeWords, signed } from './score-words';

const now = Date.parse('2026-11-23T09:00:00.000Z');
const change = (at: string, by: number) => ({ at, by, because: 'reproduced in Production' });

test.each([
  ['2026-11-23T08:30:00.000Z', 8, '+8 today, 30 minutes ago: reproduced in Production'],
  ['2026-11-22T23:59:00.000Z', 8, '+8 since yesterday: reproduced in Production'],
  ['2026-11-19T09:00:00.000Z', -3, '−3 since 4 days ago: reproduced in Production'],
])('a change at %s of %d points in words', (at, by, words) => {
  expect(changeWords(change(at, by), now)).toBe(words);
});

test('a sign is always there', () => {
  expect([signed(1), signed(-12)]).toEqual(['+1', '−12']);
});

test('the bar in words names what adds to it, and says so where nothing does', () => {
  const term = { weight: 30, missing: false, source: '' };
  const terms = [
    { ...term, term: 'severity' as const, points: 30 },
    { ...term, term: 'age' as const, points: 0 },
  ];
  expect(barWords({ score: 30, open: true, terms, changes: [] })).toBe('Score 30 of 100: Severity 30');
  expect(barWords({ score: 0, open: true, terms: terms.slice(1), changes: [] })).toBe('Score 0 of 100: nothing adds to it');
});

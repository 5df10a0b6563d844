import { scoreTermNames } from '../../contracts/score';
import { defaultScoringPolicy, newestFormula, termNames } from '../../scoring';
import { scoreView } from './view-model';

const now = '2026-11-23T09:00:00.000Z';
const inputs = {
  ...{ seen: [], usersAffected: 1200, usersFrom: null, workaround: null, severity: 'S1' as const, places: [] },
  ...{ createdAt: '2026-11-20T09:00:00.000Z', targetDays: 2 },
};
const stored = {
  ...newestFormula.score(inputs, defaultScoringPolicy, now),
  ...{ defectId: '7', inputs, early: null, at: now, written: null },
  changes: Array.from({ length: 6 }, (_, n) => ({ at: now, from: n, to: n + 8, because: 'it was seen again' })),
};
const facts = { stored, open: true, policy: defaultScoringPolicy, now };

test('the screens show the terms in the order of the formulas', () => {
  expect(scoreTermNames).toEqual(termNames);
});

test('a defect without a score says so', () => {
  expect(scoreView({ ...facts, stored: undefined })).toEqual({ now, score: null });
});

test('terms add up, and say where they came from or what is missing', () => {
  const { score } = scoreView(facts);
  expect(score?.terms.reduce((sum, { points }) => sum + points, 0)).toBe(score?.score);
  const users = score?.terms.find(({ term }) => term === 'users');
  expect(users).toMatchObject({ missing: false, source: 'Field Users affected: 1,200, of 10,000.' });
  expect(score?.terms.filter(({ missing }) => missing).map(({ term }) => term)).toEqual(['recurrence', 'exposure', 'workaround']);
});

test('the last changes are shown as what they added', () => {
  expect(scoreView(facts).score?.changes).toHaveLength(4);
  expect(scoreView(facts).score?.changes[0]).toEqual({ at: now, by: 8, because: 'it was seen again' });
});

test('a defect that is done is told as it was when it was scored last', () => {
  const later = { ...facts, open: false, now: '2027-11-23T09:00:00.000Z' };
  expect(scoreView(later).score?.terms.at(-1)?.source).toContain('3 days ago');
});

test('a score of a formula that is not known here is explained by the newest one', () => {
  expect(scoreView({ ...facts, stored: { ...stored, formula: '2099-01-01' } }).score?.score).toBe(stored.score);
});

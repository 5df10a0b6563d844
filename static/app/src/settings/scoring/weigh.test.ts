import fc from 'fast-check';
import { scoreTermNames, type ScorePreviewView } from '../../../../../src/contracts/score';
import { movesBetween, movesWords, outcomes, rounded, shownPlaces, weigh, worthOf, worthWords } from './weigh';

const weights = { severity: 50, recurrence: 50, users: 0, exposure: 0, workaround: 0, age: 0 };
const severityOnly = { ...weights, severity: 100, recurrence: 0 };
const columns = (severity: number[], recurrence: number[]) => [
  severity,
  recurrence,
  ...scoreTermNames.slice(2).map(() => severity.map(() => 5000)),
];

test('a score is the weighted sum of its values', () => {
  expect([...weigh(columns([10_000, 0], [5000, 10_000]), weights)]).toEqual([75, 50]);
});

test('places before and after, and the score after', () => {
  const values = columns([10_000, 0, 6000], [0, 10_000, 6000]);
  const moves = movesBetween(['a', 'b', 'c'], { values, weights }, { values, weights: severityOnly });
  expect(moves.first).toEqual([
    { id: 'a', from: 2, to: 1, score: 100 },
    { id: 'c', from: 1, to: 2, score: 60 },
    { id: 'b', from: 3, to: 3, score: 0 },
  ]);
  expect(movesWords(moves)).toBe('2 of the first 3 change places.');
});

test('who falls out of the first places is told with the place after', () => {
  const n = shownPlaces + 5;
  const ids = Array.from({ length: n }, (_, at) => String(at));
  const values = columns(
    ids.map((_, at) => at * 10),
    ids.map((_, at) => (n - at) * 100),
  );
  const { first, gone } = movesBetween(ids, { values, weights }, { values, weights: severityOnly });
  expect([first[0]?.id, first[0]?.from, gone.length]).toEqual(['24', 25, 5]);
  expect(gone.every(({ from, to }) => from <= shownPlaces && to > shownPlaces)).toBe(true);
});

test('the same weights move nobody, whatever the values', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { maxLength: 60 }), (list) => {
      const values = columns(list, [...list].reverse());
      const ids = list.map((_, at) => String(at));
      const { first, gone } = movesBetween(ids, { values, weights }, { values, weights });
      return gone.length === 0 && first.every(({ from, to }) => from === to);
    }),
  );
});

test('what a score was worth is not said of fewer than twenty defects, and not where all are alike', () => {
  const past = (n: number): ScorePreviewView['past'] => {
    const list = Array.from({ length: n }, (_, at) => at * 100);
    return {
      values: columns(list, list),
      escaped: list.map((at) => (at > 1000 ? 1 : 0)),
      reopened: list.map(() => 0),
      hours: list,
    };
  };
  const few = worthOf(past(19), weights);
  expect(few.map((value, n) => worthWords(outcomes[n] ?? 'escaped', value, 19))).toEqual(
    Array(3).fill('too few to say: 19 of at least 20 done defects'),
  );
  const enough = worthOf(past(40), weights);
  expect(enough.map((value, n) => worthWords(outcomes[n] ?? 'escaped', value, 40))).toEqual([
    'a strong relation',
    'nothing to compare: all of them are alike',
    'a strong relation',
  ]);
  expect(enough[2]).toBeCloseTo(1);
});

test.each([
  [0.05, 'no relation'],
  [0.2, 'a weak relation'],
  [-0.4, 'a moderate relation, the wrong way round'],
  [0.5, 'a strong relation'],
])('%d in words', (value, words) => {
  expect(worthWords('escaped', value, 100)).toBe(words);
});

test('what scored high and was fixed sooner is no fault', () => {
  expect(worthWords('hours', -0.4, 100)).toBe('a moderate relation: what scored high was fixed sooner');
});

test('a correlation has two digits and a real minus', () => {
  expect([rounded(0.314), rounded(-0.2)]).toEqual(['0.31', '−0.20']);
});

import fc from 'fast-check';
import { pointsOf, reweighted, weightedScore } from './weighted-score';

test('points go to the largest remainders, the earlier part first', () => {
  const parts = [0.333, 0.333, 0.334].map((value) => ({ value, weight: 33 })).concat({ value: 1, weight: 1 });
  expect([weightedScore(parts), ...pointsOf(parts)]).toEqual([34, 11, 11, 11, 1]);
  expect(
    pointsOf([
      { value: 0.05, weight: 50 },
      { value: 0.05, weight: 50 },
    ]),
  ).toEqual([3, 2]);
});

const names = ['a', 'b', 'c', 'd'] as const;
const start = { a: 40, b: 30, c: 20, d: 10 };

test('the others make room in proportion', () => {
  expect(reweighted(start, names, { name: 'a', to: 70, locked: new Set() })).toEqual({ a: 70, b: 15, c: 10, d: 5 });
  expect(reweighted(start, names, { name: 'a', to: 100, locked: new Set() })).toEqual({ a: 100, b: 0, c: 0, d: 0 });
});

test('what is locked stays, and takes the room that it has', () => {
  expect(reweighted(start, names, { name: 'a', to: 90, locked: new Set(['b']) })).toEqual({ a: 70, b: 30, c: 0, d: 0 });
  expect(reweighted(start, names, { name: 'a', to: 90, locked: new Set(['b', 'c', 'd']) })).toEqual(start);
});

test('whatever is moved to wherever, all are whole and sum to 100', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...names), fc.double({ min: -50, max: 200, noNaN: true }), fc.subarray([...names]))),
      (moves) => {
        let weights: Readonly<Record<(typeof names)[number], number>> = start;
        for (const [name, to, locked] of moves) weights = reweighted(weights, names, { name, to, locked: new Set(locked) });
        const all = Object.values(weights);
        return all.every((one) => Number.isInteger(one) && one >= 0) && all.reduce((sum, one) => sum + one, 0) === 100;
      },
    ),
  );
});

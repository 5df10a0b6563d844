import fc from 'fast-check';
import { movesBack } from './moves-back';

const band = (id: string, counts: number[], kind: 'new' | 'indeterminate' | 'done' | 'severity' = 'indeterminate') => ({
  ...{ id, name: id, kind, counts },
});

test('an edge falls where more moved back over it than forth, and is hatched until as many have come forth again', () => {
  const bands = [
    band('open', [4, 3, 5, 4, 3, 2], 'new'),
    band('doing', [2, 3, 1, 2, 3, 3]),
    band('done', [0, 0, 0, 0, 0, 1], 'done'),
  ];
  const { isFallen, stretches } = movesBack({ bands });
  expect([1, 2, 3].map((place) => isFallen('doing', place))).toEqual([false, true, false]);
  expect(stretches('doing')).toEqual([{ first: 1, last: 4 }]);
  expect([stretches('open'), stretches('done')]).toEqual([[], []]);
});

test('what has not come forth again is hatched up to the last day', () => {
  const { stretches } = movesBack({ bands: [band('open', [1, 2, 2], 'new'), band('done', [3, 2, 2], 'done')] });
  expect(stretches('done')).toEqual([{ first: 0, last: 2 }]);
});

test('two falls are two stretches, one right after the other too', () => {
  const { stretches } = movesBack({ bands: [band('done', [3, 2, 3, 2, 4, 3, 5], 'done')] });
  expect(stretches('done')).toEqual([
    { first: 0, last: 2 },
    { first: 2, last: 4 },
    { first: 4, last: 6 },
  ]);
});

test('bands by severity have no order in which anything could move back', () => {
  const { isFallen, stretches } = movesBack({ bands: [band('S1', [3, 1], 'severity')] });
  expect([isFallen('S1', 1), stretches('S1'), movesBack({ bands: [] }).stretches('S1')]).toEqual([false, [], []]);
});

test('every fall lies in a stretch, and outside of them no count is lower than one before it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { minLength: 2, maxLength: 30 }), (counts) => {
      const { isFallen, stretches } = movesBack({ bands: [band('done', counts, 'done')] });
      const within = stretches('done');
      counts.forEach((count, place) => {
        const inside = within.some(({ first, last }) => place > first && (place < last || count < (counts[first] ?? 0)));
        if (place > 0 && isFallen('done', place)) expect(inside).toBe(true);
        expect(inside).toBe(count < Math.max(0, ...counts.slice(0, place)));
      });
    }),
  );
});

import fc from 'fast-check';
import { chanceOfEnd, lasting, medianRemaining } from './lasting';

const curve = (times: number[], over: number[]) => lasting(Float64Array.from(times), Uint8Array.from(over));

test('what still lasts counts among those that got so far, and is not dropped', () => {
  // Ended after 1, 3 and 4; one has lasted for 2: after it, two are left of three.
  const known = curve([1, 2, 3, 4], [1, 0, 1, 1]);
  expect([chanceOfEnd(known, 0, 0.5), chanceOfEnd(known, 0, 1), chanceOfEnd(known, 0, 3)]).toEqual([0, 0.25, 0.625]);
  expect([known.ended, known.censored, known.pace]).toEqual([3, 1, 0.3]);
});

test('what has lasted is only held against what lasted as long', () => {
  const known = curve([1, 2, 10, 20], [1, 1, 1, 1]);
  expect(chanceOfEnd(known, 5, 5)).toBe(0.5);
  expect(chanceOfEnd(known, 5, 15)).toBe(1);
});

test('after the last ending it goes on at the average pace', () => {
  const known = curve([2, 8], [1, 0]);
  expect(chanceOfEnd(known, 2, 10)).toBeCloseTo(1 - Math.exp(-1), 10);
  const all = curve([2, 8], [1, 1]);
  expect(chanceOfEnd(all, 9, 5)).toBeCloseTo(1 - Math.exp(-1), 10);
});

test.each([
  ['nothing is known', [], []],
  ['nothing has ended', [3, 4], [0, 0]],
  ['all took no time', [0, 0], [0, 0]],
])('where %s it never ends', (_, times, over) => {
  expect(chanceOfEnd(curve(times, over), 1, 100)).toBe(0);
});

test('the chance lies between 0 and 1 and grows with the time', () => {
  const known = fc.array(fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 0, max: 1 })), {
    minLength: 1,
  });
  const time = fc.double({ min: 0, max: 300, noNaN: true });
  fc.assert(
    fc.property(known, time, time, time, (all, age, within, more) => {
      const one = curve(
        all.map(([length]) => length),
        all.map(([, over]) => over),
      );
      const [sooner, later] = [chanceOfEnd(one, age, within), chanceOfEnd(one, age, within + more)];
      return sooner >= 0 && sooner <= later + 1e-12 && later <= 1;
    }),
  );
});

test('half of what has lasted so long is over after the median remaining time', () => {
  const known = curve([1, 2, 10, 20], [1, 1, 1, 1]);
  // Of the two that lasted longer than 5, one is over at 10.
  expect(medianRemaining(known, 5)).toBe(5);
  expect(medianRemaining(known, 0)).toBe(2);
  // Nothing that ended is older: the average pace is 4 of 33.
  expect(medianRemaining(known, 30)).toBeCloseTo((Math.LN2 * 33) / 4, 10);
  expect(medianRemaining(curve([3, 4], [0, 0]), 1)).toBeNull();
  expect(medianRemaining(curve([], []), 1)).toBeNull();
});

test('the chance of an end within the median remaining time is a half, where the curve is smooth', () => {
  const known = curve([2, 8], [1, 0]);
  for (const age of [3, 9, 40]) expect(chanceOfEnd(known, age, medianRemaining(known, age) ?? 0)).toBeCloseTo(0.5, 10);
});

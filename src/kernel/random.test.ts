import { fillBits, randomFrom } from './random';

const seed = '0000000100000002000000030000000400000005';
const drawn = (count: number, from = seed, state = randomFrom(from)) => {
  const column = new Int32Array(count);
  fillBits(state, column);
  return [...column];
};

test('the same seed gives the same numbers, another one others', () => {
  expect(drawn(20)).toEqual(drawn(20));
  expect(drawn(20, `f${seed.slice(1)}`)).not.toEqual(drawn(20));
});

test('it goes on where it stopped', () => {
  const state = randomFrom(seed);
  expect([...drawn(7, seed, state), ...drawn(5, seed, state)]).toEqual(drawn(12));
});

test('its numbers are those of the published generator', () => {
  // The first results of xoshiro128** from the state 1, 2, 3, 4.
  expect(drawn(4)).toEqual([11_520, 0, 5_927_040, 70_819_200]);
});

test('they lie evenly', () => {
  const counts = new Uint32Array(16);
  for (const bits of drawn(160_000, '0'.repeat(32))) counts[bits >>> 28] = (counts[bits >>> 28] ?? 0) + 1;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});

test.each(['', 'abc', 'g'.repeat(32)])('%j is no seed', (text) => {
  expect(() => randomFrom(text)).toThrow(RangeError);
});

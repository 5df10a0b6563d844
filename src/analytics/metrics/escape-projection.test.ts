import fc from 'fast-check';
import { knownAfter, projectEscapes } from './escape-projection';

const delays = (...some: readonly (readonly number[])[]) => some.map((one) => Float64Array.from(one));
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test.each([
  ['the share that had come by then', delays(ten, ten, ten), 4, 0.4],
  ['all, once the last had come', delays(ten, ten, ten), 90, 1],
  ['what came on the day itself from the start', delays(ten, ten, [-0.5, 0, 80, 81]), 0, 2 / 24],
  ['nothing, of two releases', delays(ten, [...ten, ...ten]), 4, null],
  ['nothing, of few escapes', delays([1], [2], ten), 4, null],
  ['nothing, while hardly any can be known', delays(ten, ten, ten), 0.5, null],
])('known after some days is %s', (_what, some, days, expected) => {
  expect(knownAfter(some, days)).toBe(expected);
});

test('the worked example of docs/metrics.md', () => {
  const { escapes, rate } = projectEscapes(6, 94, 0.6);
  const rounded = (value: number | undefined) => Math.round((value ?? NaN) * 1000) / 1000;
  expect([escapes.value, escapes.lower, escapes.upper].map(rounded)).toEqual([10, 6, 21.766]);
  expect([rate?.value, rate?.lower, rate?.upper].map(rounded)).toEqual([0.096, 0.06, 0.188]);
});

test('of a release without a defect no rate is projected', () => {
  expect(projectEscapes(0, 0, 0.5).rate).toBeNull();
});

test('a projection is never below what has escaped, and the more is known, the nearer it is', () => {
  const count = fc.integer({ min: 0, max: 80 });
  fc.assert(
    fc.property(count, count, fc.double({ min: 0.05, max: 1, noNaN: true }), (escaped, others, share) => {
      const { escapes, rate } = projectEscapes(escaped, others, share);
      expect(escapes.lower).toBeGreaterThanOrEqual(escaped);
      expect(escapes.value).toBeGreaterThanOrEqual(escapes.lower - 1e-9);
      expect(escapes.upper).toBeGreaterThan(escapes.value);
      expect(projectEscapes(escaped, others, 1).escapes.value).toBe(escaped);
      if (rate !== null) expect(rate.upper).toBeLessThanOrEqual(1);
    }),
  );
});

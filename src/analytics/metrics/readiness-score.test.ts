import fc from 'fast-check';
import { readinessScore, readinessTerms, readinessWeights } from './readiness-score';
import type { ReadinessFacts } from './readiness-score';

const share = fc.option(
  fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 })).map(([a, b]) => ({ good: Math.min(a, b), all: Math.max(a, b) })),
);
const facts: fc.Arbitrary<ReadinessFacts> = fc.record({
  ...{ gates: share, targets: share, aging: share, validated: share },
  forecast: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((chance) => ({ good: chance, all: 1 }))),
});
const all = { good: 1, all: 1 };
const complete: ReadinessFacts = { gates: all, targets: all, forecast: all, aging: all, validated: all };

test('the weights are 100 together', () => {
  expect(readinessTerms.reduce((sum, name) => sum + readinessWeights[name], 0)).toBe(100);
});

test('the parts are whole numbers, none above its weight, and add up to the score', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const { score, points } = readinessScore(known);
      const parts = readinessTerms.map((name) => points[name]);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(score);
      readinessTerms.forEach((name) => {
        expect(Number.isInteger(points[name])).toBe(true);
        expect(points[name]).toBeGreaterThanOrEqual(0);
        expect(points[name]).toBeLessThanOrEqual(readinessWeights[name]);
        const of = known[name];
        const exact = of === null ? 0 : readinessWeights[name] * (of.all === 0 ? 1 : of.good / of.all);
        expect(Math.abs(points[name] - exact)).toBeLessThan(1 + 1e-6);
      });
    }),
    { numRuns: 2000 },
  );
});

test('knowing less is never worth more, and getting worse neither', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...readinessTerms), (known, name) => {
      const before = readinessScore(known);
      const without = readinessScore({ ...known, [name]: null });
      expect(without.score).toBeLessThanOrEqual(before.score);
      expect(without.points[name]).toBe(0);
      const of = known[name];
      if (of === null || of.good < 1) return;
      expect(readinessScore({ ...known, [name]: { ...of, good: of.good - 1 } }).score).toBeLessThanOrEqual(before.score);
    }),
    { numRuns: 1000 },
  );
});

test('100 means that nothing is missing', () => {
  expect(readinessScore(complete)).toMatchObject({ score: 100, unknown: 0 });
  expect(readinessScore({ ...complete, targets: { good: 9999, all: 10_000 } }).score).toBe(99);
  expect(readinessScore({ ...complete, forecast: { good: 0.999, all: 1 } }).score).toBe(99);
});

test('without any evidence there are no points, and all of them are unknown', () => {
  const nothing = { gates: null, targets: null, forecast: null, aging: null, validated: null };
  expect(readinessScore(nothing)).toMatchObject({ score: 0, unknown: 100 });
});

test('where there is nothing to be late, nothing is lost', () => {
  expect(readinessScore({ ...complete, targets: { good: 0, all: 0 } }).score).toBe(100);
});

test('the example of docs/metrics.md', () => {
  expect(
    readinessScore({
      gates: { good: 7, all: 12 },
      targets: { good: 25, all: 40 },
      forecast: { good: 0.37, all: 1 },
      aging: { good: 31, all: 40 },
      validated: null,
    }),
  ).toEqual({ score: 50, points: { gates: 23, targets: 12, forecast: 7, aging: 8, validated: 0 }, unknown: 10 });
});

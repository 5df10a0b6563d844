import fc from 'fast-check';
import { day } from '../../kernel/instant';
import { escapeRate, passed, stageEscapes, whenFound } from './escape-rate';
import type { FoundDefects, ReleaseWindow } from './escape-rate';
import { removalBenchmarks, removalEfficiency } from './removal-efficiency';

const dayStart = Date.UTC(2026, 4, 7);
const window: ReleaseWindow = { dayStart, releasedAt: dayStart + day - 1, windowDays: 30, lastStage: 3 };
const [inTest, canary, users, untold] = [0, 2, 3, -1];
/** Days after the beginning of the day of the release. */
const at = (days: number) => dayStart + days * day;

test.each([
  ['before, whoever found it', at(-5), users, 'before'],
  ['before, in an earlier stage on the day of the release', at(0.4), canary, 'before'],
  ['before, without a word on where on the day of the release', at(0.9), untold, 'before'],
  ['by users, on the day of the release', at(0.7), users, 'users'],
  ['by users, from the first moment of that day', at(0), users, 'users'],
  ['by users, to the last moment of the window', window.releasedAt + 30 * day, users, 'users'],
  ['late, a moment after it', window.releasedAt + 30 * day + 1, users, 'late'],
  ['afterwards, nobody said where', at(3), untold, 'untold'],
  ['afterwards, in an earlier stage', at(3), inTest, 'earlier'],
  ['late, wherever it was', at(80), inTest, 'late'],
])('a defect was found %s', (_what, created, stage, expected) => {
  expect(whenFound(created, stage, window)).toBe(expected);
});

const found = (...defects: readonly (readonly [days: number, stage: number, times?: number])[]): FoundDefects => {
  const all = defects.flatMap(([days, stage, times = 1]) => Array.from({ length: times }, () => [at(days), stage] as const));
  return { created: Float64Array.from(all, ([created]) => created), stage: Int16Array.from(all, ([, stage]) => stage) };
};

test('the worked example of docs/metrics.md', () => {
  const rate = escapeRate(found([-20, inTest, 130], [4, users, 12], [9, untold, 2], [6, inTest, 8], [50, users, 5]), window);
  expect(rate.counts).toEqual({ before: 130, users: 12, untold: 2, earlier: 8, late: 5 });
  expect(rate).toMatchObject({ found: 152, escaped: 14 });
  const percent = (share: number | undefined) => Math.round((share ?? NaN) * 100);
  expect([rate.rate?.value, rate.rate?.lower, rate.rate?.upper].map(percent)).toEqual([9, 6, 15]);
  const efficiency = removalEfficiency(rate);
  expect([efficiency?.value, efficiency?.lower, efficiency?.upper].map(percent)).toEqual([86, 79, 90]);
  expect(removalBenchmarks).toEqual({ mean: 0.85, best: 0.95 });
});

test('a release of which nothing was found has neither a rate nor an efficiency', () => {
  const rate = escapeRate(found([60, users]), window);
  expect(rate).toMatchObject({ found: 0, escaped: 0, rate: null });
  expect(removalEfficiency(rate)).toBeNull();
});

const anyDefects = fc.array(fc.tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.integer({ min: -2, max: 3 })));

test('every defect is counted once, and a longer window only adds', () => {
  fc.assert(
    fc.property(anyDefects, (some) => {
      const short = escapeRate(found(...some), window);
      const long = escapeRate(found(...some), { ...window, windowDays: 90 });
      expect(Object.values(short.counts).reduce((sum, n) => sum + n, 0)).toBe(some.length);
      expect(long.found).toBeGreaterThanOrEqual(short.found);
      expect(long.escaped).toBeGreaterThanOrEqual(short.escaped);
      expect(long.counts.before).toBe(short.counts.before);
    }),
  );
});

describe('a stage', () => {
  test.each([
    ['sooner', at(-5), 0],
    ['caught', at(-5), 1],
    ['past', at(-5), 2],
    ['past', at(5), 3],
    ['untold', at(5), -2],
    ['late', at(99), 1],
  ] as const)('has a defect %s', (expected, created, stage) => expect(passed(created, stage, 1, window)).toBe(expected));

  test('counts every defect once and says which share went past it', () => {
    const escapes = stageEscapes(found([-9, 0, 50], [-8, 1, 30], [-3, 2, 4], [5, 3, 6], [5, -1, 3], [70, 3]), 1, window);
    expect(escapes.counts).toEqual({ sooner: 50, caught: 30, past: 10, untold: 3, late: 1 });
    expect(escapes.rate?.value).toBeCloseTo(0.25, 12);
  });
});

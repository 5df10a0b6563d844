import type { AgingSeverity, AgingView } from '../../../../../src/contracts/aging';
import { marksOf } from './marks';

/** @param told column, days, severity */
function dotsOf(...told: readonly (readonly [number, number, AgingSeverity])[]): AgingView['dots'] {
  return {
    ids: told.map((_, n) => String(n)),
    keys: told.map((_, n) => `SHOP-${n}`),
    severity: told.map(([, , severity]) => severity),
    column: told.map(([column]) => column),
    days: told.map(([, days]) => days),
    statusDays: told.map(() => 0),
    since: told.map(() => 0),
    rank: told.map(() => null),
  };
}
/** Ten pixels a day, 400 high. */
const yOf = (days: number): number => 400 - days * 10;
const at = (dots: AgingView['dots'], width = 100) => marksOf(dots, [100, 200], width, yOf);

test('each defect has a dot at its own height in its column', () => {
  expect(at(dotsOf([1, 30, 'S1'], [0, 20, 'S2'], [0, 2, 'S3']))).toMatchObject([
    { column: 0, y: 200, severity: 'S2', items: [1] },
    { column: 0, y: 380, severity: 'S3', items: [2] },
    { column: 1, y: 100, severity: 'S1', items: [0] },
  ]);
});

test('those that are about as old stand side by side within their column', () => {
  const marks = at(dotsOf([0, 20, 'S2'], [0, 20, 'S2'], [0, 19.5, 'S2'], [0, 19.4, 'S2']));
  expect(marks).toHaveLength(4);
  expect(new Set(marks.map(({ x }) => x)).size).toBe(4);
  expect(marks.every(({ x }) => Math.abs(x - 100) <= 50)).toBe(true);
});

test('where there is no room, one dot a severity has their number', () => {
  const marks = at(
    dotsOf([0, 20, 'S2'], [0, 20, 'S3'], [0, 20, 'S2'], [0, 19.9, 'S3'], [0, 19.8, 'S1'], [0, 19.7, 'S3'], [0, 2, 'S4']),
  );
  expect(marks.map(({ severity, items }) => [severity, items.length])).toEqual([
    ['S1', 1],
    ['S2', 2],
    ['S3', 3],
    ['S4', 1],
  ]);
});

test('a column narrower than the severities takes the least bad ones together', () => {
  const marks = at(dotsOf([0, 20, 'S1'], [0, 20, 'S2'], [0, 20, 'S3'], [0, 20, 'none']), 60);
  expect(marks.map(({ severity, items }) => [severity, [...items]])).toEqual([
    ['S1', [0]],
    ['S2', [1]],
    ['S3', [2, 3]],
  ]);
});

test('ten thousand defects become a few hundred dots, and none is lost', () => {
  const severities: readonly AgingSeverity[] = ['S1', 'S2', 'S3', 'S4', 'none'];
  const told = Array.from({ length: 10_000 }, (_, n) => [n % 2, 40 - n / 250, severities[n % 5] ?? 'none'] as const);
  const marks = at(dotsOf(...told));
  expect(marks.length).toBeLessThan(400);
  expect(marks.flatMap(({ items }) => items).sort((a, b) => a - b)).toEqual(told.map((_, n) => n));
});

test('two dots in the same lane never cover each other', () => {
  const told = Array.from({ length: 60 }, (_, n) => [0, 40 - n * 0.6, 'S2'] as const);
  const marks = at(dotsOf(...told));
  for (const mark of marks)
    for (const other of marks)
      if (mark !== other && mark.x === other.x) expect(Math.abs(mark.y - other.y)).toBeGreaterThanOrEqual(9);
});

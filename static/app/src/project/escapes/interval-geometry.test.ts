import { intervalGeometry, rowAt, rowHeight } from './interval-geometry';
import type { IntervalRow } from './interval-geometry';

const box = { width: 500, left: 100, right: 50, top: 40, bottom: 20 };
const row = (value: number, reach: number, parts: Partial<IntervalRow> = {}): IntervalRow => ({
  ...{ id: '1', name: '4.1.0', projected: null, young: false },
  share: { value, lower: value - reach, upper: value + reach },
  ...parts,
});

test('small shares are drawn from 0 on, as far as intervals and projections reach', () => {
  const projected = { value: 0.3, lower: 0.2, upper: 0.36 };
  const { rows, ticks, height } = intervalGeometry([row(0.1, 0.05), row(0.2, 0.1, { projected })], true, [], box);
  expect(ticks[0]).toEqual({ value: 0, x: 100 });
  expect(ticks.at(-1)).toEqual({ value: 0.4, x: 450 });
  expect(rows[0]?.mark?.x).toBeCloseTo(187.5, 9);
  expect(rows[1]?.projected?.x2).toBeCloseTo(415, 9);
  expect([rows[0]?.y, rows[1]?.y, height]).toEqual([56, 56 + rowHeight, 60 + 2 * rowHeight]);
});

test('large shares are drawn up to 1, and their lines are in sight', () => {
  const { ticks, lines } = intervalGeometry([row(0.97, 0.02)], false, [{ value: 0.85, words: 'Mean' }], box);
  expect([ticks[0]?.value, ticks.at(-1)?.value]).toEqual([0.8, 1]);
  expect(lines[0]?.x).toBeCloseTo(100 + 350 / 4, 9);
});

test('a release without a share has a row and no mark', () => {
  const { rows } = intervalGeometry([row(0, 0, { share: null })], true, [], box);
  expect(rows[0]).toMatchObject({ mark: null, value: null, name: '4.1.0' });
});

test.each([
  [39, null],
  [40, 0],
  [71, 0],
  [72, 1],
  [104, null],
])('at height %i stands row %p', (y, expected) => {
  expect(rowAt(y, 40, 2)).toBe(expected);
});

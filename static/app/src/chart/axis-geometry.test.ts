import { scaleLinear } from 'd3-scale';
import { dayName, dayTicks, yTicks } from './axis-geometry';

const november = Date.UTC(2026, 10, 1) / 86_400_000;

test('a day since 1970 has its name', () => {
  expect([0, november].map(dayName)).toEqual(['1970-01-01', '2026-11-01']);
});

test('a vertical axis has whole numbers only, also when there is one at most', () => {
  expect(yTicks(scaleLinear([0, 1], [100, 0]))).toEqual([
    { value: 0, y: 100 },
    { value: 1, y: 0 },
  ]);
  expect(yTicks(scaleLinear([0, 40], [200, 0])).map(({ value }) => value)).toEqual([0, 10, 20, 30, 40]);
});

test('days are named from the first to the last, as far as there is room', () => {
  expect(dayTicks(november, 31, 300, 40)).toEqual([
    { x: 40, day: '2026-11-01', withYear: false },
    { x: 190, day: '2026-11-16', withYear: false },
    { x: 340, day: '2026-12-01', withYear: false },
  ]);
  expect(dayTicks(november, 400, 1200)).toHaveLength(7);
  expect(dayTicks(november, 400, 1200)[0]?.withYear).toBe(true);
});

test('one day is one tick, and no day is none', () => {
  expect(dayTicks(november, 1, 300, 40)).toEqual([{ x: 40, day: '2026-11-01', withYear: false }]);
  expect(dayTicks(november, 0, 300)).toEqual([]);
});

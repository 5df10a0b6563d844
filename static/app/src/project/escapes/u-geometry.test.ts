import type { RecurrenceView } from '../../../../../src/contracts/escapes';
import { uGeometry } from './u-geometry';

const box = { width: 440, height: 220, left: 30, right: 10, top: 10, bottom: 20 };
const period = (name: string, rate: number | null): RecurrenceView['periods'][number] => ({
  ...{
    start: '2026-01-01T00:00:00.000Z',
    name,
    partial: false,
    deployments: rate === null ? 0 : 2,
    recurrences: 2,
    seen: 0,
    signal: null,
  },
  rate: rate === null ? null : { value: rate, lower: 0, upper: 4 },
});
const periods = [period('Q1 2026', 1), period('Q2 2026', null), period('Q3 2026', 2), period('Q4 2026', 2)];

test('points lie in the middle of their periods; a period without a deployment is a gap', () => {
  const drawn = uGeometry({ periods, mean: 1.5, unit: 'quarter' }, box);
  expect(drawn?.x).toEqual([80, 180, 280, 380]);
  expect(drawn?.y[1]).toBeNull();
  expect(drawn?.path.match(/M/g)).toHaveLength(2);
  expect(drawn?.limits.map(({ x1, x2 }) => [x1, x2])).toEqual([
    [30, 130],
    [230, 330],
    [330, 430],
  ]);
});

test('nothing is drawn outside of the chart', () => {
  const drawn = uGeometry({ periods, mean: 1.5, unit: 'quarter' }, box);
  for (const y of [drawn?.meanY, ...(drawn?.limits ?? []).flatMap(({ upper, lower }) => [upper, lower])]) {
    expect(y).toBeGreaterThanOrEqual(box.top);
    expect(y).toBeLessThanOrEqual(box.height - box.bottom);
  }
});

test('as many periods are named as there is room for', () => {
  const weeks = Array.from({ length: 40 }, (_, n) => period(`Week of ${n} Jan 2026`, 1));
  const ticks = uGeometry({ periods: weeks, mean: 1, unit: 'week' }, box)?.xTicks ?? [];
  expect(ticks.length).toBeLessThanOrEqual(5);
  expect(ticks[0]?.words).toBe('0 Jan 2026');
});

test('without a recurrence there is still an axis, and without a deployment nothing', () => {
  const quiet = { ...period('Q1 2026', 0), rate: { value: 0, lower: 0, upper: 0 } };
  expect(uGeometry({ periods: [quiet], mean: 0, unit: 'quarter' }, box)?.meanY).toBe(box.height - box.bottom);
  expect(uGeometry({ periods: [], mean: null, unit: 'month' }, box)).toBeNull();
});

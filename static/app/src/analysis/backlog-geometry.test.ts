import { backlogGeometry, periodAt } from './backlog-geometry';

const box = { width: 210, left: 10, right: 0, open: { top: 0, bottom: 100 }, moved: { top: 120, bottom: 170 } };
const period = (n: number, arrived: number, resolved: number, open: number) => ({
  first: n * 7,
  last: n * 7 + 6,
  arrived,
  resolved,
  open,
});

test('columns are as high as their counts, and stand in their period', () => {
  const { open, arrived, resolved, slots } = backlogGeometry([period(0, 4, 0, 10), period(1, 2, 1, 5)], box);
  expect(slots).toEqual([
    { x: 10, width: 64 },
    { x: 74, width: 64 },
  ]);
  expect(open.map(({ height }) => height)).toEqual([100, 50]);
  expect(arrived.map(({ height }) => height)).toEqual([50, 25]);
  expect(resolved.map(({ height }) => height)).toEqual([0, 12.5]);
  expect(resolved.map(({ x }) => x)).toEqual([42, 106]);
});

test('a pointer finds its period, and none beside them', () => {
  const drawn = backlogGeometry([period(0, 1, 1, 1), period(1, 1, 1, 1)], box);
  expect([5, 10, 73, 74, 137, 138].map((x) => periodAt(drawn, x))).toEqual([null, 0, 0, 1, 1, null]);
});

test('many periods stay within the chart, and the newest has a tick', () => {
  const periods = Array.from({ length: 60 }, (_, n) => period(n, 1, 0, n));
  const { slots, xTicks, open } = backlogGeometry(periods, box);
  const last = slots.at(-1);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(210);
  expect(xTicks.at(-1)?.day).toBe('1971-02-24');
  expect(Math.min(...open.map(({ width }) => width))).toBeGreaterThan(0);
});

test('nothing at all can be drawn', () => {
  expect(backlogGeometry([], box)).toMatchObject({ open: [], slots: [], xTicks: [] });
});

import { latencyGeometry, weeksOf, type LatencyWeek } from './latency-geometry';

const box = { width: 400, height: 200, left: 40, right: 10, top: 10, bottom: 20 };
const week = (from: string, p50: number | null, p90: number | null): LatencyWeek => ({
  from,
  latency: { cycle: 'normal', decided: 5, open: 1, p50, p90 },
});

test('weeks without a figure draw nothing', () => {
  expect(latencyGeometry([], box)).toBeNull();
  expect(latencyGeometry([week('2026-11-02', null, null), { from: '2026-11-09', latency: null }], box)).toBeNull();
});

test('a week that cannot be told breaks the line', () => {
  const drawn = latencyGeometry([week('2026-10-19', 60, 90), week('2026-10-26', null, null), week('2026-11-02', 30, 120)], box);
  expect(drawn?.lines.map(({ points }) => points.length)).toEqual([2, 2]);
  expect(drawn?.lines[0]?.path.match(/M/g)).toHaveLength(2);
});

test('longer takes more room, and the axis begins at nothing', () => {
  const drawn = latencyGeometry([week('2026-10-26', 60, 600), week('2026-11-02', 120, 1200)], box);
  const [half, most] = drawn?.lines ?? [];
  expect(half?.points[1]?.y).toBeLessThan(half?.points[0]?.y ?? 0);
  expect(most?.points[0]?.y).toBeLessThan(half?.points[0]?.y ?? 0);
  expect(drawn?.yTicks[0]).toEqual({ minutes: 0, y: 180 });
  expect(drawn?.yTicks.every(({ minutes }) => minutes % 60 === 0)).toBe(true);
});

test('one week alone stands at its place', () => {
  expect(latencyGeometry([week('2026-11-02', 5, 9)], box)?.lines[0]?.points[0]?.x).toBe(40);
});

test('each kind of release has its own weeks', () => {
  const latency = { cycle: 'hotfix' as const, decided: 1, open: 0, p50: 5, p90: 5 };
  const weeks = [{ from: '2026-11-02', cycles: [latency] }];
  expect(weeksOf({ weeks }, 'hotfix')).toEqual([{ from: '2026-11-02', latency }]);
  expect(weeksOf({ weeks }, 'normal')).toEqual([{ from: '2026-11-02', latency: null }]);
});

import { dayWords, nearestDay, trendGeometry } from './trend-geometry';

const box = { width: 400, height: 200, left: 40, right: 20, top: 10, bottom: 30 };
const trend = {
  days: ['2026-11-01', '2026-11-02', '2026-11-03'],
  series: [
    { severity: 'S3' as const, counts: [4, 6, 8] },
    { severity: 'S1' as const, counts: [0, 2, 0] },
    { severity: 'S4' as const, counts: [0, 0, 0] },
  ],
};

test('stacks the worst at the bottom and leaves out what never occurs', () => {
  const drawn = trendGeometry(trend, null, box);
  expect(drawn?.layers.map(({ severity }) => severity)).toStrictEqual(['S1', 'S3']);
  expect(drawn?.totals).toStrictEqual([4, 8, 8]);
});

test('spans the box from the first day to the last', () => {
  expect(trendGeometry(trend, null, box)?.dayX).toStrictEqual([40, 210, 380]);
});

test('makes room for a release date that is near, and none for one that is far', () => {
  const near = trendGeometry(trend, '2026-11-05', box);
  expect(near?.dayX).toStrictEqual([40, 125, 210]);
  expect(near?.xOf('2026-11-05')).toBe(380);
  const far = trendGeometry(trend, '2027-11-05', box);
  expect(far?.dayX.at(-1)).toBe(380);
  expect(far?.xOf('2027-11-05')).toBeNull();
});

test('counts are whole numbers on the axis, also when there are none', () => {
  const empty = { days: trend.days, series: [] };
  expect(trendGeometry(empty, null, box)?.yTicks.map(({ value }) => value)).toStrictEqual([0, 1]);
});

test('one day makes no trend', () => {
  expect(trendGeometry({ days: ['2026-11-01'], series: [] }, null, box)).toBeNull();
});

test('finds the day under the pointer', () => {
  expect([0, 120, 126, 399].map((x) => nearestDay([40, 210, 380], x))).toStrictEqual([0, 0, 1, 2]);
});

test('reads a day out in words', () => {
  expect([0, 1].map((at) => dayWords(trend, at))).toStrictEqual(['4 open: 4 S3', '8 open: 2 S1, 6 S3']);
  expect(dayWords({ days: trend.days, series: [] }, 0)).toBe('none open');
});

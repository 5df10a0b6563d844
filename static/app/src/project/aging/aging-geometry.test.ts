import type { AgingView } from '../../../../../src/contracts/aging';
import { agingGeometry } from './aging-geometry';

const none = { p50: null, p85: null, p95: null, restsOn: 2 };
const some = { p50: 4, p85: 16, p95: 36, restsOn: 40 };
const column = (key: string, pace: AgingView['all']) => ({ key, name: key, open: 1, pace, jql: null });
const dots: AgingView['dots'] = {
  ...{ ids: ['1', '2'], keys: ['A-1', 'A-2'], severity: ['S1', 'S2'], column: [0, 1], days: [100, 25] },
  ...{ statusDays: [1, 1], since: [20000, 20075], rank: [null, null] },
};
const box = { width: 440, height: 440, left: 40, right: 0, top: 20, bottom: 20 };
const view = { columns: [column('To Do', some), column('Review', none)], dots, all: some, level: null };

test('a quarter of the age is half of the height', () => {
  const { marks } = agingGeometry(view, 'status', box);
  const heights = marks.map(({ y }) => 420 - y);
  expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(2);
});

test('lines of all closed ones go across, and zones stand where a status has a pace', () => {
  const { lines, zones } = agingGeometry(view, 'status', box);
  expect(lines.map(({ share, x1, x2 }) => [share, x1, x2])).toEqual([
    [50, 40, 440],
    [85, 40, 440],
    [95, 40, 440],
  ]);
  expect(zones.map(({ share, x }) => [share, x])).toEqual([
    [50, 40],
    [85, 40],
    [95, 40],
  ]);
});

test('by severity each column has lines of its own, where enough were closed', () => {
  const { lines, zones } = agingGeometry(view, 'severity', box);
  expect(lines.map(({ share, x2 }) => [share, x2])).toEqual([
    [50, 238],
    [85, 238],
    [95, 238],
  ]);
  expect(zones).toEqual([]);
});

test('the words of lines that lie close keep clear of each other', () => {
  const close = { ...view, all: { p50: 10, p85: 10.1, p95: 10.2, restsOn: 9 } };
  const [first, second, third] = agingGeometry(close, 'status', box).lines.map(({ wordsY }) => wordsY);
  expect((first ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(14);
  expect((second ?? 0) - (third ?? 0)).toBeGreaterThanOrEqual(14);
});

test('ticks are days that people count in, and keep their distance', () => {
  const { ticks } = agingGeometry({ ...view, dots: { ...dots, days: [800, 25] } }, 'status', box);
  expect(ticks.map(({ words }) => words)).toEqual(expect.arrayContaining(['0 d', '30 d', '1 y', '2 y']));
  ticks.forEach(({ y }, n) => expect((ticks[n - 1]?.y ?? Infinity) - y).toBeGreaterThanOrEqual(18));
});

test('many columns make the chart wider than its place', () => {
  const many = Array.from({ length: 9 }, (_, n) => column(String(n), none));
  expect(agingGeometry({ ...view, columns: many }, 'status', { ...box, width: 296 }).width).toBe(40 + 9 * 76);
});

test('a project of today has an axis of a day', () => {
  const { ticks, marks } = agingGeometry(
    { ...view, columns: [], dots: { ...dots, days: [], column: [] }, all: none },
    'status',
    box,
  );
  expect(ticks.map(({ value }) => value)).toEqual([0, 1]);
  expect(marks).toEqual([]);
});

test("the viewer's own line stands at its days, and a high one makes room for itself", () => {
  const level = { share: 85, days: 25, restsOn: 40, met: 30, reached: 36, past: 1 };
  const drawn = agingGeometry({ ...view, level }, 'status', box);
  expect(drawn.level?.y).toBe(drawn.marks[1]?.y);
  expect(drawn.level?.wordsY).toBeGreaterThan(drawn.level?.y ?? Infinity);
  const high = agingGeometry({ ...view, level: { ...level, days: 400 } }, 'status', box);
  expect(high.level?.y).toBeGreaterThanOrEqual(box.top);
  expect(agingGeometry(view, 'status', box).level).toBeNull();
});

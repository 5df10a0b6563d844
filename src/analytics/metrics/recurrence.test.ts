import fc from 'fast-check';
import { recurrences, uChart } from './recurrence';
import type { SeenDay, StatusColumn } from './recurrence';

const [open, fixed, closed] = [0, 1, 2];
const isDone = [false, true, true];
const column = (...defects: readonly (readonly (readonly [status: number, from: number])[])[]): StatusColumn => ({
  offsets: Uint32Array.from(defects.reduce((ends, some) => [...ends, (ends.at(-1) ?? 0) + some.length], [0])),
  values: Uint16Array.from(defects.flat(), ([status]) => status),
  from: Float64Array.from(defects.flat(), ([, from]) => from),
});
const once = (at: number): SeenDay => ({ first: at, last: at });

test.each<[string, readonly (readonly [number, number])[], SeenDay[], string]>([
  ['never, where it stays open', [[open, 1]], [once(2)], ''],
  [
    'never, where it is closed and not seen again',
    [
      [open, 1],
      [closed, 5],
    ],
    [once(2), once(5)],
    '',
  ],
  [
    'once, where it is seen after it was closed, however often',
    [
      [open, 1],
      [closed, 5],
    ],
    [once(7), once(8), once(9)],
    'seen 7',
  ],
  [
    'once, where it is opened again',
    [
      [open, 1],
      [closed, 5],
      [open, 9],
    ],
    [],
    'reopened 9',
  ],
  [
    'once, where a sighting opens it again',
    [
      [open, 1],
      [closed, 5],
      [open, 9],
    ],
    [once(8)],
    'seen 8',
  ],
  [
    'once for each time that it was closed',
    [
      [open, 1],
      [fixed, 3],
      [closed, 5],
      [open, 9],
      [fixed, 12],
    ],
    [once(14)],
    'reopened 9, seen 14',
  ],
  [
    'at the last sighting of a day whose first lies before the closing',
    [
      [open, 1],
      [closed, 5],
    ],
    [{ first: 4, last: 6 }],
    'seen 6',
  ],
  [
    'not for what came later than the moment that is looked at',
    [
      [open, 1],
      [closed, 5],
      [open, 30],
    ],
    [once(25)],
    '',
  ],
])('a defect recurs %s', (_what, spans, seen, expected) => {
  const found = recurrences(column([[open, 0]], spans), isDone, (defect) => (defect === 1 ? seen : []), 20);
  expect(found.map(({ how, at }) => `${how} ${at}`).join(', ')).toBe(expected);
  expect(found.every(({ defect }) => defect === 1)).toBe(true);
});

test('no closing counts twice', () => {
  const spans = fc.array(fc.constantFrom(open, fixed, closed), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(spans, fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 20 }), (statuses, seen) => {
      const history = statuses.map((status, n) => [status, 3 * n] as const);
      const days = seen.sort((a, b) => a - b).map(once);
      const closings = statuses.filter((status, n) => status !== open && (n === 0 || statuses[n - 1] === open)).length;
      const found = recurrences(column(history), isDone, () => days, 50);
      expect(found.length).toBeLessThanOrEqual(closings);
      expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).sort((a, b) => a - b));
    }),
  );
});

test('the worked example of docs/metrics.md', () => {
  const periods = [4, 2, 3, 9].map((count, n) => ({ count, exposure: [2, 1, 0, 2][n] ?? 0 }));
  const chart = uChart(periods);
  expect(chart?.mean).toBe(3);
  expect(chart?.points.map((point) => point && [point.value, point.lower, point.upper, point.signal])).toEqual([
    [2, 0, 3 + 3 * Math.sqrt(1.5), null],
    [2, 0, 3 + 3 * Math.sqrt(3), null],
    null,
    [4.5, 0, 3 + 3 * Math.sqrt(1.5), null],
  ]);
});

test('a point beyond its limits is marked, and so is the eighth in a row on one side', () => {
  const row = [...Array.from({ length: 8 }, () => 9), 30, ...Array.from({ length: 8 }, () => 8)];
  const chart = uChart(row.map((count) => ({ count, exposure: 1 })));
  expect(chart?.points.map((point) => point?.signal ?? '-').join(' ')).toBe('- - - - - - - run beyond - - - - - - - run');
});

test('without exposure there is no chart', () => {
  expect(uChart([{ count: 4, exposure: 0 }])).toBeNull();
});

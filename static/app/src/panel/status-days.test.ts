import { mostParts, statusParts } from './status-days';

const spent = (...days: number[]) => days.map((each, n) => ({ status: `S${n}`, days: each }));

test('the parts keep their order and fill the bar', () => {
  expect(statusParts(spent(3, 1, 4))).toEqual([
    { name: 'S0', days: 3, share: 37.5 },
    { name: 'S1', days: 1, share: 12.5 },
    { name: 'S2', days: 4, share: 50 },
  ]);
});

test('where there are more than can be named the shortest share the last part', () => {
  const parts = statusParts(spent(3, 1, 9, 2, 5));
  expect(parts.map(({ name, days }) => [name, days])).toEqual([
    ['S0', 3],
    ['S2', 9],
    ['S4', 5],
    ['2 other statuses', 3],
  ]);
  expect(parts).toHaveLength(mostParts);
  expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100);
});

test('a defect of this minute fills its bar with its status', () => {
  expect(statusParts(spent(0))).toEqual([{ name: 'S0', days: 0, share: 100 }]);
  expect(statusParts([])).toEqual([]);
});

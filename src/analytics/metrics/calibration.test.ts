import { calibration } from './calibration';

const told = (chance: number, yes: number, no: number) => [
  ...Array.from({ length: yes }, () => ({ chance, cameTrue: true })),
  ...Array.from({ length: no }, () => ({ chance, cameTrue: false })),
];

test('of forecasts that said 80 in 100, 75 in 100 came true', () => {
  const found = calibration([...told(0.8, 6, 2), ...told(0.1, 1, 9)]);
  const rounded = found?.bins.map(({ from, count, said, came }) => [from, count, Number(said.toFixed(9)), came]);
  expect(rounded).toEqual([
    [0, 10, 0.1, 0.1],
    [0.8, 8, 0.8, 0.75],
  ]);
  expect([found?.count, found?.cameTrue]).toEqual([18, 7]);
  // (6 x 0.04 + 2 x 0.64 + 1 x 0.81 + 9 x 0.01) / 18
  expect(found?.brier).toBeCloseTo(2.42 / 18, 10);
  // The share is taken as (7 + 1) / (18 + 2) = 0.4.
  expect(found?.baseRate).toBeCloseTo((7 * 0.36 + 11 * 0.16) / 18, 10);
});

test('certainty lies in the last group', () => {
  expect(calibration(told(1, 3, 0))?.bins).toEqual([{ from: 0.8, count: 3, said: 1, came: 1 }]);
});

test('nothing told is nothing to judge', () => {
  expect(calibration([])).toBeNull();
});

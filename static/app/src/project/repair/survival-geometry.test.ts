import { stepAt, survivalGeometry } from './survival-geometry';

const box = { width: 520, height: 240, left: 20, right: 0, top: 20, bottom: 20 };
const step = (days: number, share: number, atRisk: number) => ({
  ...{ days, share, atRisk, lower: share / 2, upper: (1 + share) / 2 },
});
const group = { curve: [step(2, 0.75, 8), step(5, 0.5, 6), step(8, 0.25, 4)], until: 10 };

test('the curve steps down where something was repaired, and goes on to the end of what is known', () => {
  const drawn = survivalGeometry([group], box);
  expect(drawn?.days).toBe(10);
  expect(drawn?.curves[0]?.edge).toBe('M20,20L120,20L120,70L270,70L270,120L420,120L420,170L520,170L520,170');
});

test('the axis ends with a number of its own, and the round ones keep away from it', () => {
  expect(survivalGeometry([{ ...group, until: 10.26 }], box)?.xTicks.map(({ words }) => words)).toEqual([
    ...['0 d', '2 d', '4 d', '6 d', '8 d', '10.3 d'],
  ]);
});

test('beyond the time at which hardly any are left nothing is drawn', () => {
  const tail = { curve: [...group.curve, step(9, 0.2, 2), step(300, 0.1, 1)], until: 300 };
  expect(survivalGeometry([tail], box)?.days).toBe(9);
});

test('the longer of two decides how far the chart reaches', () => {
  expect(survivalGeometry([group, { curve: [], until: 40 }], box)?.days).toBe(40);
});

test('without anything there is no chart', () => {
  expect(survivalGeometry([], box)).toBeNull();
  expect(survivalGeometry([{ curve: [], until: 0 }], box)).toBeNull();
});

test('one of two that is empty is not drawn', () => {
  const drawn = survivalGeometry([group, { curve: [], until: 0 }], box);
  expect(drawn?.curves[1]).toEqual({ band: '', edge: '' });
});

test.each([
  [0, 1],
  [1.9, 1],
  [2, 0.75],
  [10, 0.25],
  [10.1, undefined],
])('after %d days the share is %d', (days, share) => {
  expect(stepAt(group, days)?.share).toBe(share);
});

import { day } from '../../kernel/instant';
import { blockersAt, cameBetween, curvesAt, forecastFacts } from './forecast-facts';
import type { BlockerHistory, BlockerStays } from './forecast-facts';

const today = 20_000;
const at = today * day;
const stays = (all: readonly (readonly [defect: number, from: number, to?: number])[], start = -60): BlockerStays => ({
  defects: Uint32Array.from(all, ([defect]) => defect),
  from: Float64Array.from(all, ([, from]) => at + from * day),
  to: Float64Array.from(all, ([, , to]) => (to === undefined ? Infinity : at + to * day)),
  start: at + start * day,
});
/** Defects by days from now: reported, closed (null while open), kind. */
const history = (
  defects: readonly (readonly [created: number, ended: number | null, kind: number])[],
  releases: readonly BlockerStays[] = [],
): BlockerHistory => ({
  created: Float64Array.from(defects, ([created]) => at + created * day),
  ended: Float64Array.from(defects, ([, ended]) => (ended === null ? NaN : at + ended * day)),
  kind: Uint16Array.from(defects, ([, , kind]) => kind),
  ...{ kinds: 3, alike: [0, 1], releases },
});
const many = (count: number, kind: number, days: number) =>
  Array.from({ length: count }, () => [-100, -100 + days, kind] as const);

test('a kind with enough closed ones stands for itself, another with those that are alike, or with all', () => {
  const [first, second, third] = curvesAt(history([...many(20, 0, 1), ...many(3, 1, 5), ...many(19, 2, 9)]), at);
  expect([first?.ended, second?.ended, third?.ended]).toEqual([20, 23, 42]);
});

test('only what was reported in the last half year is looked at, and what is closed later is still open', () => {
  const [curve] = curvesAt(
    history([
      [-200, -190, 0],
      [-10, -4, 0],
      [-10, 3, 0],
      [-10, null, 0],
      [2, 3, 0],
    ]),
    at,
  );
  expect([curve?.ended, curve?.censored]).toEqual([1, 2]);
});

test('a defect blocks a release while it stays in it and is open', () => {
  const defects = [
    [-9, null, 0],
    [-9, null, 0],
    [-9, -1, 0],
    [-9, 4, 0],
    [3, null, 0],
  ] as const;
  const known = history(defects, [
    stays([
      [0, -9],
      [0, -3],
      [1, -9, -2],
      [2, -9],
      [3, -9],
      [4, 3],
    ]),
  ]);
  expect(blockersAt(known, 0, at)).toEqual([0, 3]);
  expect(blockersAt(known, 0, at - 5 * day)).toEqual([0, 1, 2, 3]);
  expect(blockersAt(known, 7, at)).toEqual([]);
});

test('what comes twice came once, at first', () => {
  const known = history(
    [
      [-9, null, 0],
      [-1, null, 0],
    ],
    [
      stays([
        [0, -2, -1],
        [0, -8, -6],
        [1, -1],
      ]),
    ],
  );
  expect([...cameBetween(known, 0, at - 10 * day, at)]).toEqual([
    [0, at - 8 * day],
    [1, at - day],
  ]);
  expect([...cameBetween(known, 0, at - 5 * day, at)]).toEqual([[1, at - day]]);
});

test('what comes is counted by day since the release began, at most 90 days back', () => {
  const defects = [
    [-50, null, 0],
    [-2, null, 1],
    [-0.5, null, 2],
    [0.5, null, 0],
  ] as const;
  const { arrivals } = forecastFacts(
    history(defects, [
      stays([
        [0, -50],
        [1, -1.5],
        [2, -0.5],
        [3, 0.5],
      ]),
    ]),
    0,
    at,
  );
  expect(arrivals.offsets).toHaveLength(61);
  expect([...arrivals.kinds]).toEqual([0, 1, 2]);
  expect([...arrivals.offsets.slice(-3)]).toEqual([1, 2, 3]);
  const older = forecastFacts(history(defects, [stays([], -300)]), 0, at).arrivals;
  expect(older.offsets).toHaveLength(91);
});

test('a young release gets blockers as all releases together do, each defect once', () => {
  const defects = [
    [-50, null, 0],
    [-40, null, 1],
  ] as const;
  const known = history(defects, [
    stays([
      [0, -50],
      [1, -40],
    ]),
    stays([[1, -3]], -5),
  ]);
  expect([...forecastFacts(known, 1, at).arrivals.kinds]).toEqual([0, 1]);
});

test('what is open can be told from elsewhere', () => {
  const open = { kinds: Uint16Array.from([1]), ages: Float64Array.from([5]) };
  expect(forecastFacts(history([], [stays([])]), 0, at, open)).toMatchObject(open);
  const known = history([[-9, null, 2]], [stays([[0, -9]])]);
  expect(forecastFacts(known, 0, at)).toMatchObject({ kinds: Uint16Array.from([2]), ages: Float64Array.from([9 * day]) });
});

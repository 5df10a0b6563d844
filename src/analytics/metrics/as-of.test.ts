import { asOf } from './as-of';
import { outside } from './flow';
import type { StatusSpans } from './status-time';

/** Places of statuses: 0 open, 1 in review, 2 fixed, 3 closed. */
const isDone = Uint8Array.of(0, 0, 1, 1);

/** @param issues the status and the moment of each span */
function spansOf(...issues: readonly (readonly (readonly [number, number])[])[]): StatusSpans {
  const all = issues.flat();
  return {
    offsets: Uint32Array.from(issues.reduce((ends, spans) => [...ends, (ends.at(-1) ?? 0) + spans.length], [0])),
    values: Uint16Array.from(all, ([status]) => status),
    from: Float64Array.from(all, ([, from]) => from),
  };
}

/** Opened at 10, in review at 20, fixed at 30, closed at 35, opened again at 40, fixed for good at 60. */
const reopened = spansOf([
  [0, 10],
  [1, 20],
  [2, 30],
  [3, 35],
  [0, 40],
  [2, 60],
]);

test.each([
  ['before its creation', 9, outside, NaN, NaN],
  ['in its first status', 10, 0, 10, NaN],
  ['after a change', 29, 1, 20, NaN],
  ['between its two ends: since it came to done statuses', 38, 3, 35, 30],
  ['opened again', 59, 0, 40, NaN],
  ['after its end: the end that is known', 70, 2, 60, 61],
])('an issue %s', (_, at, status, since, ended) => {
  const then = asOf(reopened, isDone, Float64Array.of(61), at);
  expect([then.status[0], then.inStatusSince[0], then.ended[0]]).toEqual([status, since, ended]);
});

test('an end that is dated after the moment is not known yet', () => {
  expect(asOf(reopened, isDone, Float64Array.of(75), 70).ended[0]).toBe(60);
});

test('each issue has its own past, also one without any', () => {
  const then = asOf(spansOf([[0, 5]], [], [[1, 7]]), isDone, Float64Array.of(NaN, NaN, NaN), 6);
  expect([...then.status]).toEqual([0, outside, outside]);
});

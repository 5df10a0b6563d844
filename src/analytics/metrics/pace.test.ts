import { day } from '../../kernel/instant';
import { aging } from './aging';
import { pace } from './pace';
import type { PaceFacts } from './pace';

/** Places of statuses: 0 open, 1 in review, 2 done. Each issue as its spans (status, day) and its end, in days. */
type Told = { readonly spans: readonly (readonly [number, number])[]; readonly ended: number };

function factsOf(issues: readonly Told[]): PaceFacts {
  const all = issues.flatMap(({ spans }) => spans);
  return {
    spans: {
      offsets: Uint32Array.from(issues.reduce((ends, { spans }) => [...ends, (ends.at(-1) ?? 0) + spans.length], [0])),
      values: Uint16Array.from(all, ([status]) => status),
      from: Float64Array.from(all, ([, from]) => from * day),
    },
    statuses: 3,
    created: Float64Array.from(issues, ({ spans }) => (spans[0]?.[1] ?? 0) * day),
    ended: Float64Array.from(issues, ({ ended }) => ended * day),
  };
}
const inDays = (facts: PaceFacts, at = 100, least = 1) =>
  pace(facts, at * day, 180, least).map(({ p50, p85, p95, restsOn }) => [
    ...[p50, p85, p95].map((time) => (time === null ? null : time / day)),
    restsOn,
  ]);
/** Open from `from`, in review after 2 days, done after `days`. */
const straight = (from: number, days: number): Told => ({
  spans: [
    [0, from],
    [1, from + 2],
    [2, from + days],
  ],
  ended: from + days,
});

test('the age at which closed ones left a status, by nearest rank', () => {
  const facts = factsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => straight(n, n + 10)));
  expect(inDays(facts)).toEqual([
    [2, 2, 2, 10],
    [15, 19, 20, 10],
    [null, null, null, 0],
  ]);
});

test('a status that was left twice counts once: at the age of the last time', () => {
  const back: Told = {
    spans: [
      [0, 0],
      [1, 3],
      [0, 4],
      [1, 9],
      [2, 12],
    ],
    ended: 12,
  };
  expect(inDays(factsOf([back]))).toEqual([
    [9, 9, 9, 1],
    [12, 12, 12, 1],
    [null, null, null, 0],
  ]);
});

test('what is open, ended before the window or after the moment says nothing', () => {
  const facts = factsOf([{ spans: [[0, 1]], ended: NaN }, straight(1, 5), straight(190, 20)]);
  expect(inDays(facts, 200).map((row) => row.at(-1))).toEqual([0, 0, 0]);
  expect(inDays(facts, 210).map((row) => row.at(-1))).toEqual([1, 1, 0]);
});

test('too few closed ones say nothing, and how many there were', () => {
  const facts = factsOf([straight(1, 4), straight(2, 4)]);
  expect(inDays(facts, 100, 3)[0]).toEqual([null, null, null, 2]);
  expect(inDays(facts, 100, 2)[0]).toEqual([2, 2, 2, 2]);
});

test('a group with too few closed ones has no percentiles, no rank and no exposure', () => {
  const created = Float64Array.of(0, 1 * day, 2 * day);
  const resolved = Float64Array.of(4 * day, 5 * day, NaN);
  const facts = { created, resolved, inStatusSince: created, group: Uint16Array.of(0, 0, 0), groups: 1 };
  const few = aging(facts, 50 * day, 180, 3);
  expect(few.references).toEqual([{ p50: null, p85: null, p95: null, restsOn: 2 }]);
  expect([few.rank[0], few.exposureDays]).toEqual([NaN, 0]);
  const enough = aging(facts, 50 * day, 180, 2);
  expect([enough.rank[0], enough.exposureDays]).toEqual([1, 44]);
});

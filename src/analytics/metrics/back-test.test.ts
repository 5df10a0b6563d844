import { day } from '../../kernel/instant';
import { randomFrom } from '../../kernel/random';
import { backTest } from './back-test';
import type { BlockerHistory } from './forecast-facts';

/** A Monday. */
const now = Date.parse('2026-11-02T00:00:00.000Z');
const seed = '00112233445566778899aabbccddeeff';
const weeks = 60;

/** A defect comes each Wednesday of 60 weeks and blocks the one release; all take so many days. */
function history(days: (n: number) => number): BlockerHistory {
  const created = Float64Array.from({ length: weeks }, (_, n) => now - (weeks - n) * 7 * day + 2 * day);
  const ended = created.map((at, n) => (at + days(n) * day <= now ? at + days(n) * day : NaN));
  const defects = Uint32Array.from({ length: weeks }, (_, n) => n);
  const start = now - weeks * 7 * day;
  return {
    ...{ created, ended, kind: new Uint16Array(weeks), kinds: 1, alike: [0] },
    releases: [{ defects, from: created, to: ended.map((end) => (Number.isNaN(end) ? Infinity : end)), start }],
  };
}
const until = Float64Array.from([Infinity]);

test('where the next one always comes before the last is closed, no forecast comes true', () => {
  // Each Monday one is open that is five days old; it is closed on Thursday, and the next one comes on Wednesday.
  const told = backTest(
    history(() => 8),
    { until, at: now },
    randomFrom(seed),
  );
  expect(told.length).toBeGreaterThan(50);
  expect(told.every(({ cameTrue }) => !cameTrue)).toBe(true);
});

test('what was said is held against what came', () => {
  const told = backTest(
    history((n) => (n % 2 === 0 ? 6 : 3)),
    { until, at: now },
    randomFrom(seed),
  );
  expect(told.length).toBeGreaterThan(20);
  expect(told.every(({ cameTrue }) => cameTrue)).toBe(true);
  expect(told.every(({ chance }) => chance > 0.5 && chance <= 1)).toBe(true);
});

test('forecasts stop at the release, and begin after half a year', () => {
  const released = Float64Array.from([now - 100 * day]);
  const all = backTest(
    history(() => 8),
    { until, at: now },
    randomFrom(seed),
  );
  const some = backTest(
    history(() => 8),
    { until: released, at: now },
    randomFrom(seed),
  );
  expect(some.length).toBeLessThan(all.length);
  expect(
    backTest(
      history(() => 8),
      { until: Float64Array.from([now - 300 * day]), at: now },
      randomFrom(seed),
    ),
  ).toEqual([]);
});

test('without history there is nothing to hold it against', () => {
  const none = {
    created: new Float64Array(),
    ended: new Float64Array(),
    kind: new Uint16Array(),
    kinds: 1,
    alike: [0],
    releases: [],
  };
  expect(backTest(none, { until: new Float64Array(), at: now }, randomFrom(seed))).toEqual([]);
});

import fc from 'fast-check';
import { day } from '../../kernel/instant';
import { randomFrom } from '../../kernel/random';
import { backTest } from './back-test';
import type { BlockerHistory } from './forecast-facts';
import { knownAt } from './known-at';

const now = Date.parse('2026-11-02T00:00:00.000Z');
const seed = '00112233445566778899aabbccddeeff';

/** Defects of 300 days up to some days after the moment, which block one of two releases while they are open, or some of that time. */
const histories = fc
  .array(
    fc.record({
      before: fc.integer({ min: -20, max: 300 }),
      lasts: fc.option(fc.integer({ min: 1, max: 60 })),
      kind: fc.integer({ min: 0, max: 1 }),
      release: fc.integer({ min: 0, max: 1 }),
      leaves: fc.option(fc.integer({ min: 1, max: 40 })),
    }),
    { minLength: 20, maxLength: 60 },
  )
  .map((defects): BlockerHistory => {
    const created = Float64Array.from(defects, ({ before }) => now - before * day + day / 4);
    const ended = Float64Array.from(defects, ({ lasts }, n) => (lasts === null ? NaN : (created[n] ?? 0) + lasts * day));
    const releases = [0, 1].map((release) => {
      const places = defects.flatMap((one, n) => (one.release === release ? [n] : []));
      const end = (n: number) => {
        const leaves = defects[n]?.leaves ?? null;
        const closed = Number.isNaN(ended[n]) ? Infinity : (ended[n] ?? Infinity);
        return leaves === null ? closed : Math.min(closed, (created[n] ?? 0) + leaves * day);
      };
      return {
        defects: Uint32Array.from(places),
        from: Float64Array.from(places, (n) => created[n] ?? 0),
        to: Float64Array.from(places, end),
        start: release === 0 ? now - 300 * day : Math.min(...places.map((n) => created[n] ?? 0)),
      };
    });
    return { created, ended, kind: Uint16Array.from(defects, ({ kind }) => kind), kinds: 2, alike: [0], releases };
  });

test('the back-test says the same of what was known as of everything since', () => {
  const until = Float64Array.from([Infinity, now - 10 * day]);
  fc.assert(
    fc.property(histories, (history) => {
      const told = (of: BlockerHistory) => backTest(of, { until, at: now }, randomFrom(seed));
      expect(told(knownAt(history, now))).toEqual(told(history));
    }),
    { numRuns: 20 },
  );
});

test('what comes, ends or moves later changes nothing of what was known', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const known = knownAt(history, now);
      expect(knownAt(known, now)).toEqual(known);
      expect(Math.max(...known.created)).toBeLessThanOrEqual(now);
      const later: BlockerHistory = {
        ...history,
        created: Float64Array.of(...history.created, now + day),
        ended: Float64Array.of(...history.ended.map((end) => (end > now ? NaN : end)), NaN),
        kind: Uint16Array.of(...history.kind, 1),
        releases: history.releases.map(({ defects, from, to, start }) => ({
          defects: Uint32Array.of(...defects, history.created.length),
          from: Float64Array.of(...from, now + day),
          to: Float64Array.of(...to, Infinity),
          start,
        })),
      };
      expect(knownAt(later, now)).toEqual(known);
    }),
  );
});

import * as fc from 'fast-check';
import { day, on } from '../history.fixture';
import { aging, agingWindowDays, closedTimes } from './aging';
import type { AgingFacts } from './aging';
import { centiles, percentile, rankAmong, shareUpTo } from './percentile';

interface Known {
  readonly created: number;
  readonly resolved: number | null;
  readonly since?: number;
  readonly group?: number;
}

const factsOf = (issues: readonly Known[], groups = 2): AgingFacts => ({
  created: Float64Array.from(issues, ({ created }) => created),
  resolved: Float64Array.from(issues, ({ resolved }) => resolved ?? NaN),
  inStatusSince: Float64Array.from(issues, ({ since, created }) => since ?? created),
  group: Uint16Array.from(issues, ({ group }) => group ?? 0),
  groups,
});

test('open ones are told oldest first, against closed ones of their own group', () => {
  const closed = [1, 2, 3, 4].map((days) => ({ created: on(10), resolved: on(10 + days) }));
  const other = { created: on(0), resolved: on(15), group: 1 };
  const open = [
    { created: on(18), resolved: null },
    { created: on(17), resolved: null, since: on(19) },
    { created: on(19), resolved: null, group: 1 },
    { created: on(1), resolved: on(21) },
    { created: on(21), resolved: null },
  ];
  const told = aging(factsOf([...closed, other, ...open], 3), on(20));
  expect(told.references).toEqual([
    { p50: 2 * day, p85: 4 * day, p95: 4 * day, restsOn: 4 },
    { p50: 15 * day, p85: 15 * day, p95: 15 * day, restsOn: 1 },
    { p50: null, p85: null, p95: null, restsOn: 0 },
  ]);
  expect([...told.open]).toEqual([8, 6, 5, 7]);
  expect([...told.age].map((age) => age / day)).toEqual([19, 3, 2, 1]);
  expect([...told.ageInStatus].map((age) => age / day)).toEqual([19, 1, 2, 1]);
  expect([...told.rank]).toEqual([1, 0.75, 0.5, 0]);
  expect(told.exposureDays).toBe(15);
});

test('what was resolved too long ago is no reference, and who has none has no rank', () => {
  const at = on(400);
  const facts = factsOf([
    { created: on(0), resolved: at - agingWindowDays * day },
    { created: on(0), resolved: at - agingWindowDays * day + 1, group: 1 },
    { created: on(399), resolved: null },
  ]);
  const { references, rank, exposureDays } = aging(facts, at);
  expect(references.map(({ restsOn }) => restsOn)).toEqual([0, 1]);
  expect([...rank, exposureDays]).toEqual([NaN, 0]);
  expect(aging(facts, at, 181).references.map(({ restsOn }) => restsOn)).toEqual([1, 1]);
});

test('equally old ones stay in their order, and there may be none at all', () => {
  const same = { created: on(0), resolved: null };
  expect([...aging(factsOf([same, same, same]), on(1)).open]).toEqual([0, 1, 2]);
  expect(aging(factsOf([], 0), on(1))).toMatchObject({ references: [], exposureDays: 0 });
});

test('the rank is the share of the closed ones that took no longer', () => {
  const moment = fc.integer({ min: 0, max: 30 }).map((days) => on(days));
  const anything = fc.record({ created: moment, resolved: fc.option(moment), group: fc.nat(1) });
  fc.assert(
    fc.property(fc.array(anything), (issues) => {
      const at = on(20);
      const { open, rank, age } = aging(factsOf(issues), at);
      const isOpen = ({ created, resolved }: Known) => created <= at && (resolved === null || resolved > at);
      expect(open.length).toBe(issues.filter(isOpen).length);
      for (const [n, place] of open.entries()) {
        const peers = issues.filter((each) => each.created <= at && !isOpen(each) && each.group === issues[place]?.group);
        const faster = peers.filter(({ created, resolved }) => Math.max(0, (resolved ?? 0) - created) <= (age[n] ?? 0));
        expect(rank[n]).toBe(peers.length === 0 ? NaN : faster.length / peers.length);
      }
    }),
  );
});

test('the percentiles 1 to 100 tell the same rank and the same lines as all that was closed', () => {
  const times = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 250 });
  fc.assert(
    fc.property(times, fc.integer({ min: -1, max: 41 }), (values, age) => {
      const sorted = Float64Array.from(values).sort();
      const known = centiles(sorted);
      expect(rankAmong(known, age)).toBe(Math.floor((shareUpTo(sorted, age) ?? NaN) * 100 + 1e-9));
      for (const share of [50, 85, 95]) expect(known[share - 1]).toBe(percentile(sorted, share / 100));
    }),
  );
  expect(rankAmong(centiles(new Float64Array()), 3)).toBeNull();
});

test('those of no group are left out of the times', () => {
  const closed = { created: on(1), resolved: on(4) };
  expect(closedTimes(factsOf([closed, { ...closed, group: 9 }], 1), on(5), 180)).toEqual([Float64Array.of(3 * day)]);
});

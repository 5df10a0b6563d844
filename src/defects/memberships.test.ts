import fc from 'fast-check';
import { memberships } from './memberships';
import type { MembershipFacts } from './memberships';
import type { Change } from './timeline';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const held = (value: string | null) => ({ value, label: value });
const change = (minute: number, from: string | null, to: string | null): Change => ({
  at: at(minute),
  from: held(from),
  to: held(to),
});
const joins = (minute: number, id: string) => change(minute, null, id);
const leaves = (minute: number, id: string) => change(minute, id, null);
const facts = (parts: Partial<MembershipFacts>): MembershipFacts => ({
  ...{ created: at(0), updated: at(50), current: [], changes: [] },
  ...parts,
});
const shown = (parts: Partial<MembershipFacts>) =>
  memberships(facts(parts)).map(
    ({ value, from, to }) => `${value} ${from.slice(14, 16)}-${to === null ? 'now' : to.slice(14, 16)}`,
  );

const cases: readonly (readonly [string, Partial<MembershipFacts>, readonly string[]])[] = [
  ['nothing held, nothing changed: no span', {}, []],
  ['what no change names was there from the creation on', { current: ['b', 'a'] }, ['a 00-now', 'b 00-now']],
  ['what came is held from then on', { current: ['a'], changes: [joins(10, 'a')] }, ['a 10-now']],
  ['what left was there from the creation on', { changes: [leaves(10, 'a')] }, ['a 00-10']],
  ['several may be held at once', { current: ['a', 'b'], changes: [joins(10, 'a'), joins(20, 'b')] }, ['a 10-now', 'b 20-now']],
  [
    'what left may come back',
    { current: ['a'], changes: [leaves(10, 'a'), joins(20, 'a'), leaves(30, 'a'), joins(40, 'a')] },
    ['a 00-10', 'a 20-30', 'a 40-now'],
  ],
  ['one change may take one out and put one in', { current: ['b'], changes: [change(10, 'a', 'b')] }, ['a 00-10', 'b 10-now']],
  ['what came and left in one moment leaves no trace', { changes: [joins(10, 'a'), leaves(10, 'a')] }, []],
  [
    'what left and came back in one moment never left',
    { current: ['a'], changes: [leaves(10, 'a'), joins(10, 'a')] },
    ['a 00-now'],
  ],
  [
    'a change dated before the creation counts from the creation on',
    { created: at(20), current: ['a'], changes: [joins(10, 'a')] },
    ['a 20-now'],
  ],
  [
    'what left without a change (a version deleted or merged) is held until the last update',
    { changes: [joins(10, 'a')] },
    ['a 10-50'],
  ],
  [
    'what came back without a change is held from the last update on',
    { current: ['a'], changes: [leaves(10, 'a')] },
    ['a 00-10', 'a 50-now'],
  ],
];

test.each(cases)('%s', (_name, given, expected) => {
  expect(shown(given)).toEqual(expected);
});

test('no names are kept', () => {
  const spans = memberships(facts({ current: ['a'], changes: [joins(10, 'a'), change(20, 'b', null)] }));
  expect(spans.map(({ label }) => label)).toEqual([null, null]);
});

test('the newest changes join on to spans that are known', () => {
  const known = memberships(facts({ current: ['a', 'b'], changes: [joins(10, 'a')] }));
  expect(shown({ known, current: ['a', 'c'], changes: [leaves(20, 'b'), joins(30, 'c')] })).toEqual([
    'b 00-20',
    'a 10-now',
    'c 30-now',
  ]);
});

test('what was not there when it was read last cannot have been there from the creation on', () => {
  expect(shown({ known: [], current: ['a'] })).toEqual(['a 50-now']);
});

const ids = ['a', 'b', 'c'];
/** Ids that were held at first, and steps that each take one out or put one in. */
const aHistory = fc
  .record({
    first: fc.subarray(ids),
    steps: fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 4 }), id: fc.constantFrom(...ids) }), { maxLength: 14 }),
  })
  .map(({ first, steps }) => {
    const now = new Set(first);
    let minute = 0;
    const changes = steps.map(({ minutes, id }) => {
      minute += minutes;
      if (now.delete(id)) return leaves(minute, id);
      now.add(id);
      return joins(minute, id);
    });
    return { first, facts: facts({ changes, current: [...now], updated: at(minute) }) };
  });

const replayed = (first: readonly string[], changes: readonly Change[]) => {
  const now = new Set(first);
  for (const { from, to } of changes) {
    if (from.value !== null) now.delete(from.value);
    if (to.value !== null) now.add(to.value);
  }
  return [...now].sort();
};

test('at every moment the spans hold what replaying the changes gives', () => {
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 0, max: 60 }), ({ first, facts: history }, minute) => {
      const moment = at(minute);
      const during = memberships(history).filter(({ from, to }) => from <= moment && (to === null || to > moment));
      const expected = replayed(
        first,
        history.changes.filter((one) => one.at <= moment),
      );
      expect(during.map(({ value }) => value).sort()).toEqual(expected);
    }),
  );
});

test('spans of one id neither touch nor overlap, and last some time', () => {
  fc.assert(
    fc.property(aHistory, ({ facts: history }) => {
      const spans = memberships(history);
      for (const id of ids) {
        const own = spans.filter(({ value }) => value === id);
        own.forEach(({ from, to }, n) => {
          const next = own[n + 1];
          if (to !== null) expect(from < to).toBe(true);
          if (next !== undefined) expect(to !== null && to < next.from).toBe(true);
        });
      }
    }),
  );
});

test('reading only the newest changes gives the same as reading all', () => {
  fc.assert(
    fc.property(aHistory, fc.nat(14), fc.nat(14), ({ first, facts: history }, read, kept) => {
      fc.pre(history.changes.every((one, n) => n === 0 || one.at > (history.changes[n - 1]?.at ?? '')));
      const earlier = history.changes.slice(0, read);
      const last = earlier.at(-1)?.at ?? history.created;
      const known = memberships({ ...history, changes: earlier, current: replayed(first, earlier), updated: last });
      const newest = history.changes.slice(Math.min(kept, earlier.length));
      expect(memberships({ ...history, changes: newest, known })).toEqual(memberships(history));
    }),
  );
});

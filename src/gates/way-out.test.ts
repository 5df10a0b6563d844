import fc from 'fast-check';
import type { Condition } from './rules/rule';
import { wayOut } from './way-out';
import type { HoursOf, Wish } from './way-out';

const aCondition = (parts: Partial<Condition> & Pick<Condition, 'defectIds'>): Condition => ({
  ...{ id: parts.defectIds.join(), rule: 'open-defects', breach: 'holds', unit: 'defects', atLeast: false },
  ...{ title: '', reason: 'too many', definition: '', value: parts.defectIds.length, limit: 0, state: 'breached' },
  ...{ deferredIds: [], leftOut: '', restsUntil: null, clause: null },
  ...parts,
});
const any: Wish = { acts: ['close', 'defer'], without: new Set() };
/** Hours by act, then by defect. */
const costing =
  (table: Partial<Record<string, Record<string, number | null>>>): HoursOf =>
  (act, id) => {
    const row = table[act];
    return row === undefined || !(id in row) ? 'no' : (row[id] ?? null);
  };

test('nothing holds: no way out is needed', () => {
  expect(wayOut([aCondition({ defectIds: [], state: 'met' })], () => 1, any)).toBeNull();
  expect(wayOut([aCondition({ defectIds: ['1'], breach: 'warns' })], () => 1, any)).toBeNull();
});

test('of closing and deferring the quicker one, and of defects those that take least', () => {
  const hours = costing({ close: { a: 40, b: 3, c: 30 }, defer: { a: 5, b: 6 } });
  expect(wayOut([aCondition({ defectIds: ['a', 'b', 'c'], limit: 1 })], hours, any)).toEqual({
    steps: [
      { act: 'defer', defectId: 'a', conditionId: null, hours: 5 },
      { act: 'close', defectId: 'b', conditionId: null, hours: 3 },
    ],
    ...{ hours: 8, untold: 0, smallest: true, rest: [] },
  });
});

test('one dear defect that counts everywhere may be cheaper than a cheap one for each', () => {
  const hours = costing({ close: { shared: 5, x: 3, y: 3 } });
  const conditions = [aCondition({ defectIds: ['shared', 'x'], limit: 1 }), aCondition({ defectIds: ['shared', 'y'], limit: 1 })];
  expect(wayOut(conditions, hours, any)?.steps.map(({ defectId }) => defectId)).toEqual(['shared']);
});

test('an alternative leaves out what it is told to, and says when that does not suffice', () => {
  const hours = costing({ close: { a: 2, b: 9 }, defer: { a: 1 } });
  const conditions = [aCondition({ defectIds: ['a', 'b'], limit: 1 })];
  const steps = (wish: Partial<Wish>) =>
    wayOut(conditions, hours, { ...any, ...wish })?.steps.map((s) => `${s.act} ${s.defectId}`);
  expect(steps({})).toEqual(['defer a']);
  expect(steps({ acts: ['close'] })).toEqual(['close a']);
  expect(steps({ without: new Set(['a']) })).toEqual(['close b']);
  expect(steps({ without: new Set(['a', 'b']) })).toBeUndefined();
});

test('what the history does not tell is taken for a day, and counted as not told', () => {
  const hours = costing({ close: { a: null, b: 30 } });
  expect(wayOut([aCondition({ defectIds: ['a', 'b'], limit: 1 })], hours, any)).toMatchObject({
    steps: [{ defectId: 'a', hours: null }],
    ...{ hours: 0, untold: 1 },
  });
});

test('fixes are verified, checks confirmed, causes approved, holds lifted; the rest is waited for', () => {
  const hours: HoursOf = (act, id) => (act === 'verify' && id === 'slow' ? 9 : 1);
  const until = '2026-11-03T10:00:00.000Z';
  const way = wayOut(
    [
      aCondition({ id: 'fixes', rule: 'unverified-fixes', unit: 'items', defectIds: ['slow', 'quick'], limit: 1 }),
      aCondition({ id: 'check', rule: 'manual-check', unit: 'items', value: 1, defectIds: [] }),
      aCondition({ id: 'causes', rule: 'escape-rate', unit: 'percent', value: 12, limit: 5, defectIds: [] }),
      aCondition({ id: 'hold:1', rule: 'hold', unit: 'items', value: 1, defectIds: [] }),
      aCondition({
        id: 'soak',
        rule: 'soak-time',
        unit: 'hours',
        atLeast: true,
        value: 2,
        limit: 24,
        defectIds: [],
        restsUntil: until,
      }),
      aCondition({ id: 'blind', state: 'unknown', value: null, defectIds: [], reason: 'nobody told' }),
    ],
    hours,
    any,
  );
  expect(way?.steps.map(({ act, defectId }) => [act, defectId])).toEqual([
    ['verify', 'quick'],
    ['confirm', null],
    ['approve-analysis', null],
    ['lift', null],
  ]);
  expect(way?.rest).toEqual([
    { conditionId: 'soak', reason: 'too many', until },
    { conditionId: 'blind', reason: 'nobody told', until: null },
  ]);
});

test('no other set that opens the gate takes fewer hours', () => {
  const ids = ['1', '2', '3', '4', '5', '6'];
  const hours = fc.record(Object.fromEntries(ids.map((id) => [id, fc.integer({ min: 1, max: 9 })])));
  const conditions = fc.array(fc.tuple(fc.subarray(ids), fc.nat(3)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(conditions, hours, hours, (given, close, defer) => {
      const all = given.map(([defectIds, limit]) =>
        aCondition({ defectIds, limit, state: defectIds.length > limit ? 'breached' : 'met' }),
      );
      const way = wayOut(all, costing({ close, defer }), any);
      expect(way?.hours ?? 0).toBe(leastOf(all, ids, (id) => Math.min(close[id] ?? 0, defer[id] ?? 0)));
    }),
  );
});

/** By trying every subset. */
function leastOf(conditions: readonly Condition[], ids: readonly string[], cost: (id: string) => number): number {
  let least = Infinity;
  for (let mask = 0; mask < 2 ** ids.length; mask += 1) {
    const gone = ids.filter((_, bit) => (mask >> bit) & 1);
    const opens = conditions.every((c) => c.state === 'met' || c.defectIds.filter((id) => !gone.includes(id)).length <= c.limit);
    if (opens)
      least = Math.min(
        least,
        gone.reduce((sum, id) => sum + cost(id), 0),
      );
  }
  return least;
}

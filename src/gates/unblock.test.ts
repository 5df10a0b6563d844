import fc from 'fast-check';
import type { Condition } from './rules/rule';
import { unblockSet } from './unblock';

const condition = (defectIds: readonly string[], limit: number): Condition => ({
  id: defectIds.join(),
  rule: 'open-defects',
  breach: 'holds',
  unit: 'defects',
  atLeast: false,
  title: '',
  reason: '',
  definition: '',
  value: defectIds.length,
  limit,
  state: defectIds.length > limit ? 'breached' : 'met',
  defectIds,
  deferredIds: [],
  leftOut: '',
  restsUntil: null,
  clause: '',
});

/** How small the smallest set is, by trying every subset. */
function bruteForce(conditions: readonly Condition[]): number {
  const ids = [...new Set(conditions.flatMap((c) => c.defectIds))];
  let best = ids.length;
  for (let mask = 0; mask < 2 ** ids.length; mask += 1) {
    const closed = ids.filter((_, bit) => (mask >> bit) & 1);
    if (closed.length < best && conditions.every((c) => c.defectIds.filter((id) => !closed.includes(id)).length <= c.limit))
      best = closed.length;
  }
  return best;
}

test('nothing breached, nothing to do', () => {
  expect(unblockSet([condition(['1'], 1)])).toBeNull();
});

test.each([
  ['one defect', [condition(['1'], 0)], 1, 'Close this defect, defer it, or move it out of the release, and the gate opens.'],
  [
    'all of them',
    [condition(['1', '2'], 0)],
    2,
    'Close all 2 of these defects, defer them, or move them out of the release, and the gate opens.',
  ],
  [
    'one that counts twice',
    [condition(['1', '2'], 1), condition(['2', '3'], 1)],
    1,
    'Close this one of 3 defects, defer it, or move it out of the release, and the gate opens.',
  ],
  [
    'a share',
    [condition(['1', '2', '3', '4'], 2)],
    2,
    'Close these 2 of 4 defects, defer them, or move them out of the release, and the gate opens.',
  ],
])('%s', (_, conditions, size, sentence) => {
  const unblock = unblockSet(conditions);
  expect(unblock?.defectIds).toHaveLength(size);
  expect(unblock?.sentence).toBe(sentence);
});

test('the set opens the gate, and no smaller one does', () => {
  const ids = fc.subarray(['1', '2', '3', '4', '5', '6', '7', '8']);
  const conditions = fc.array(
    fc.tuple(ids, fc.nat(3)).map(([defectIds, limit]) => condition(defectIds, limit)),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(conditions, (given) => {
      const unblock = unblockSet(given);
      const closed = unblock?.defectIds ?? [];
      const breached = given.filter((c) => c.state === 'breached');
      expect(given.every((c) => c.defectIds.filter((id) => !closed.includes(id)).length <= c.limit)).toBe(true);
      expect(closed).toHaveLength(bruteForce(breached));
    }),
  );
});

test('where defects differ in what they cost, no cheaper set opens the gate', () => {
  const all = ['1', '2', '3', '4', '5', '6'];
  const conditions = fc.array(
    fc.tuple(fc.subarray(all), fc.nat(2)).map(([defectIds, limit]) => condition(defectIds, limit)),
    { maxLength: 4 },
  );
  const costs = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: all.length, maxLength: all.length });
  fc.assert(
    fc.property(conditions, costs, (given, hours) => {
      const cost = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (hours[Number(id) - 1] ?? 1), 0);
      const unblock = unblockSet(given, (id) => hours[Number(id) - 1] ?? 1);
      const opens = (ids: readonly string[]) =>
        given.every((c) => c.defectIds.filter((id) => !ids.includes(id)).length <= c.limit);
      let best = Infinity;
      for (let mask = 0; mask < 2 ** all.length; mask += 1) {
        const ids = all.filter((_, bit) => (mask >> bit) & 1);
        if (opens(ids)) best = Math.min(best, cost(ids));
      }
      expect(unblock?.smallest ?? true).toBe(true);
      expect(opens(unblock?.defectIds ?? [])).toBe(true);
      expect(cost(unblock?.defectIds ?? [])).toBe(best);
    }),
  );
});

test('what no closed defect would meet is not promised to open', () => {
  const waiting = { ...condition([], 0), unit: 'hours' as const, atLeast: true, value: 3, limit: 24, state: 'breached' as const };
  expect(unblockSet([condition(['1'], 0), waiting])?.sentence).toBe(
    'Close this defect, defer it, or move it out of the release, and only the other condition holds the gate.',
  );
  expect(unblockSet([waiting])).toBeNull();
});

test('six hundred defects in overlapping conditions are decided at once', () => {
  const ids = Array.from({ length: 600 }, (_, i) => String(i));
  const conditions = [7, 11, 13, 17].map((n) =>
    condition(
      ids.filter((_, i) => i % n < n / 2),
      3,
    ),
  );
  const unblock = unblockSet(conditions);
  const left = (c: Condition) => c.defectIds.filter((id) => !unblock?.defectIds.includes(id)).length;
  expect(conditions.every((c) => left(c) <= c.limit)).toBe(true);
});

import fc from 'fast-check';
import type { Condition } from './rules/rule';
import { unblockSet } from './unblock';

const condition = (defectIds: readonly string[], limit: number): Condition => ({
  id: defectIds.join(),
  rule: 'open-defects',
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

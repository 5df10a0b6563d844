import { ahead, comingUp, isOlder } from './ahead';
import { triageItem, triageSession } from './triage.fixture';

const session = triageSession([triageItem(1), triageItem(2, { skipped: 1 }), triageItem(3), triageItem(4, { state: 'decided' })]);

test('a decision on its way brings the next defect at once', () => {
  const shown = ahead(session, [{ defectId: '20001', act: 'decide' }]);
  expect(shown).toMatchObject({ currentId: '20003', decided: 2, left: 2 });
  expect(shown.items[0]?.state).toBe('decided');
});

test('a defect that is skipped comes back after those that were not', () => {
  const shown = ahead(session, [{ defectId: '20001', act: 'skip' }]);
  expect(shown).toMatchObject({ currentId: '20003', decided: 1, left: 3 });
  expect(comingUp(shown, 2)).toEqual(['20001', '20002']);
});

test('a decision about another defect than the current one moves nobody', () => {
  expect(ahead(session, [{ defectId: '20003', act: 'decide' }])).toMatchObject({ currentId: '20001', left: 2 });
});

test('after the last one there is none', () => {
  expect(ahead(triageSession([triageItem(1)]), [{ defectId: '20001', act: 'decide' }])).toMatchObject({
    currentId: null,
    left: 0,
  });
});

test('nothing on its way, or a closed session, changes nothing', () => {
  expect(ahead(session, [])).toBe(session);
  const closed = triageSession([triageItem(1)], { state: 'closed' });
  expect(ahead(closed, [{ defectId: '20001', act: 'decide' }])).toBe(closed);
});

test.each([
  // A look that was asked for after a decision, and answered before it.
  ['what happened counts before when it was asked for', [7, '09:00'], [6, '09:01'], false],
  ['a look that missed a decision is older than it', [6, '09:01'], [7, '09:00'], true],
  ['where nothing happened the later one is newer', [7, '09:00'], [7, '09:01'], true],
  ['the same is not older', [7, '09:00'], [7, '09:00'], false],
] as const)('%s', (_name, [step, now], [otherStep, otherNow], older) => {
  expect(isOlder({ step, now }, { step: otherStep, now: otherNow })).toBe(older);
});

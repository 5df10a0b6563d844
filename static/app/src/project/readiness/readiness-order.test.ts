import type { ConditionView, DefectRow, StageReadiness } from '../../../../../src/contracts/readiness';
import { blockingIds, filterDefects, firstObstacle, hiddenBlocking, hiddenHolding, worstFirst } from './blocking-defects';
import { sortDefects } from './defect-order';

const defect = (id: string, over: Partial<DefectRow> = {}): DefectRow => ({
  ...{ id, key: `SHOP-${id}`, summary: `Summary ${id}`, severity: 'S2', tier: null, status: 'To Do' },
  ...{ openedAt: '2026-11-01T00:00:00.000Z', ageDays: 1, dueAt: null, overdue: false, score: null },
  ...over,
});
const condition = (id: string, state: ConditionView['state'], defectIds: string[], hidden = 0): ConditionView => ({
  ...{ id, rule: 'open-defects', title: id, definition: '', value: defectIds.length, limit: 0, jql: '' },
  ...{ breach: 'holds', reason: '', unit: 'defects', atLeast: false },
  ...{ state, defectIds, hidden },
});
const stage = (key: string, state: StageReadiness['state'], conditions: ConditionView[] = []): StageReadiness => ({
  ...{ stage: { key, name: key }, mode: 'enforce', sentence: '', at: null, staleSince: null, unblock: null, ledger: null },
  ...{ state, conditions },
});

describe('sorting', () => {
  const defects = [
    defect('10', { severity: 'S1', score: 40, ageDays: 3, dueAt: '2026-11-05T00:00:00.000Z' }),
    defect('9', { severity: null, ageDays: 12.5 }),
    defect('101', { severity: 'S4', ageDays: 0.5, dueAt: '2026-11-03T00:00:00.000Z' }),
  ];
  test.each([
    [null, false, ['10', '9', '101']],
    ['key', false, ['9', '10', '101']],
    ['key', true, ['101', '10', '9']],
    ['severity', false, ['9', '10', '101']],
    ['age', true, ['9', '10', '101']],
    ['due', false, ['101', '10', '9']],
    ['score', true, ['10', '9', '101']],
  ] as const)('by %s, descending %s', (column, descending, ids) => {
    expect(sortDefects(defects, column, descending).map(({ id }) => id)).toStrictEqual(ids);
  });
});

test('blocking are the defects behind breached conditions of any stage', () => {
  const stages = [
    stage('staging', 'open', [condition('a', 'met', ['1', '2'])]),
    stage('production', 'held', [condition('b', 'breached', ['2', '3'], 2), condition('c', 'breached', ['3'], 1)]),
  ];
  const blocking = blockingIds({ stages });
  expect([...blocking]).toStrictEqual(['2', '3']);
  expect(hiddenBlocking({ stages })).toBe(2);
  const defects = [defect('1', { overdue: true }), defect('2'), defect('3')];
  expect(filterDefects(defects, 'blocking', blocking).map(({ id }) => id)).toStrictEqual(['2', '3']);
  expect(filterDefects(defects, 'overdue', blocking).map(({ id }) => id)).toStrictEqual(['1']);
});

test('conditions that need eyes come first', () => {
  const given = [condition('met', 'met', []), condition('unknown', 'unknown', []), condition('breached', 'breached', [])];
  expect(worstFirst(given).map(({ id }) => id)).toStrictEqual(['breached', 'unknown', 'met']);
});

test('the first stage that is not open is looked at first', () => {
  expect(firstObstacle([stage('staging', 'open'), stage('production', 'held')])).toBe('production');
  expect(firstObstacle([stage('staging', 'open'), stage('production', 'open')])).toBe('staging');
  expect(firstObstacle([])).toBeNull();
});

const least = (hidden: number): StageReadiness['unblock'] => ({ sentence: '', defectIds: [], hidden, smallest: true });
const two = [condition('a', 'breached', [], 2), condition('b', 'breached', ['1'], 3)];

test.each<[string, StageReadiness, number]>([
  ['conditions may count the same ones, so the most stands for all', stage('production', 'held', two), 3],
  ['those of a condition that is met hold nothing', stage('production', 'held', [condition('a', 'met', [], 4)]), 0],
  ['the least that opens the gate may count more', { ...stage('production', 'held', two), unblock: least(5) }, 5],
  ['an open gate is held by none', stage('production', 'open', two), 0],
  ['nothing is said of a stage that is unknown', stage('production', 'unknown', two), 0],
])('hidden defects that hold a gate: %s', (_, held, hidden) => {
  expect(hiddenHolding(held)).toBe(hidden);
});

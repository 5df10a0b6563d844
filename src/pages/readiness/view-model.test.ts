import { dayOf } from '../../kernel/instant';
import { mayNothing } from '../access';
import { aStoredDefect, aVerdict, now, project, settings, version } from '../screen.fixture';
import { readinessView } from './view-model';
import type { ReadinessFacts } from './view-model';

const secret = aStoredDefect({ id: '1', key: 'SHOP-1', summary: 'SECRET', severity: 'S1', securityLevel: '900' });
const known = aStoredDefect({ id: '2', key: 'SHOP-2', severity: 'S1' });
const old = aStoredDefect({ id: '3', key: 'SHOP-3', severity: 'S3', createdAt: '2026-08-01T09:00:00.000Z' });
const closed = aStoredDefect({ id: '4', key: 'SHOP-4', open: false, category: 'done' });
const ticket = { id: '5', projectId: '1', key: 'SHOP-5', status: 'Planned', category: 'new', securityLevel: null };

const facts = (parts: Partial<ReadinessFacts> = {}): ReadinessFacts => ({
  ...{ project, version, settings, now, keptFresh: true, revision: 'r' },
  defects: [old, secret, closed, known],
  tickets: [ticket, { ...ticket, id: '6', key: 'SHOP-6', securityLevel: '900' }],
  verdicts: [aVerdict([secret, known, old])],
  access: { mayBrowse: true, levels: [], may: mayNothing },
  scores: new Map([['2', 71]]),
  days: { firstDay: dayOf(now) - 119, days: 119, levels: [] },
  ...parts,
});

test('what the viewer may not see is counted and never named', () => {
  const view = readinessView(facts());
  expect(view.defects.map(({ key }) => key)).toEqual(['SHOP-2', 'SHOP-3']);
  expect(view.hidden).toBe(1);
  const s1 = view.stages[1]?.conditions[0];
  expect([s1?.value, s1?.defectIds, s1?.hidden]).toEqual([2, ['2'], 1]);
  expect(view.stages[1]?.unblock).toMatchObject({ hidden: 1 });
  expect(view.tickets).toEqual([{ key: 'SHOP-5', status: 'Planned' }]);
  expect(JSON.stringify(view)).not.toMatch(/SECRET|SHOP-1\b|SHOP-6/);
});

test('who may see the level sees all', () => {
  const view = readinessView(facts({ access: { mayBrowse: true, levels: ['900'], may: mayNothing } }));
  expect([view.hidden, view.defects.length, view.tickets.length]).toEqual([0, 3, 2]);
});

test('rows come worst first, with age and target', () => {
  const [first] = readinessView(facts()).defects;
  expect(first).toMatchObject({ key: 'SHOP-2', score: 71, ageDays: 13, dueAt: '2026-10-22T09:00:00.000Z', overdue: true });
});

test('progress counts the defects that the viewer may see', () => {
  expect(readinessView(facts()).progress).toEqual({ toDo: 2, inProgress: 0, done: 1 });
});

test('a defect that was closed since the verdict is neither listed nor hidden', () => {
  const view = readinessView(facts({ defects: [{ ...secret, open: false }, known] }));
  expect(view.stages[1]?.conditions[0]).toMatchObject({ defectIds: ['2'], hidden: 0 });
});

test('stale evidence judges no condition', () => {
  const view = readinessView(facts({ now: '2026-11-02T10:00:00.000Z' }));
  expect(new Set(view.stages[1]?.conditions.map(({ state }) => state))).toEqual(new Set(['unknown']));
  expect(view.stages[1]?.unblock).toBeNull();
});

test('a stage without a verdict has no conditions yet', () => {
  expect(readinessView(facts({ verdicts: [] })).stages[0]).toMatchObject({ state: 'unknown', conditions: [], ledger: null });
});

test('the trend counts past days of the levels that the viewer may see, and today by the defects themselves', () => {
  const column = (n: number) => [n, 0, 0, 0, 0].map((count) => Array.from({ length: 119 }, () => count));
  const levels = [null, '900'].map((level, n) => ({ level, open: column(n + 1), done: column(4), late: column(1) }));
  const days = { firstDay: dayOf(now) - 119, days: 119, levels };
  const s1 = (levels: readonly string[]) => {
    const { trend } = readinessView(facts({ days, access: { mayBrowse: true, levels, may: mayNothing } }));
    return [trend.series[0]?.counts.slice(-2), trend.late.slice(-2), trend.done.slice(-2)];
  };
  expect(s1([])).toEqual([
    [1, 1],
    [1, 2],
    [4, 1],
  ]);
  expect(s1(['900'])).toEqual([
    [3, 2],
    [2, 3],
    [8, 1],
  ]);
});

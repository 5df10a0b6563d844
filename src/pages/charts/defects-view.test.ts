import type { StoredDefect } from '../../defects/shell';
import { mayNothing } from '../access';
import { chartDefectsView } from './defects-view';

const now = '2026-11-10T12:00:00.000Z';
const defect = (id: string, parts: Partial<StoredDefect> = {}): StoredDefect => ({
  ...{ id, projectId: '1', key: `SHOP-${id}`, summary: `Broken ${id}`, status: 'Open', category: 'new', open: true },
  ...{ severity: 'S2', tier: null, securityLevel: null, createdAt: '2026-11-08T00:00:00.000Z' },
  ...parts,
});
const view = (ids: readonly string[], stored: readonly StoredDefect[], levels: readonly string[] = []) =>
  chartDefectsView({ projectId: '1', ids, stored, access: { mayBrowse: true, levels, may: mayNothing }, now });

test('the defects stand in the order asked for, each once, with their age', () => {
  const { rows, missing } = view(['3', '1', '3'], [defect('1'), defect('3')]);
  expect(rows.map(({ key, ageDays }) => [key, ageDays])).toEqual([
    ['SHOP-3', 2.5],
    ['SHOP-1', 2.5],
  ]);
  expect(missing).toBe(0);
});

test('what Jira hides, what is of another project and what is gone is counted and not told', () => {
  const stored = [defect('1', { securityLevel: '900' }), defect('2', { projectId: '7' }), defect('4')];
  expect(view(['1', '2', '3', '4'], stored)).toMatchObject({ rows: [{ id: '4' }], missing: 3 });
  expect(view(['1'], stored, ['900'])).toMatchObject({ rows: [{ id: '1' }], missing: 0 });
  expect(JSON.stringify(view(['1'], stored))).not.toContain('SHOP');
});

test('a defect dated after now is new', () => {
  expect(view(['1'], [defect('1', { createdAt: '2026-11-11T00:00:00.000Z' })]).rows[0]?.ageDays).toBe(0);
});

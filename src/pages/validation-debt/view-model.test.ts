import type { StoredDefect } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import type { DeploymentStep } from '../../environments';
import { defaultSettings } from '../../settings';
import { now } from '../screen.fixture';
import { validationDebtView } from './view-model';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const finish = (id: string, hour: number, environment: string, version: string): DeploymentStep => ({
  ...{ id, step: 'finish', at: at(hour), service: 'shop', environment, version, build: `${version}-1`, commit: null },
  ...{ outcome: 'successful', exposure: 100, from: null, incident: null },
});
const defect = (id: string, securityLevel: string | null = null): StoredDefect => ({
  ...{ id, projectId: '1', key: `SHOP-${id}`, summary: 'Broken', status: 'Open', category: 'new', open: true, severity: 'S2' },
  ...{ tier: null, securityLevel, createdAt: at(0) },
});
const access = { mayBrowse: true, levels: [], may: { overrideGates: false, liftHolds: false, approveDeferrals: false } };
const view = (steps: readonly DeploymentStep[], defects: readonly StoredDefect[]) => {
  const all = deploymentsOf(steps);
  const ofRelease = all.filter(({ version }) => version === '4.2.0');
  return validationDebtView({ defects, cells: new Map(), all, ofRelease, stages: defaultSettings.stages, access, now });
};

test('defects of the release wait where it stands now, and not where another one has replaced it', () => {
  const steps = [finish('a', 1, 'qa', '4.2.0'), finish('b', 2, 'staging', '4.2.0'), finish('c', 3, 'staging', '4.3.0')];
  const debt = view(steps, [defect('7')]);
  expect(debt.deployedIn).toEqual(['Test']);
  expect(debt.rows).toMatchObject([
    { defect: { key: 'SHOP-7' }, stage: { key: 'test' }, kind: 'look', since: at(1), build: '4.2.0-1' },
  ]);
});

test('what the viewer may not see is a number', () => {
  const debt = view([finish('a', 1, 'test', '4.2.0')], [defect('7'), defect('8', '10400')]);
  expect([debt.rows.length, debt.hidden]).toEqual([1, 1]);
  expect(JSON.stringify(debt)).not.toContain('SHOP-8');
});

test('at most fifty rows, and how many are left out', () => {
  const debt = view(
    [finish('a', 1, 'test', '4.2.0')],
    Array.from({ length: 60 }, (_, n) => defect(String(n))),
  );
  expect([debt.rows.length, debt.more, debt.hidden]).toEqual([50, 10, 0]);
});

test('a release that was never deployed has nothing to validate', () => {
  expect(view([], [defect('7')])).toMatchObject({ deployedIn: [], rows: [], more: 0, hidden: 0 });
});

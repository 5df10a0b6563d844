import type { Facts, Passage, ReleaseBuild, Standing } from '../evidence';
import { now } from '../gates.fixture';
import { passageOf } from '../passage';
import type { PromotionOrderRow } from '../policy';
import { verdictOf } from './one-row.fixture';

const row: PromotionOrderRow = { rule: 'promotion-order', stage: 'production', breach: 'holds' };
const stands = (parts: Partial<Standing> = {}): Standing => ({
  ...{ stage: 'staging', service: 'shop', version: '4.2.0', build: '12', commit: null, at: now, isRelease: true, live: true },
  ...parts,
});
const build = (name: string, service = 'shop'): ReleaseBuild => ({
  ...{ service, build: name, at: now, branch: null, changes: 0, migrations: null },
});
const silent: Passage = { tickets: 0, guarded: [], passed: [] };
const known = <Some>(facts: Some) => ({ kind: 'known', facts }) as const;
const judged = (deployments: Standing[], builds: ReleaseBuild[] = [], passage: Facts['passage'] = silent, of = row) =>
  verdictOf(of, { deployments: known(deployments), builds: known(builds), passage: known(passage) }).condition;

test.each<[string, Standing[], ReleaseBuild[], Passage, string, string]>([
  [
    'it stood there',
    [stands()],
    [build('12')],
    silent,
    'met',
    'it stood in staging, the last time from 2 November 2026, 09:00 UTC',
  ],
  [
    'another release came after it',
    [stands({ isRelease: false, version: '4.3.0' }), stands({ live: false })],
    [],
    silent,
    'met',
    'it stood in staging, the last time from 2 November 2026, 09:00 UTC',
  ],
  [
    'it never came there',
    [stands({ isRelease: false })],
    [],
    silent,
    'breached',
    'this release was never deployed to staging, or was rolled back there',
  ],
  ['another build stood there', [stands()], [build('13'), build('12')], silent, 'breached', 'build 13 never stood in staging'],
  [
    'one service did not come',
    [stands()],
    [build('12'), build('c1', 'cart')],
    silent,
    'breached',
    'build c1 of cart never stood in staging',
  ],
  [
    'a stage that nobody deploys to is passed over',
    [stands({ stage: 'test' })],
    [],
    silent,
    'met',
    'it stood in test, the last time from 2 November 2026, 09:00 UTC',
  ],
  [
    'only deployments to the stage itself were told: the ticket says it',
    [stands({ stage: 'production' })],
    [],
    { tickets: 1, guarded: ['staging'], passed: ['staging'] },
    'met',
    'its release ticket has passed the transition into staging',
  ],
  [
    'its ticket has not come so far',
    [],
    [],
    { tickets: 1, guarded: ['staging', 'production'], passed: [] },
    'breached',
    'its release ticket has not passed the transition into staging, and no deployment was told',
  ],
  [
    'it has no ticket',
    [],
    [],
    { tickets: 0, guarded: ['staging'], passed: [] },
    'breached',
    'it has no release ticket, and no deployment was told',
  ],
  [
    'nothing tells of any way: it is not locked out',
    [],
    [],
    { tickets: 1, guarded: ['production'], passed: [] },
    'met',
    'no deployment was told and no transition of release tickets is guarded, so that nothing can be asked',
  ],
])('%s', (_, deployments, builds, passage, state, reason) => {
  expect(judged(deployments, builds, passage)).toMatchObject({ state, reason });
});

test('what was not looked up is unknown, and holds', () => {
  expect(verdictOf(row, { deployments: known([]), builds: known([]) })).toMatchObject({ state: 'unknown' });
});

describe('a release ticket', () => {
  const guards = [
    { stage: 'staging', to: 'In staging' },
    { stage: 'production', to: 'Released' },
    { stage: null, to: 'Planned' },
  ];
  const order = ['test', 'staging', 'canary', 'production'];
  test.each([
    [['Planned'], []],
    [['In staging'], ['staging']],
    [['Released'], ['staging', 'production']],
    [['Planned', 'In staging'], ['staging']],
    [[], []],
  ])('in %j has passed %j', (statuses, passed) => {
    expect(passageOf(statuses, guards, order)).toEqual({ tickets: statuses.length, guarded: ['staging', 'production'], passed });
  });
});

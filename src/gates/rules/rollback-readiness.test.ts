import { day, plus } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { conditionsOf, now } from '../gates.fixture';
import type { FixedDefect, ReleaseBuild, Standing } from '../evidence';
import type { RollbackItem, RollbackReadinessRow } from '../policy';

const row = (item: RollbackItem, parts: Partial<RollbackReadinessRow> = {}): RollbackReadinessRow => ({
  ...{
    rule: 'rollback-readiness',
    stage: 'production',
    breach: 'holds',
    items: [item],
    mostReturning: 0,
    targetDays: 30,
    ...parts,
  },
});
const stands = (daysAgo: number, parts: Partial<Standing> = {}): Standing => ({
  ...{ stage: 'production', service: 'shop', version: '4.1.0', build: '9', commit: null, at: plus(now, -daysAgo * day) },
  ...{ isRelease: false, live: true, ...parts },
});
const build = (parts: Partial<ReleaseBuild> = {}): ReleaseBuild => ({
  ...{ service: 'shop', build: '12', at: now, branch: null, changes: 1, migrations: null, ...parts },
});
const fix = (severity: Severity | null, ...liveIn: string[]): FixedDefect => ({
  ...{ id: `${severity}-${liveIn.length}`, severity, verifiedIn: [], liveIn },
});

describe('something to go back to', () => {
  const found = (deployments: Standing[], builds: ReleaseBuild[] = [build()]) =>
    conditionsOf(row('target'), { deployments, builds })[0];

  test.each<[string, Standing[], string, string]>([
    [
      'is known and recent',
      [stands(3)],
      'met',
      'what would be put back in production is known and was deployed in the last 30 days',
    ],
    [
      'is too old',
      [stands(30)],
      'breached',
      'what is live in production was deployed more than 30 days ago, so that it may not go back',
    ],
    [
      'names no build',
      [stands(3, { build: null })],
      'breached',
      'what is live in production names no build or commit, so that nothing can be put back for certain',
    ],
    [
      'names its commit',
      [stands(3, { build: null, commit: 'abcdef1' })],
      'met',
      'what would be put back in production is known and was deployed in the last 30 days',
    ],
    ['was never told', [stands(3, { stage: 'staging' })], 'unknown', 'no successful deployment to production was told'],
    [
      'is of another service only',
      [stands(3, { service: 'cart' })],
      'unknown',
      'nothing is known to go back to in production, where none of these services was live before',
    ],
    [
      'stood before the release that is there already',
      [stands(1, { version: '4.2.0', isRelease: true }), stands(3, { live: false })],
      'met',
      'what would be put back in production is known and was deployed in the last 30 days',
    ],
  ])('%s', (_, deployments, state, reason) => {
    expect(found(deployments)).toMatchObject({ state, reason });
  });

  test('may be relied on until it grows too old', () => {
    expect(found([stands(3)])?.restsUntil).toBe(plus(now, 27 * day));
  });

  test('is not known while nobody told what the release is made of', () => {
    expect(found([stands(3)], [])).toMatchObject({
      state: 'unknown',
      reason: 'neither a build nor a deployment of this release was told',
    });
  });

  test('is asked of every service that is there', () => {
    const condition = found([stands(3), stands(40, { service: 'cart' })], [build(), build({ service: 'cart', build: 'c1' })]);
    expect(condition).toMatchObject({ value: 1, state: 'breached' });
    expect(condition?.reason).toContain('what cart has in production');
  });
});

describe('defects that would come back', () => {
  const found = (fixes: FixedDefect[], mostReturning = 0) => conditionsOf(row('returning', { mostReturning }), { fixes })[0];

  test.each<[string, FixedDefect[], number, string, string]>([
    ['none was fixed', [], 0, 'met', '0 defects would come back, none allowed'],
    ['its fix is live already', [fix('S1', 'production')], 0, 'met', '0 defects would come back, none allowed'],
    ['its fix is elsewhere only', [fix('S1', 'staging')], 0, 'breached', '1 defect would come back (1 S1), none allowed'],
    [
      'one without a severity counts as S1',
      [fix(null), fix('S3')],
      1,
      'breached',
      '2 defects would come back (1 S1, 1 S3), at most 1 allowed',
    ],
    ['as many as are allowed', [fix('S2'), fix('S3')], 2, 'met', '2 defects would come back (1 S2, 1 S3), at most 2 allowed'],
  ])('%s', (_, fixes, most, state, reason) => {
    expect(found(fixes, most)).toMatchObject({ state, reason });
  });
});

describe('migrations', () => {
  const found = (...builds: ReleaseBuild[]) => conditionsOf(row('migrations'), { builds })[0];

  test.each<[string, ReleaseBuild[], string, string]>([
    ['there is none', [build({ migrations: 'none' })], 'met', 'no migration stands in the way of going back'],
    ['it can be taken back', [build({ migrations: 'reversible' })], 'met', 'no migration stands in the way of going back'],
    ['it cannot', [build({ migrations: 'irreversible' })], 'breached', 'build 12 has a migration that cannot be taken back'],
    [
      'an older build is not asked',
      [build({ migrations: 'none' }), build({ build: '11', migrations: 'irreversible' })],
      'met',
      'no migration stands in the way of going back',
    ],
    ['no build was told', [], 'unknown', 'no successful build of this release was told'],
    [
      'nobody said',
      [build()],
      'unknown',
      'build 12 does not say whether its migrations can be taken back: the pipeline says so with "holdpoint build --migrations"',
    ],
    [
      'one is silent, and another cannot go back',
      [build(), build({ service: 'cart', build: 'c1', migrations: 'irreversible' })],
      'breached',
      'build c1 has a migration that cannot be taken back',
    ],
  ])('%s', (_, builds, state, reason) => {
    expect(found(...builds)).toMatchObject({ state, reason });
  });
});

describe('services that are new there', () => {
  const found = (deployments: Standing[], ...services: string[]) =>
    conditionsOf(row('dependants'), { deployments, builds: services.map((service) => build({ service })) })[0];

  test.each<[string, Standing[], string[], string, string]>([
    ['none', [stands(3)], ['shop'], 'met', 'every service of this release was live in production before'],
    ['one', [stands(3)], ['shop', 'cart'], 'breached', 'cart is new to production: whatever depends on it has to go back first'],
    [
      'two',
      [stands(3)],
      ['pay', 'cart', 'shop'],
      'breached',
      'cart and 1 more are new to production: whatever depends on them has to go back first',
    ],
    ['nothing was told of the stage', [], ['shop'], 'unknown', 'no successful deployment to production was told'],
  ])('%s', (_, deployments, services, state, reason) => {
    expect(found(deployments, ...services)).toMatchObject({ state, reason });
  });
});

test('each item that is asked for is a condition of its own, and knows or does not know for itself', () => {
  const asked = row('returning', { items: ['returning', 'migrations'] });
  expect(conditionsOf(asked, { fixes: [] }).map(({ id, state }) => [id, state])).toEqual([
    ['rollback-readiness:returning', 'met'],
    ['rollback-readiness:migrations', 'unknown'],
  ]);
});

import * as fc from 'fast-check';
import { hour, plus } from '../../kernel/instant';
import { conditionsOf, now } from '../gates.fixture';
import type { ReleaseBuild, Standing, Trouble } from '../evidence';
import type { SoakTimeRow } from '../policy';

const row = (hours: number): SoakTimeRow => ({ rule: 'soak-time', stage: 'production', breach: 'holds', hours });
const hoursAgo = (hours: number) => plus(now, -hours * hour);
const stands = (hours: number, parts: Partial<Standing> = {}): Standing => ({
  ...{
    stage: 'staging',
    service: 'shop',
    version: '4.2.0',
    build: '12',
    commit: null,
    at: hoursAgo(hours),
    isRelease: true,
    live: true,
  },
  ...parts,
});
const build = (name: string, service = 'shop'): ReleaseBuild => ({
  ...{ service, build: name, at: hoursAgo(100), branch: null, changes: 0, migrations: null },
});
const found = (hours: number, deployments: Standing[], troubles: Trouble[] = [], builds: ReleaseBuild[] = []) =>
  conditionsOf(row(hours), { deployments, troubles, builds })[0];
const seen = (hours: number, stage: string | null = 'staging'): Trouble => ({ at: hoursAgo(hours), stage });

test.each<[string, number, Standing[], Trouble[], ReleaseBuild[], string, string]>([
  ['long enough', 24, [stands(30)], [], [], 'met', 'live in staging since 1 November 2026, 03:00 UTC, at least 24 hours needed'],
  [
    'exactly as long as needed',
    24,
    [stands(24)],
    [],
    [build('12')],
    'met',
    'live in staging since 1 November 2026, 09:00 UTC, at least 24 hours needed',
  ],
  [
    'not long enough',
    24,
    [stands(6)],
    [],
    [],
    'breached',
    'live in staging since 2 November 2026, 03:00 UTC; 24 hours are needed, which is on 3 November 2026, 03:00 UTC',
  ],
  [
    'an S1 was seen there since',
    24,
    [stands(30)],
    [seen(3)],
    [],
    'breached',
    'an S1 or S2 came up on 2 November 2026, 06:00 UTC; 24 hours without another are needed, which is on 3 November 2026, 06:00 UTC',
  ],
  [
    'an S1 of the release was reported since',
    24,
    [stands(30)],
    [seen(3, null)],
    [],
    'breached',
    'an S1 or S2 came up on 2 November 2026, 06:00 UTC; 24 hours without another are needed, which is on 3 November 2026, 06:00 UTC',
  ],
  [
    'an S1 was seen elsewhere',
    24,
    [stands(30)],
    [seen(3, 'production')],
    [],
    'met',
    'live in staging since 1 November 2026, 03:00 UTC, at least 24 hours needed',
  ],
  [
    'an S1 was seen before it came',
    24,
    [stands(30)],
    [seen(31)],
    [],
    'met',
    'live in staging since 1 November 2026, 03:00 UTC, at least 24 hours needed',
  ],
  [
    'something else is live there',
    24,
    [stands(30, { isRelease: false })],
    [],
    [],
    'breached',
    'this release is not live in staging, so that no time counts',
  ],
  [
    'it was live there and is not any more',
    24,
    [stands(30, { live: false }), stands(2, { isRelease: false })],
    [],
    [],
    'breached',
    'this release is not live in staging, so that no time counts',
  ],
  [
    'an older build is live there',
    24,
    [stands(30)],
    [],
    [build('13'), build('12')],
    'breached',
    'build 13 is not live, but build 12 is in staging, so that no time counts',
  ],
  [
    'one of its services is not there',
    24,
    [stands(30)],
    [],
    [build('12'), build('c1', 'cart')],
    'breached',
    'build c1 of cart is not live in staging, so that no time counts',
  ],
  [
    'nothing was told of the stage',
    24,
    [stands(30, { stage: 'test' })],
    [],
    [],
    'unknown',
    'no successful deployment to staging was told',
  ],
])('%s', (_, hours, deployments, troubles, builds, state, reason) => {
  expect(found(hours, deployments, troubles, builds)).toMatchObject({ state, reason });
});

test('it says at which moment it is over, and nothing once it is', () => {
  expect(found(24, [stands(6)])).toMatchObject({ value: 6, unit: 'hours', atLeast: true, restsUntil: plus(now, 18 * hour) });
  expect(found(24, [stands(30)])).toMatchObject({ value: 30, restsUntil: null });
});

test('the service that came last counts', () => {
  expect(found(24, [stands(30), stands(2, { service: 'cart', build: 'c1' })])).toMatchObject({ value: 2, state: 'breached' });
});

test('it opens at the very moment that it names, never before and never later', () => {
  const moments = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(moments, fc.array(moments, { maxLength: 6 }), fc.integer({ min: 1, max: 100 }), (live, troubles, hours) => {
      const facts = { deployments: [stands(live)], troubles: troubles.map((ago) => seen(ago)), builds: [] };
      const last = Math.min(live, ...troubles.filter((ago) => ago < live));
      const first = conditionsOf(row(hours), facts)[0];
      expect(first?.state).toBe(last >= hours ? 'met' : 'breached');
      if (first?.state !== 'breached') return;
      const over = first.restsUntil ?? '';
      expect(conditionsOf(row(hours), facts, { now: over })[0]?.state).toBe('met');
      expect(conditionsOf(row(hours), facts, { now: plus(over, -1) })[0]?.state).toBe('breached');
    }),
  );
});

test('for the first stage nothing can be known', () => {
  const stage = { key: 'test', name: 'Test' };
  const known = { deployments: [], builds: [], troubles: [] };
  expect(conditionsOf({ ...row(1), stage: 'test' }, known, { stage })[0]?.state).toBe('unknown');
});

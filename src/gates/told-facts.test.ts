import { deploymentsOf } from '../environments';
import type { BehaviourCell, DeploymentStep } from '../environments';
import { fixedDefectOf, judgedBuilds, stageRunsOf, standingsOf } from './told-facts';

const stages = [
  { key: 'staging', environments: ['uat'] },
  { key: 'production', environments: [] },
];
const step = (id: string, at: string, parts: Partial<DeploymentStep>): DeploymentStep => ({
  ...{ id, step: 'finish', at: `2026-11-0${at}T09:00:00.000Z`, service: 'shop', environment: 'uat', outcome: 'successful' },
  ...{ exposure: 0, from: null, incident: null, version: '4.2.0', build: '12', commit: null, ...parts },
});
const standings = (...steps: DeploymentStep[]) =>
  standingsOf(deploymentsOf(steps), stages, { name: '4.2.0', builds: [{ service: 'shop', build: '12' }] });

test('what stands in a stage is the newest there, whatever pipelines call the stage', () => {
  const found = standings(step('a', '1', { version: '4.1.0', build: '9' }), step('b', '2', {}));
  expect(found.map(({ stage, build, live, isRelease }) => [stage, build, live, isRelease])).toEqual([
    ['staging', '12', true, true],
    ['staging', '9', false, false],
  ]);
});

test.each<[string, Partial<DeploymentStep>]>([
  ['a deployment that failed', { outcome: 'failed' }],
  ['one to an environment that is no stage', { environment: 'playground' }],
])('%s stands nowhere', (_, parts) => {
  expect(standings(step('a', '1', parts))).toEqual([]);
});

test('what was taken back does not stand any more, and what was put back is live', () => {
  const found = standings(
    step('a', '1', { version: '4.1.0', build: '9' }),
    step('b', '2', {}),
    step('b', '3', { step: 'rollback', version: '4.1.0', build: '9', from: '4.2.0' }),
  );
  expect(found.map(({ version, live }) => [version, live])).toEqual([
    ['4.1.0', true],
    ['4.1.0', false],
  ]);
});

test.each<[string, Partial<DeploymentStep>, boolean]>([
  ['names the release', { build: '1' }, true],
  ['names another', { version: '4.1.0' }, false],
  ['names one of its builds only', { version: null }, true],
  ['names a build of another service only', { version: null, service: 'cart' }, false],
])('a deployment that %s', (_, parts, isRelease) => {
  expect(standings(step('a', '1', parts))[0]?.isRelease).toBe(isRelease);
});

test.each([
  [{ passed: 9, failed: 0, errors: 0 }, true],
  [{ passed: 0, failed: 0, errors: 0 }, false],
  [{ passed: 9, failed: 1, errors: 0 }, false],
  [{ passed: 9, failed: 0, errors: 1 }, false],
])('a run of %j is green: %s', (tally, green) => {
  const run = { environment: 'UAT', service: 'shop', suite: 'nightly', build: '12', at: '2026-11-01T09:00:00.000Z', tally };
  expect(stageRunsOf([run], stages)).toMatchObject([{ stage: 'staging', green }]);
  expect(stageRunsOf([{ ...run, environment: 'moon' }], stages)).toEqual([]);
});

const cell = (state: BehaviourCell['state'], source: BehaviourCell['source']): BehaviourCell => ({
  ...{ stage: 'staging', state, source, because: '', said: null, stale: null, at: null, build: null },
});

test.each<[string, BehaviourCell, boolean]>([
  ['a green run', cell('fixed', 'run'), true],
  ['a person who said that it is fixed', cell('fixed', 'person'), true],
  ['a person who looked and did not find it', cell('not-reproduced', 'person'), true],
  ['a deployment alone', cell('unknown', 'deployment'), false],
  ['a person who sees it', cell('reproduced', 'person'), false],
  ['a workaround', cell('worked-around', 'workaround'), false],
])('a fix is verified by %s: %#', (_, told, isVerified) => {
  const { verifiedIn } = fixedDefectOf({ id: '1', severity: null }, [told], {});
  expect(verifiedIn).toEqual(isVerified ? ['staging'] : []);
});

test.each([
  ['live', ['production']],
  ['partly', []],
  ['gone', []],
] as const)('a fix that is %s in a stage', (state, liveIn) => {
  const fix = { state, at: '2026-11-01T09:00:00.000Z', build: '12' };
  expect(fixedDefectOf({ id: '1', severity: 'S2' }, [], { production: { fix } }).liveIn).toEqual(liveIn);
});

test('a verdict names the newest build of each service', () => {
  const build = (service: string, name: string) => ({
    ...{ service, build: name, at: '2026-11-01T09:00:00.000Z', branch: null, changes: 0, migrations: null },
  });
  expect(judgedBuilds([build('shop', '13'), build('cart', 'c2'), build('shop', '12')])).toEqual(['13', 'c2']);
  expect(judgedBuilds([])).toEqual([]);
});

import { deploymentsOf } from './deployments';
import type { DeploymentStep } from './deployments';
import type { KnownBuild } from './reach';
import { stageFactsOf } from './stage-facts';
import type { DefectFacts, ProjectFacts } from './stage-facts';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const stages = [
  { key: 'staging', environments: ['pre-prod'] },
  { key: 'production', environments: ['eu', 'us'] },
];
const build = (name: string, hour: number, changes: readonly string[] = []): KnownBuild => ({
  ...{ service: 'shop', build: name, version: '4.2.0', commit: null, branch: 'main', at: at(hour), changes },
});
const step = (
  id: string,
  hour: number,
  environment: string,
  of: string,
  parts: Partial<DeploymentStep> = {},
): DeploymentStep => ({
  ...{ id, step: 'finish', at: at(hour), service: 'shop', environment, version: '4.2.0', build: of, commit: null },
  ...{ outcome: 'successful', exposure: 100, from: null, incident: null },
  ...parts,
});
const commit = { sha: 'abcdef1', branch: 'main', at: at(1) };
const old = { ...build('b1', 0), version: '4.1.0', branch: 'release/4.1' };
const builds = [old, build('b2', 2, ['abcdef1'])];
const project = (steps: readonly DeploymentStep[], parts: Partial<ProjectFacts> = {}): ProjectFacts => ({
  ...{ stages, builds, deployments: deploymentsOf(steps), green: [] },
  ...parts,
});
const defect = (parts: Partial<DefectFacts>): DefectFacts => ({ seen: [], commits: [], workaround: null, ...parts });
const seen = (environment: string, hour: number, suite = 'nightly', of: string | null = 'b1') => ({
  ...{ environment, suite, build: of, last: at(hour) },
});

test('a defect of which nothing was told has no facts', () => {
  expect(stageFactsOf(defect({}), project([step('d', 3, 'staging', 'b2')]))).toEqual({});
});

test('the newest sighting of all environments of a stage counts, by whatever name they go', () => {
  const found = stageFactsOf(
    defect({ seen: [seen('eu', 1), seen('US', 2), seen('pre-prod', 3), seen('laptop', 4)] }),
    project([]),
  );
  expect(Object.keys(found)).toEqual(['staging', 'production']);
  expect(found['production']?.seen).toEqual({ at: at(2), build: 'b1' });
});

test.each<[string, readonly DeploymentStep[], 'live' | 'partly' | 'gone' | undefined]>([
  ['everywhere in the stage', [step('e', 3, 'eu', 'b2'), step('u', 4, 'us', 'b2')], 'live'],
  ['in one of two environments', [step('e', 3, 'eu', 'b2'), step('u', 1, 'us', 'b1')], 'partly'],
  ['in the only environment that was told', [step('e', 3, 'eu', 'b2')], 'live'],
  ['nowhere', [step('e', 3, 'eu', 'b1')], undefined],
  [
    'and taken back',
    [
      step('e1', 1, 'eu', 'b1'),
      step('e', 3, 'eu', 'b2'),
      step('r', 5, 'eu', 'b1', { step: 'rollback', from: '4.2.0', version: '4.1.0' }),
    ],
    'gone',
  ],
])('a fix that was deployed %s', (_name, steps, state) => {
  expect(stageFactsOf(defect({ commits: [commit] }), project(steps))['production']?.fix?.state).toBe(state);
});

test('another service that stands in the stage says nothing of the fix', () => {
  const steps = [step('e', 3, 'eu', 'b2'), step('s', 4, 'us', 's9', { service: 'search' })];
  expect(stageFactsOf(defect({ commits: [commit] }), project(steps))['production']?.fix?.state).toBe('live');
});

test('only a run of a suite that once saw it counts as green', () => {
  const green = [
    { at: at(5), environment: 'staging', suite: 'other', build: 'b2' },
    { at: at(4), environment: 'staging', suite: 'nightly', build: 'b2' },
    { at: at(6), environment: 'eu', suite: 'nightly', build: 'b2' },
  ];
  const of = defect({ commits: [commit], seen: [seen('staging', 1)] });
  const found = stageFactsOf(of, project([step('d', 3, 'pre-prod', 'b2')], { green }));
  expect(found['staging']).toMatchObject({ fix: { state: 'live', build: 'b2' }, green: { at: at(4), build: 'b2' } });
});

test.each([
  ['none', null],
  ['easy', 'easy'],
  [null, null],
])('the workaround %s', (workaround, kept) => {
  expect(stageFactsOf(defect({ seen: [seen('staging', 1)], workaround }), project([]))['staging']?.workaround).toBe(kept);
});

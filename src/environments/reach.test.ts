import { deploymentsOf } from './deployments';
import type { DeploymentStep } from './deployments';
import { firstBuildsWith, reachOf } from './reach';
import type { BranchCommit, KnownBuild } from './reach';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 2, hour)).toISOString();
const build = (name: string, hour: number, parts: Partial<KnownBuild> = {}): KnownBuild => ({
  ...{ service: 'shop', build: name, version: '4.2', commit: null, branch: 'release/4.2', at: at(hour), changes: [] },
  ...parts,
});
const commit = (sha: string, hour: number, branch = 'release/4.2'): BranchCommit => ({ sha, branch, at: at(hour) });
const [older, newer] = ['a'.repeat(40), 'b'.repeat(40)];

test.each<[string, KnownBuild[], [string, boolean][]]>([
  ['names it among its changes', [build('b1', 3), build('b2', 4, { changes: [newer] }), build('b3', 5)], [['b2', true]]],
  ['was made of it', [build('b1', 3), build('b2', 4, { commit: 'b'.repeat(8) })], [['b2', true]]],
  ['is the next of the branch', [build('b0', 1), build('b1', 3), build('b2', 4)], [['b1', false]]],
  ['is of another branch', [build('b1', 3, { branch: 'main' })], []],
  ['has only the older of the two commits', [build('b1', 3, { branch: null, changes: [older] })], []],
  [
    'one of each service',
    [build('b1', 3, { changes: [newer] }), build('s1', 4, { service: 'search' }), build('s2', 5, { service: 'search' })],
    [
      ['b1', true],
      ['s1', false],
    ],
  ],
])('the first build: %s', (_name, builds, expected) => {
  const found = firstBuildsWith([commit(older, 1), commit(newer, 2)], builds);
  expect(found.map(({ build: one, told }) => [one.build, told])).toEqual(expected);
  expect(firstBuildsWith([commit(newer, 2), commit(older, 1)], builds.toReversed())).toEqual(found);
});

const step = (id: string, kind: DeploymentStep['step'], hour: number, parts: Partial<DeploymentStep>): DeploymentStep => ({
  ...{ id, step: kind, at: at(hour), service: 'shop', environment: 'production', version: null, build: null, commit: null },
  ...{ outcome: 'successful', exposure: 100, from: null, incident: null },
  ...parts,
});
const finish = (name: string, hour: number, parts: Partial<DeploymentStep> = {}) =>
  step(name, 'finish', hour, { build: name, ...parts });

test.each<[string, DeploymentStep[], string]>([
  ['nothing was deployed', [], 'not-yet'],
  ['an older build was', [finish('b0', 2)], 'not-yet'],
  ['the build itself was', [finish('b1', 4)], 'live'],
  ['a later build of the branch was', [finish('b2', 6)], 'live'],
  ['its release was, by name alone', [finish('x', 6, { build: null, version: '4.2' })], 'live'],
  ['it failed', [finish('b1', 4, { outcome: 'failed' })], 'not-yet'],
  ['another service has a build of that name', [finish('b1', 4, { service: 'search' })], 'not-yet'],
  ['something else came after it', [finish('b1', 4), finish('z9', 8)], 'earlier'],
  ['it was taken back', [finish('b0', 2), finish('b1', 4), step('r', 'rollback', 5, { build: 'b0', from: 'b1' })], 'taken-back'],
  [
    'it was taken back and came again',
    [finish('b0', 2), finish('b1', 4), step('r', 'rollback', 5, { build: 'b0', from: 'b1' }), finish('b2', 6)],
    'live',
  ],
])('production where %s', (_name, steps, state) => {
  const builds = [build('b0', 1), build('b1', 3, { changes: [newer] }), build('b2', 5)];
  const first = firstBuildsWith([commit(newer, 2)], builds);
  const [found] = reachOf(first, builds, deploymentsOf(steps), ['production']);
  expect(found).toMatchObject({ environment: 'production', state });
});

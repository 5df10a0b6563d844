import { deployedChanges } from './deployed-changes';
import type { BuildDeployment, LineBuild } from './deployed-changes';

const build = (name: string, at: number, changes: readonly string[], parts: Partial<LineBuild> = {}): LineBuild => ({
  ...{ build: name, at, changes, service: 'shop', branch: 'main', version: '4.2', commit: null },
  ...parts,
});
const deployment = (name: string | null, at: number, parts: Partial<BuildDeployment> = {}): BuildDeployment => ({
  ...{ build: name, at, service: 'shop', version: '4.2' },
  ...parts,
});
const reached = (builds: readonly LineBuild[], deployments: readonly BuildDeployment[]) =>
  Object.fromEntries(deployedChanges(builds, deployments).map(({ sha, deployed }) => [sha, deployed]));

test.each<[string, LineBuild[], BuildDeployment[], Record<string, number>]>([
  ['with its build', [build('1', 10, ['a'])], [deployment('1', 20), deployment('1', 15)], { a: 15 }],
  ['not at all', [build('1', 10, ['a'])], [deployment('2', 20)], { a: NaN }],
  ['with a later build of its branch', [build('1', 10, ['a']), build('2', 20, ['b'])], [deployment('2', 30)], { a: 30, b: 30 }],
  ['not with an earlier one', [build('1', 10, ['a']), build('2', 20, ['b'])], [deployment('1', 30)], { a: 30, b: NaN }],
  [
    'not with one of another branch',
    [build('1', 10, ['a']), build('2', 20, ['b'], { branch: 'x' })],
    [deployment('2', 30)],
    { a: NaN, b: 30 },
  ],
  ['not with one of another service', [build('1', 10, ['a'])], [deployment('1', 20, { service: 'pay' })], { a: NaN }],
  ['with its version, where the deployment names no build', [build('1', 10, ['a'])], [deployment(null, 20)], { a: 20 }],
  ['not before it was built', [build('1', 10, ['a'])], [deployment('1', 9)], { a: NaN }],
  ['as the commit of its build', [build('1', 10, [], { commit: 'c' })], [deployment('1', 20)], { c: 20 }],
  [
    'on the branch that came first',
    [build('1', 10, ['a']), build('2', 12, ['a'], { branch: 'x' })],
    [deployment('2', 20), deployment('1', 30)],
    { a: 20 },
  ],
])('a commit is deployed %s', (_, builds, deployments, expected) => {
  expect(reached(builds, deployments)).toEqual(expected);
  expect(reached(builds.toReversed(), deployments.toReversed())).toEqual(expected);
});

import { deploymentsOf } from '../../environments';
import type { DeploymentStep } from '../../environments';
import { mayNothing } from '../access';
import { aStoredDefect, now, project, version } from '../screen.fixture';
import { traceabilityView } from './view-model';
import type { TraceFacts } from './view-model';

type Commit = TraceFacts['commits'][number];
type Build = TraceFacts['builds'][number];
type Incident = TraceFacts['incidents'][number];

const at = (day: number): string => new Date(Date.UTC(2026, 9, day)).toISOString();
const commit = (sha: string, keys: string[], parts: Partial<Commit> = {}): Commit => ({
  ...{
    sha,
    keys,
    at: at(20),
    repository: 'shop',
    branch: 'release/4.2.0',
    subject: `${keys.join(' ')} work`,
    merge: false,
    bot: false,
  },
  ...parts,
});
const build = (parts: Partial<Build> = {}): Build => ({
  ...{ service: 'shop', build: '7', version: '4.2.0', commit: null, branch: 'release/4.2.0', state: 'successful', at: at(21) },
  ...{ finishedAt: null, changes: [] },
  ...parts,
});
const done = (n: number, parts: Parameters<typeof aStoredDefect>[0] = {}) =>
  aStoredDefect({ id: String(n), key: `SHOP-${n}`, summary: `Summary ${n}`, open: false, category: 'done', ...parts });
const finish: DeploymentStep = {
  ...{
    id: 'd',
    step: 'finish',
    at: at(22),
    service: 'shop',
    environment: 'production',
    version: '4.2.0',
    build: '7',
    commit: null,
  },
  ...{ outcome: 'successful', exposure: 100, from: null, incident: null },
};
const incident = (parts: Partial<Incident> = {}): Incident => ({
  ...{ incident: 'INC-7', title: 'Charged twice', severity: 'S1', environment: 'production', service: 'shop', version: '4.2.0' },
  ...{ startedAt: at(23), resolvedAt: null, usersAffected: null, issue: null },
  ...parts,
});
const view = (parts: Partial<TraceFacts>) =>
  traceabilityView({
    ...{
      project,
      version,
      defects: [],
      fixed: new Set(),
      commits: [commit('aaaaaaa', ['SHOP-1'])],
      cutAt: null,
      builds: [build()],
    },
    ...{ deployments: [], released: [], incidents: [], access: { mayBrowse: true, levels: [], may: mayNothing }, now },
    ...parts,
  });
const counts = (parts: Partial<TraceFacts>) => Object.fromEntries(view(parts).numbers.map(({ id, count }) => [id, count]));

test('nothing told, nothing counted', () => {
  expect(view({ commits: [] })).toEqual({ now, told: false, sentence: '', numbers: [] });
});

test('fixes that landed, are elsewhere, or have no commit; those closed without a change count nowhere', () => {
  const parts = {
    defects: [done(1), done(2), done(3), done(4)],
    fixed: new Set(['1', '2', '3']),
    commits: [commit('aaaaaaa', ['SHOP-1']), commit('bbbbbbb', ['SHOP-2'], { branch: 'main' })],
  };
  expect(counts(parts)).toMatchObject({ landed: 1, 'missing-fixes': 1, 'orphan-fixes': 1, 'orphan-commits': 0 });
  const { numbers, sentence } = view(parts);
  expect(sentence).toBe('2 things of this release cannot be traced.');
  expect(numbers.find(({ id }) => id === 'missing-fixes')).toMatchObject({
    jql: 'key in (SHOP-2)',
    rows: [{ key: 'SHOP-2', text: 'Summary 2 (only in main)' }],
  });
  expect(numbers.find(({ id }) => id === 'landed')?.jql).toBe('key in (SHOP-1)');
});

test('what the viewer may not see is counted apart and never named', () => {
  const seen = view({ defects: [done(3, { securityLevel: '900', summary: 'SECRET' }), done(5)], fixed: new Set(['3', '5']) });
  expect(seen.numbers.find(({ id }) => id === 'orphan-fixes')).toMatchObject({ count: 1, hidden: 1, jql: 'key in (SHOP-5)' });
  expect(JSON.stringify(seen)).not.toMatch(/SECRET|SHOP-3/);
});

test.each<[string, Partial<Commit>, number]>([
  ['of the branch', {}, 1],
  ['of another branch', { branch: 'main' }, 0],
  ['that merges', { merge: true }, 0],
  ['of a bot', { bot: true }, 0],
])('a commit without a key %s', (_name, parts, count) => {
  expect(counts({ commits: [commit('ccccccc', [], parts)] })['orphan-commits']).toBe(count);
});

test('of a branch that outlives the release only what came since its start counts', () => {
  const commits = [
    commit('ccccccc', [], { branch: 'main' }),
    commit('ddddddd', [], { branch: 'main', at: '2026-09-20T09:00:00.000Z' }),
  ];
  expect(counts({ builds: [build({ branch: 'main' })], commits })['orphan-commits']).toBe(1);
});

test('without a branch nobody can tell, and the numbers say so', () => {
  const parts = { builds: [], defects: [done(1)], fixed: new Set(['1']) };
  expect(counts(parts)).toMatchObject({ landed: null, 'missing-fixes': null, 'orphan-fixes': 0, 'orphan-commits': null });
  expect(view(parts).sentence).toBe('As far as it was told, everything of this release can be traced.');
});

test.each<[string, DeploymentStep[], Incident[], number, number]>([
  ['a deployment before it', [finish], [incident()], 0, 0],
  ['none before it', [], [incident()], 0, 1],
  ['none, of another release', [], [incident({ version: '4.1.0' })], 0, 0],
  ['a deployment that names no change', [{ ...finish, build: null }], [incident()], 1, 0],
])('an incident with %s', (_name, steps, incidents, unexplained, unlinked) => {
  const deployments = deploymentsOf(steps);
  expect(counts({ deployments, released: deployments, incidents })).toMatchObject({
    'deployments-without-change': unexplained,
    'incidents-without-deployment': unlinked,
  });
});

test.each<[string, string, Incident[], number | undefined]>([
  ['a release branch', 'release/4.2.0', [], undefined],
  ['a hotfix branch without an incident', 'hotfix/4.2.0', [incident({ issue: null })], 1],
  ['a hotfix branch whose commit names the issue of one', 'hotfix/4.2.0', [incident({ issue: 'SHOP-1' })], 0],
])('a release built from %s', (_name, branch, incidents, count) => {
  const commits = [commit('aaaaaaa', ['SHOP-1'], { branch })];
  expect(counts({ builds: [build({ branch })], commits, incidents })['hotfixes-without-incident']).toBe(count);
});

import * as fc from 'fast-check';
import { conditionsOf } from '../gates.fixture';
import type { ReleaseBuild, ReleaseCommit, StageRun } from '../evidence';
import type { ChangeSinceRow } from '../policy';

const row: ChangeSinceRow = { rule: 'change-since', stage: 'production', breach: 'holds' };
const at = (minutes: number) => new Date(Date.parse('2026-11-01T08:00:00.000Z') + minutes * 60_000).toISOString();
const build = (name: string, minutes: number, parts: Partial<ReleaseBuild> = {}): ReleaseBuild => ({
  ...{ service: 'shop', build: name, at: at(minutes), branch: 'release/4.2', changes: 2, migrations: null, ...parts },
});
const run = (name: string | null, minutes: number, parts: Partial<StageRun> = {}): StageRun => ({
  ...{ stage: 'staging', service: 'shop', suite: 'nightly', build: name, at: at(minutes), green: true, ...parts },
});
const commit = (minutes: number, defectId: string, branch = 'release/4.2'): ReleaseCommit => ({
  ...{ branch, at: at(minutes), defectIds: [defectId] },
});
const found = (builds: readonly ReleaseBuild[], runs: readonly StageRun[], commits: readonly ReleaseCommit[] = []) =>
  conditionsOf(row, { builds, runs, commits })[0];

test.each<[string, ReleaseBuild[], StageRun[], ReleaseCommit[], string, string]>([
  [
    'the newest build ran green',
    [build('12', 0)],
    [run('12', 10)],
    [],
    'met',
    'nothing has changed since build 12 ran green in staging on 1 November 2026, 08:10 UTC',
  ],
  [
    'a build came after the one that ran green',
    [build('13', 20, { changes: 3 }), build('12', 0)],
    [run('12', 10)],
    [],
    'breached',
    'build 13 has not run green in staging: 3 changes came after build 12, which did',
  ],
  [
    'a build of which no change was told came after it',
    [build('13', 20, { changes: 0 }), build('12', 0)],
    [run('12', 10)],
    [],
    'breached',
    'build 13 has not run green in staging: 1 change came after build 12, which did',
  ],
  [
    'no build ran green',
    [build('12', 0)],
    [run('12', 10, { green: false })],
    [],
    'breached',
    'no build has run green in staging; the newest is 12',
  ],
  [
    'it ran green and then failed',
    [build('12', 0)],
    [run('12', 20, { green: false }), run('12', 10)],
    [],
    'breached',
    'no build has run green in staging; the newest is 12',
  ],
  [
    'it failed and then ran green',
    [build('12', 0)],
    [run('12', 20), run('12', 10, { green: false })],
    [],
    'met',
    'nothing has changed since build 12 ran green in staging on 1 November 2026, 08:20 UTC',
  ],
  [
    'another suite failed on it',
    [build('12', 0)],
    [run('12', 10), run('12', 9, { suite: 'smoke', green: false })],
    [],
    'breached',
    'no build has run green in staging; the newest is 12',
  ],
  [
    'it ran green elsewhere only',
    [build('12', 0)],
    [run('12', 10, { stage: 'test' }), run('11', 5)],
    [],
    'breached',
    'no build has run green in staging; the newest is 12',
  ],
  [
    'a commit for a defect came after the build',
    [build('12', 0)],
    [run('12', 10)],
    [commit(20, '7')],
    'breached',
    '1 change came after build 12 ran green in staging',
  ],
  [
    'a commit on another branch came after it',
    [build('12', 0)],
    [run('12', 10)],
    [commit(20, '7', 'main')],
    'met',
    'nothing has changed since build 12 ran green in staging on 1 November 2026, 08:10 UTC',
  ],
  [
    'one of two services has a newer build',
    [build('c2', 20, { service: 'cart', changes: 1 }), build('c1', 2, { service: 'cart' }), build('12', 0)],
    [run('12', 10), run('c1', 10, { service: 'cart' })],
    [],
    'breached',
    'build c2 of cart has not run green in staging: 1 change came after build c1, which did',
  ],
  ['no build was told', [], [run('12', 10)], [], 'unknown', 'no successful build of this release was told'],
  [
    'no run was told there',
    [build('12', 0)],
    [run('12', 1, { stage: 'test' })],
    [],
    'unknown',
    'no run of tests in staging was told',
  ],
])('%s', (_, builds, runs, commits, state, reason) => {
  expect(found(builds, runs, commits)).toMatchObject({ state, reason });
});

test('the defects that the changes name stand behind the figure', () => {
  const builds = [build('13', 20, { changes: 3 }), build('12', 0)];
  const after = found(builds, [run('12', 10)], [commit(-5, 'old'), commit(15, '7'), commit(16, '8'), commit(25, '7')]);
  expect(after).toMatchObject({ value: 4, defectIds: ['7', '8'] });
});

test('whoever ran it under no name of a service verified the build', () => {
  expect(found([build('12', 0)], [run('12', 10, { service: 'default' })])?.state).toBe('met');
  expect(found([build('12', 0)], [run('12', 10, { service: 'cart' })])?.state).toBe('breached');
});

test('it is met exactly where the newest build ran green and nothing came after, in whatever order the runs are told', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.record({ of: fc.integer({ min: 0, max: 4 }), green: fc.boolean(), at: fc.integer({ min: 100, max: 999 }) }), {
        minLength: 1,
      }),
      (count, told) => {
        const builds = Array.from({ length: count }, (_, n) => build(`b${count - n}`, (count - n) * 10));
        const runs = told.map(({ of, green, at: minutes }, n) => run(`b${of + 1}`, minutes * 100 + n, { green }));
        const last = runs.filter((one) => one.build === `b${count}`).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
        const expected = last?.green === true ? 'met' : 'breached';
        expect(found(builds, runs)?.state).toBe(expected);
        expect(found(builds, runs.toReversed())?.state).toBe(expected);
      },
    ),
  );
});

test('for the first stage nothing can be known', () => {
  const stage = { key: 'test', name: 'Test' };
  expect(conditionsOf({ ...row, stage: 'test' }, { builds: [], runs: [], commits: [] }, { stage })[0]?.state).toBe('unknown');
});

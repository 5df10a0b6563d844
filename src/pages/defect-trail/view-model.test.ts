import { deploymentsOf } from '../../environments';
import { defaultSettings } from '../../settings';
import { now } from '../screen.fixture';
import { defectTrailView } from './view-model';
import type { TrailFacts } from './view-model';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const commit = (
  sha: string,
  hour: number,
  parts: Partial<TrailFacts['commits'][number]> = {},
): TrailFacts['commits'][number] => ({
  ...{
    sha,
    at: at(hour),
    repository: 'shop',
    branch: 'main',
    subject: `SHOP-7 ${sha}`,
    keys: ['SHOP-7'],
    merge: false,
    bot: false,
  },
  ...parts,
});
const place = (environment: string, build: string | null, times: number) => ({
  ...{ subject: 'f', environment, build, times, last: at(9) },
});
const nothing: TrailFacts = {
  ...{ failures: [], places: [], totals: [], latest: [], runs: new Map(), commits: [], visibleKeys: new Set(['SHOP-7']) },
  ...{ builds: [], deployments: [], stages: defaultSettings.stages, now },
};
const view = (parts: Partial<TrailFacts>) => defectTrailView({ ...nothing, ...parts });

test('a defect of which nothing was told says nothing', () => {
  expect(view({})).toEqual({ now, sightings: null, failures: [], commits: [], moreCommits: 0, builds: [], places: [] });
});

test('sightings are counted over all that it stands for, the environment with most first', () => {
  const { sightings } = view({
    totals: [
      { times: 4, first: at(2), last: at(5) },
      { times: 3, first: at(1), last: at(4) },
    ],
    places: [place('staging', 'b1', 2), place('production', 'b1', 4), place('staging', null, 1)],
  });
  expect(sightings).toMatchObject({ times: 7, first: at(1), last: at(5), builds: [{ build: 'b1', times: 6 }], moreBuilds: 0 });
  expect(sightings?.environments).toEqual([
    { name: 'production', stage: 'Production', times: 4 },
    { name: 'staging', stage: 'Staging', times: 3 },
  ]);
});

test('a commit that names an issue which the viewer may not see says nothing of it', () => {
  const told = view({ commits: [commit('aaaaaaa', 1, { subject: 'SHOP-7 SHOP-8 secret', keys: ['SHOP-7', 'SHOP-8'] })] });
  expect(told.commits[0]?.subject).toBeNull();
  expect(JSON.stringify(told)).not.toContain('SHOP-8');
});

test('a commit on two branches is one commit, and only the last five are shown', () => {
  const many = Array.from({ length: 7 }, (_, n) => commit(`${n}`.repeat(7), n));
  const told = view({ commits: [...many, commit('6'.repeat(7), 6, { branch: 'release/4.2' })] });
  expect([told.commits.length, told.moreCommits]).toEqual([5, 2]);
  expect(told.commits[0]).toMatchObject({ sha: '6666666', branches: ['main', 'release/4.2'] });
});

test('the first build that has it, and where that has come to', () => {
  const build = {
    service: 'shop',
    build: 'b2',
    version: '4.2.0',
    commit: null,
    branch: 'main',
    at: at(3),
    changes: ['a'.repeat(40)],
  };
  const step = { service: 'shop', version: '4.2.0', commit: null, exposure: 100, from: null, incident: null } as const;
  const told = { ...step, step: 'finish', outcome: 'successful' } as const;
  const deployments = deploymentsOf([
    { ...told, id: 's', at: at(4), environment: 'staging', build: 'b2' },
    { ...told, id: 'p', at: at(2), environment: 'production', build: 'b1' },
  ]);
  const { builds, places } = view({ commits: [commit('aaaaaaa', 1)], builds: [build], deployments });
  expect(builds).toEqual([{ service: 'shop', build: 'b2', version: '4.2.0', at: at(3), told: true }]);
  expect(places.map(({ environment, state }) => [environment, state])).toEqual([
    ['staging', 'live'],
    ['production', 'not-yet'],
  ]);
});

test('a defect about broken runs has no fingerprint', () => {
  const failure = { issueId: '7', issueKey: 'SHOP-7', title: 'Broken', because: 'So many.', changedAt: at(1), proposedAt: null };
  const { failures } = view({
    failures: [
      { ...failure, subject: 'run:abc', state: 'filed', runs: ['r1', 'r2'] },
      { ...failure, subject: '2026:ff', state: 'filed', runs: [], proposedAt: at(6) },
    ],
  });
  expect(failures.map(({ fingerprint, runs, closingProposedAt }) => [fingerprint, runs, closingProposedAt])).toEqual([
    [null, 2, null],
    ['2026:ff', 0, at(6)],
  ]);
});

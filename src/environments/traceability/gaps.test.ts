import * as fc from 'fast-check';
import { defaultLookBackDays, findGaps } from '.';
import type { TracedDeployment, TracedHotfix, TracedIncident } from '.';

const deployment = (changes: Partial<TracedDeployment> = {}): TracedDeployment => ({
  ...{ id: 'd1', environment: 'production', service: 'cart', at: '2026-11-01T09:00:00.000Z', build: '812', commits: [] },
  ...changes,
});
const incident = (changes: Partial<TracedIncident> = {}): TracedIncident => ({
  ...{ key: 'OPS-1', environment: 'production', service: 'cart', startedAt: '2026-11-02T09:00:00.000Z', deployment: null },
  ...changes,
});
const hotfix = (changes: Partial<TracedHotfix> = {}): TracedHotfix => ({
  ...{ id: 'hotfix/4.2.1', at: '2026-11-03T09:00:00.000Z', incidents: ['OPS-1'] },
  ...changes,
});
const gaps = (deployments: TracedDeployment[], incidents: TracedIncident[] = [], hotfixes: TracedHotfix[] = []) =>
  findGaps({ deployments, incidents, hotfixes }, defaultLookBackDays);

test('a chain without gaps has none', () => {
  expect(gaps([deployment()], [incident()], [hotfix()])).toEqual([]);
});

test.each<[string, Partial<TracedDeployment>, boolean]>([
  ['a build', {}, false],
  ['commits', { build: null, commits: ['abcdef1'] }, false],
  ['neither', { build: null }, true],
  ['a blank build', { build: ' ' }, true],
])('a deployment with %s', (_name, changes, gap) => {
  expect(gaps([deployment(changes)]).map(({ kind }) => kind)).toEqual(gap ? ['deployment-without-change'] : []);
});

test.each<[string, Partial<TracedDeployment>, Partial<TracedIncident>, boolean]>([
  ['deployed before', {}, {}, false],
  ['deployed in the same moment', { at: '2026-11-02T09:00:00.000Z' }, {}, false],
  ['deployed after', { at: '2026-11-02T09:00:00.001Z' }, {}, true],
  ['deployed too long before', { at: '2026-10-03T08:59:59.999Z' }, {}, true],
  ['deployed too long before, and linked', { at: '2026-01-01T09:00:00.000Z' }, { deployment: 'd1' }, false],
  ['linked to something that is not known', { environment: 'staging' }, { deployment: 'd9' }, true],
  ['another environment', { environment: 'staging' }, {}, true],
  ['another service', { service: 'search' }, {}, true],
  ['a deployment of whatever service', { service: null }, {}, false],
  ['an incident of whatever service', {}, { service: null }, false],
  ['an incident of whatever environment', {}, { environment: null }, false],
])('an incident, %s', (_name, deployed, happened, gap) => {
  const found = gaps([deployment(deployed)], [incident(happened)]);
  expect(found.map(({ kind }) => kind)).toEqual(gap ? ['incident-without-deployment'] : []);
});

test.each<[string, readonly string[], boolean]>([
  ['a known incident', ['OPS-9', 'OPS-1'], false],
  ['none', [], true],
  ['one that is not known', ['OPS-9'], true],
])('a hotfix for %s', (_name, incidents, gap) => {
  const found = gaps([deployment()], [incident()], [hotfix({ incidents })]);
  expect(found.map(({ kind }) => kind)).toEqual(gap ? ['hotfix-without-incident'] : []);
});

test('each gap says what to do', () => {
  expect(gaps([deployment({ build: null })], [], [hotfix()]).map(({ sentence }) => sentence)).toEqual([
    'Deployment d1 to production names neither a build nor a commit: let the pipeline send them with the deployment.',
    'Hotfix hotfix/4.2.1 names OPS-1, which is not known: link the incident that it answers, or ship it as an ordinary change.',
  ]);
});

test('equal facts give equal gaps, and one more deployment never makes an incident a gap', () => {
  const moment = fc.integer({ min: 0, max: 60 }).map((day) => new Date(Date.UTC(2026, 8, 1 + day)).toISOString());
  const place = { environment: fc.constantFrom('staging', 'production'), service: fc.constantFrom('cart', 'search', null) };
  const deployments = fc.array(
    fc.record({
      ...place,
      at: moment,
      id: fc.constantFrom('d1', 'd2', 'd3'),
      build: fc.constantFrom('1', null),
      commits: fc.constant([]),
    }),
  );
  const incidents = fc.array(
    fc.record({
      ...place,
      startedAt: moment,
      key: fc.constantFrom('OPS-1', 'OPS-2'),
      deployment: fc.constantFrom('d1', 'd9', null),
    }),
  );
  fc.assert(
    fc.property(deployments, incidents, (deployed, happened) => {
      const found = gaps(deployed, happened);
      expect(gaps(deployed.toReversed(), happened.toReversed())).toEqual(found);
      const open = (list: typeof found) => list.filter(({ kind }) => kind === 'incident-without-deployment').length;
      expect(open(gaps([...deployed, deployment()], happened))).toBeLessThanOrEqual(open(found));
    }),
  );
});

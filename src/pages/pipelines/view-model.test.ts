import { deploymentsOf } from '../../environments';
import type { DeploymentStep } from '../../environments';
import { defaultSettings } from '../../settings';
import { mayNothing } from '../access';
import { now, project } from '../screen.fixture';
import { pipelinesView } from './view-model';
import type { PipelinesFacts } from './view-model';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const finish = (service: string, environment: string, hour: number): DeploymentStep => ({
  ...{
    id: `${service}-${environment}-${hour}`,
    step: 'finish',
    at: at(hour),
    service,
    environment,
    version: '4.2.0',
    build: `b${hour}`,
  },
  ...{ commit: null, outcome: 'successful', exposure: 100, from: null, incident: null },
});
const run = (name: string, hour: number, failed: number, flaky = 0): PipelinesFacts['runs'][number] => ({
  ...{
    run: name,
    suite: 'api',
    service: 'shop',
    environment: 'staging',
    version: '4.2.0',
    build: 'b1',
    commit: null,
    at: at(hour),
  },
  ...{ causes: failed, tally: { tests: 100, passed: 100 - failed, failed, errors: 0, skipped: 0, flaky } },
});
const failure = (n: number, parts: Partial<PipelinesFacts['failures'][number]> = {}): PipelinesFacts['failures'][number] => ({
  ...{
    subject: `2026:${n}`,
    state: 'tracked',
    issueId: null,
    issueKey: null,
    title: `Timeout ${n}`,
    because: 'Failed in 1 of 3 runs.',
  },
  ...{ runs: [], changedAt: at(n), proposedAt: null },
  ...parts,
});
const issue = (id: string, securityLevel: string | null = null) => ({ id, projectId: '1', key: `SHOP-${id}`, securityLevel });
const nothing: PipelinesFacts = {
  ...{
    project,
    deployments: [],
    runs: [],
    failures: [],
    issues: new Map(),
    shownByJira: new Set<string>(),
    totals: new Map(),
    places: [],
    builds: [],
  },
  ...{
    incidents: [],
    hiddenIncidents: 0,
    releases: [],
    access: { mayBrowse: true, levels: [], may: mayNothing },
    stages: defaultSettings.stages,
  },
  ...{ revision: 'r', now },
};
const view = (parts: Partial<PipelinesFacts>) => pipelinesView({ ...nothing, ...parts });

test('nothing told', () => {
  expect(view({})).toMatchObject({ told: false, sentence: 'No run of tests was told yet. No incident is open.' });
});

test('what is live stands by service, and each in the order of the stages', () => {
  const steps = [
    finish('shop', 'production', 1),
    finish('shop', 'staging', 2),
    finish('shop', 'staging', 3),
    finish('cart', 'production', 4),
    finish('shop', 'elsewhere', 5),
  ];
  const { live, releases } = view({
    deployments: deploymentsOf(steps),
    releases: [
      { id: '10', name: '4.2.0' },
      { id: '11', name: '4.3.0' },
    ],
  });
  expect(live.map(({ service, environment, build }) => [service, environment, build])).toEqual([
    ['cart', 'production', 'b4'],
    ['shop', 'staging', 'b3'],
    ['shop', 'production', 'b1'],
    ['shop', 'elsewhere', 'b5'],
  ]);
  expect(releases).toEqual({ '4.2.0': '10' });
});

test.each<[string, PipelinesFacts['runs'], string, string]>([
  ['passed', [run('r2', 2, 0), run('r1', 1, 3)], 'passed', 'The last run of tests passed. No incident is open.'],
  ['failed', [run('r2', 2, 1), run('r1', 1, 0)], 'failed', 'The last run of tests failed. No incident is open.'],
  ['was flaky', [run('r2', 2, 0, 4)], 'flaky', 'The last run of tests passed. No incident is open.'],
])('a suite whose last run %s', (_name, runs, state, sentence) => {
  const found = view({ runs });
  expect(found.runs.map((one) => one.state)).toEqual([state]);
  expect(found.runs[0]?.before).toHaveLength(runs.length - 1);
  expect(found.sentence).toBe(sentence);
});

test('a run without tests has proved nothing, and what failed stands first', () => {
  const empty = { ...run('e', 9, 0), suite: 'empty', tally: { tests: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 } };
  expect(view({ runs: [empty, run('r', 1, 2)] }).runs.map(({ state }) => state)).toEqual(['failed', 'empty']);
});

test('a failure whose defect the viewer may not see is counted and not named', () => {
  const failures = [
    failure(1),
    failure(2, { state: 'filed', issueId: '2', title: 'SECRET' }),
    failure(3, { state: 'filed', issueId: '3', issueKey: 'OLD-3' }),
    failure(4, { state: 'filed', issueId: '404', title: 'SECRET' }),
    failure(5, { state: 'filed', issueId: '5', issueKey: 'SHOP-5' }),
  ];
  const found = view({
    failures,
    shownByJira: new Set(['2', '5']),
    issues: new Map([
      ['2', issue('2', '900')],
      ['3', issue('3')],
    ]),
  });
  expect(found.failures.map(({ fingerprint, issueKey }) => [fingerprint, issueKey])).toEqual([
    ['2026:1', null],
    ['2026:3', 'SHOP-3'],
    ['2026:5', 'SHOP-5'],
  ]);
  expect(found.hiddenFailures).toBe(2);
  expect(JSON.stringify(found)).not.toMatch(/SECRET|SHOP-2/);
});

test('a failure says how often it was seen and where; a defect about broken runs is none', () => {
  const { failures } = view({
    failures: [failure(1), failure(2, { subject: 'run:abc' })],
    totals: new Map([['2026:1', { times: 9, origins: 3, first: at(1), last: at(4) }]]),
    places: [
      { subject: '2026:1', environment: 'staging', build: 'b1', times: 4, last: at(4) },
      { subject: '2026:1', environment: 'staging', build: 'b2', times: 5, last: at(3) },
    ],
  });
  expect(failures).toHaveLength(1);
  expect(failures[0]?.seen).toEqual({
    ...{ times: 9, runs: 3, first: at(1), last: at(4) },
    environments: [{ name: 'staging', stage: 'Staging' }],
  });
});

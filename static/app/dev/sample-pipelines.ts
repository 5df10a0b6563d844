import type { DefectTrailView } from '../../../src/contracts/defect-trail';
import type { FailureView, PipelinesView, RunView } from '../../../src/contracts/pipelines';
import type { DeploymentRow, ReleaseDeploymentsView } from '../../../src/contracts/release-deployments';
import type { TraceabilityView } from '../../../src/contracts/traceability';
import type { Scenario } from './sample-project';

const hourMs = 3_600_000;
const project = { id: '10000', key: 'SHOP', name: 'Web shop' };
const stageNames: Record<string, string> = { test: 'Test', staging: 'Staging', production: 'Production' };

function deployment(now: string, hours: number, environment: string, parts: Partial<DeploymentRow> = {}): DeploymentRow {
  const at = new Date(Date.parse(now) - hours * hourMs).toISOString();
  return {
    ...{ id: `${environment}-${hours}`, service: 'shop', environment, stage: stageNames[environment] ?? null },
    ...{
      version: '4.2.0',
      build: '4.2.0-381',
      commit: '8c1f7a90be12d34',
      state: 'successful',
      at,
      startedAt: at,
      finishedAt: at,
    },
    ...{ exposure: 'untold', live: false, rolledBack: null, restores: null },
    ...parts,
  };
}

export function sampleDeployments({ defects, store }: Scenario, now: string): ReleaseDeploymentsView {
  if (store === 'empty') return { now, told: false, deployments: [], more: 0 };
  const at = new Date(Date.parse(now) - 30 * hourMs).toISOString();
  const incident = { key: 'INC-7', title: 'Orders are charged twice since the deployment of the evening before' };
  const deployments = [
    deployment(now, 2, 'staging', { state: 'in-progress', finishedAt: null }),
    deployment(now, 20, 'staging', { live: true }),
    deployment(now, 26, 'test', { state: 'failed' }),
    deployment(now, 40, 'production', { exposure: 5, rolledBack: { at, to: '4.1.2', incident } }),
    ...Array.from({ length: Math.min(190, defects) }, (_, n) => deployment(now, 60 + n, 'test')),
  ];
  return { now, told: true, deployments, more: defects > 190 ? 12 : 0 };
}

const states: readonly RunView['state'][] = ['failed', 'flaky', 'passed', 'empty'];
function run(now: string, n: number): RunView {
  const at = new Date(Date.parse(now) - (n + 1) * hourMs).toISOString();
  const state = states[n % states.length] ?? 'passed';
  return {
    ...{
      suite: `suite-${n}`,
      service: 'shop',
      environment: 'staging',
      stage: 'Staging',
      run: `run-${n}`,
      at,
      version: '4.2.0',
      build: '381',
    },
    ...{ tests: state === 'empty' ? 0 : 2014, failed: state === 'failed' ? 31 : 0, flaky: state === 'flaky' ? 2 : 0, skipped: 4 },
    ...{ causes: state === 'failed' ? 3 : 0, state, before: [{ run: 'before', at, state: 'passed' }] },
  };
}

const fates: readonly Pick<FailureView, 'state' | 'because' | 'issueKey'>[] = [
  { state: 'filed', issueKey: 'SHOP-12', because: 'Failed in 3 of 3 runs of regression in staging.' },
  { state: 'tracked', issueKey: null, because: 'Flaky in 3 of 20 runs of regression in staging: a defect above 20 %.' },
  {
    state: 'known',
    issueKey: null,
    because: 'On the list of known failures until 2026-12-01: the provider changes its sandbox.',
  },
  { state: 'broken-run', issueKey: null, because: '412 new failures in one run: the run itself is the defect.' },
];
function failure(now: string, n: number): FailureView {
  const [first, last] = [90, 3].map((hours) => new Date(Date.parse(now) - (hours + n) * hourMs).toISOString());
  const fate = fates[n % fates.length] ?? { state: 'tracked', issueKey: null, because: '' };
  return {
    ...{ fingerprint: `2026-11-23:${'5f3a9c'.repeat(8)}${n}`, title: `TimeoutError: no answer from gateway after # ms (${n})` },
    ...{ ...fate, closingProposedAt: null },
    seen: {
      times: 12 + n,
      runs: 3,
      first: first ?? now,
      last: last ?? now,
      environments: [{ name: 'staging', stage: 'Staging' }],
    },
  };
}

export function samplePipelines({ defects, store }: Scenario, now: string): PipelinesView {
  const base = { now, project, releases: { '4.2.0': '10002' }, revision: 'r1' };
  const none = { live: [], runs: [], failures: [], hiddenFailures: 0, builds: [], incidents: [], hiddenIncidents: 0 };
  if (store === 'empty') return { ...base, ...none, told: false, sentence: '' };
  const many = (count: number) => Array.from({ length: Math.min(count, defects) }, (_, n) => n);
  return {
    ...{ ...base, told: true, sentence: 'In 1 of 4 suites and environments the last run failed. No incident is open.' },
    live: [
      deployment(now, 26, 'test', { live: true }),
      deployment(now, 20, 'staging', { live: true }),
      deployment(now, 900, 'production', { version: '4.1.2', build: '4.1.2-228', exposure: 100, live: true }),
    ],
    runs: many(4).map((n) => run(now, n)),
    failures: many(100).map((n) => failure(now, n)),
    hiddenFailures: defects > 20 ? 2 : 0,
    builds: many(40).map((n) => ({
      ...{ service: 'shop', build: `4.2.0-${381 - n}`, version: '4.2.0', branch: 'release/4.2.0', commit: '8c1f7a90be12d34' },
      ...{ state: n === 1 ? ('failed' as const) : ('successful' as const), changes: 12 + n },
      at: new Date(Date.parse(now) - n * 20 * hourMs).toISOString(),
    })),
    hiddenIncidents: 0,
    incidents: many(1).map(() => ({
      ...{ incident: 'INC-7', title: 'Orders are charged twice', severity: 'S1', environment: 'production', stage: 'Production' },
      ...{ version: '4.1.2', startedAt: now, resolvedAt: null, usersAffected: 2140, issueKey: 'SHOP-12' },
    })),
  };
}

export function sampleTraceability({ defects, store }: Scenario, now: string): TraceabilityView {
  if (store === 'empty') return { now, told: false, sentence: '', numbers: [] };
  const rows = Array.from({ length: Math.min(100, defects) }, (_, n) => ({
    ...{ key: null, sha: `${8 + n}c1f7a90be12d34`, at: now, text: 'Round prices as the tax office does' },
  }));
  return {
    ...{ now, told: true, sentence: `${defects} things of this release cannot be traced.` },
    numbers: [
      {
        ...{
          id: 'landed',
          kind: 'good',
          title: 'Fixes in release/4.2.0',
          count: 41,
          rows: [],
          hidden: 2,
          jql: 'key in (SHOP-12)',
        },
        definition:
          'Defects that are done by a change in the code, and whose commits are in release/4.2.0 and not reverted there.',
        inputs: '43 fixed defects of 4.2.0 that you may see, 48 commits of release/4.2.0.',
      },
      {
        ...{ id: 'orphan-commits', kind: 'gap', title: 'Commits without a key', count: defects, rows, hidden: 0, jql: null },
        ...{ definition: 'Commits of release/4.2.0 that name no issue.', inputs: '48 commits of release/4.2.0.' },
      },
    ],
  };
}

export function sampleTrail(now: string): DefectTrailView {
  const at = new Date(Date.parse(now) - 50 * hourMs).toISOString();
  const staging = { environment: 'staging', stage: 'Staging' };
  return {
    now,
    sightings: {
      ...{ times: 41, first: at, last: now, builds: [{ build: '4.2.0-381', times: 41 }], moreBuilds: 0 },
      environments: [{ name: 'staging', stage: 'Staging', times: 41 }],
      latest: [{ ...staging, at: now, build: '4.2.0-381', run: 'regression-381', times: 3, flaky: 0 }],
    },
    failures: [
      {
        ...{ fingerprint: `2026-11-23:${'5f3a9c'.repeat(8)}`, title: 'TimeoutError: no answer from gateway after # ms', runs: 0 },
        ...{ because: 'Failed in 3 of 3 runs of regression in staging.', closingProposedAt: at },
      },
    ],
    commits: [{ sha: '8c1f7a90be12d34', at, branches: ['main'], subject: 'SHOP-12 Ask the gateway twice' }],
    moreCommits: 0,
    builds: [{ service: 'shop', build: '4.2.0-381', version: '4.2.0', at, told: true }],
    places: [
      { ...staging, state: 'live', at, exposure: 'untold' },
      { environment: 'production', stage: 'Production', state: 'not-yet', at: null, exposure: 'untold' },
    ],
  };
}

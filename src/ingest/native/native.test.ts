import { fromGithub } from './github';
import { fromGitlab } from './gitlab';
import { readTime, versionOfRef } from './native';

test.each([
  ['v4.2.0', '4.2.0'],
  ['refs/tags/v4.2.0', '4.2.0'],
  ['release/4.2.0', '4.2.0'],
  ['refs/heads/release-4.2', '4.2'],
  ['4.2.0-rc.1', '4.2.0-rc.1'],
  ['shop_v1.2.3+build.7', '1.2.3+build.7'],
  ['main', null],
  ['feature/SHOP-417', null],
  ['v4', null],
  ['', null],
  [null, null],
  [`release/${'1.'.repeat(50_000)}1`, null],
])('%s stands for %s', (ref, version) => {
  expect(versionOfRef(ref)).toBe(version);
});

test.each([
  ['2026-11-02T09:00:00Z', '2026-11-02T09:00:00.000Z'],
  ['2026-11-02 10:00:00 +0100', '2026-11-02T09:00:00.000Z'],
  ['2026-11-02 09:00:00 UTC', '2026-11-02T09:00:00.000Z'],
  ['2026-11-02T10:00:00+01:00', '2026-11-02T09:00:00.000Z'],
  ['yesterday', null],
  [null, null],
])('%s is the moment %s', (text, at) => {
  expect(readTime(text)).toBe(at);
});

const repository = { name: 'shop' };
const status = (state: string) => ({
  deployment_status: { state, created_at: '2026-11-02T09:00:00Z', log_url: null, target_url: 'https://ci.example.com/1' },
  deployment: { id: 7, sha: 'a'.repeat(40), ref: 'release/4.2.0', environment: 'production' },
  repository,
});
const workflow = (conclusion: string | null, attempt = 1) => ({
  workflow_run: {
    ...{ name: 'CI', run_number: 12, run_attempt: attempt, head_sha: 'b'.repeat(40), head_branch: 'main', conclusion },
    ...{ run_started_at: '2026-11-02T08:50:00Z', updated_at: '2026-11-02T09:00:00Z', html_url: 'https://ci.example.com/12' },
  },
  repository,
});
const delivered = (outcome: ReturnType<typeof fromGithub>) =>
  outcome.kind === 'delivery' ? [outcome.delivery.type, outcome.delivery.payload] : outcome.kind;

test.each([
  ['pending', 'start', undefined],
  ['in_progress', 'start', undefined],
  ['success', 'finish', 'successful'],
  ['failure', 'finish', 'failed'],
  ['error', 'finish', 'failed'],
])('a deployment that is %s at GitHub', (state, step, outcome) => {
  expect(delivered(fromGithub('deployment_status', status(state)))).toEqual([
    'deployment',
    expect.objectContaining({ step, version: '4.2.0', deployment: 'github-7', ...(outcome === undefined ? {} : { outcome }) }),
  ]);
});

test.each([
  [{ dark: true }, true],
  ['{"dark":false}', false],
  ['release notes', null],
  [undefined, null],
])('a payload of %j says whether a deployment at GitHub is dark', (payload, dark) => {
  const body = status('success');
  const told = fromGithub('deployment_status', { ...body, deployment: { ...body.deployment, payload } });
  expect(delivered(told)).toEqual(['deployment', expect.objectContaining({ dark })]);
});

test('of two words about a try of a run, and of two tries, the later one is newer', () => {
  const sequences = [workflow(null), workflow('failure'), workflow(null, 2), workflow('success', 2)].map((body) => {
    const outcome = fromGithub('workflow_run', body);
    return outcome.kind === 'delivery' ? outcome.delivery.payload['sequence'] : null;
  });
  expect(sequences).toEqual([2, 3, 4, 5]);
});

test.each([
  ['inactive', fromGithub('deployment_status', status('inactive'))],
  ['a ping', fromGithub('ping', { zen: 'x' })],
  ['a deleted branch', fromGithub('push', { ref: 'refs/heads/x', deleted: true, commits: [], repository })],
  ['a tag', fromGithub('push', { ref: 'refs/tags/v1.0.0', commits: [], repository })],
  ['an issue of GitLab', fromGitlab({ object_kind: 'issue' })],
  ['a deployment of GitLab that is created', fromGitlab({ ...gitlabDeployment('created') })],
])('%s says nothing of interest', (_, outcome) => {
  expect(outcome.kind).toBe('ignored');
});

function gitlabDeployment(state: string) {
  return {
    ...{ object_kind: 'deployment', status: state, status_changed_at: '2026-11-02 10:00:00 +0100', deployment_id: 15 },
    ...{ environment: 'staging', ref: 'v4.2.0', short_sha: '279484c0', deployable_url: 'https://gitlab.example.com/j/1' },
    project: { name: 'shop', web_url: 'https://gitlab.example.com/shop' },
  };
}

test('GitLab tells of deployments, pipelines and pushes', () => {
  expect(delivered(fromGitlab(gitlabDeployment('success')))).toEqual([
    'deployment',
    expect.objectContaining({
      at: '2026-11-02T09:00:00.000Z',
      step: 'finish',
      outcome: 'successful',
      commit: '279484c0',
      version: '4.2.0',
    }),
  ]);
  const run = {
    id: 31,
    ref: 'main',
    sha: 'c'.repeat(40),
    status: 'canceled',
    created_at: '2026-11-02 09:00:00 UTC',
    finished_at: null,
  };
  expect(delivered(fromGitlab({ object_kind: 'pipeline', object_attributes: run, project: { name: 'shop' } }))).toEqual([
    'build',
    expect.objectContaining({ build: '31', state: 'cancelled', url: null }),
  ]);
  const commits = [
    {
      id: 'd'.repeat(40),
      timestamp: '2026-11-02T10:00:00+01:00',
      message: "Merge branch 'x' into 'main'",
      author: { name: 'Dev' },
    },
  ];
  expect(delivered(fromGitlab({ object_kind: 'push', ref: 'refs/heads/main', commits, project: { name: 'shop' } }))).toEqual([
    'commits',
    expect.objectContaining({ branch: 'main', commits: [expect.objectContaining({ parents: 2 })] }),
  ]);
});

test.each([null, [], {}, 'x', { object_kind: 'deployment' }, { object_kind: 7 }])('%j is no webhook', (body) => {
  expect(fromGitlab(body).kind).toBe('malformed');
  expect(fromGithub('push', body).kind).toBe('malformed');
  expect(fromGithub(null, body).kind).toBe('malformed');
});

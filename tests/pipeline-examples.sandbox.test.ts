import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsViewSchema } from '../src/contracts/settings';
import { RunningSandbox } from './running-sandbox';

/** The shell parts of docs/pipelines.md, each run as its build server would run it, against the sandbox. */
jest.setTimeout(300_000);

const page = readFileSync(join(__dirname, '../docs/pipelines.md'), 'utf8');
const examples = new Map(
  [...page.matchAll(/^```sh name=(\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]),
);

/** What each build server sets, as far as the command looks at it. */
const servers: Readonly<Record<string, Record<string, string>>> = {
  'github-actions': {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_RUN_ID: '901', GITHUB_RUN_ATTEMPT: '1', GITHUB_RUN_NUMBER: '41', GITHUB_JOB: 'release' },
    ...{
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF_NAME: 'main',
      GITHUB_REPOSITORY: 'example/shop',
      GITHUB_SERVER_URL: 'https://github.example.com',
    },
  },
  'gitlab-ci': {
    GITLAB_CI: 'true',
    CI_PIPELINE_ID: '902',
    CI_PIPELINE_IID: '42',
    CI_JOB_ID: '7',
    CI_COMMIT_SHA: 'b'.repeat(40),
    CI_COMMIT_REF_NAME: 'main',
  },
  jenkins: {
    JENKINS_URL: 'https://jenkins.example.com/',
    BUILD_NUMBER: '43',
    BUILD_TAG: 'jenkins-shop-43',
    JOB_NAME: 'shop',
    GIT_COMMIT: 'c'.repeat(40),
    BUILD_URL: 'https://jenkins.example.com/shop/43/',
  },
  'azure-pipelines': {
    TF_BUILD: 'True',
    BUILD_BUILDID: '904',
    BUILD_BUILDNUMBER: '44',
    SYSTEM_JOBID: 'j',
    BUILD_SOURCEVERSION: 'd'.repeat(40),
    BUILD_SOURCEBRANCH: 'refs/heads/main',
  },
  'bitbucket-pipelines': {
    BITBUCKET_BUILD_NUMBER: '45',
    BITBUCKET_PIPELINE_UUID: '{p}',
    BITBUCKET_STEP_UUID: '{s}',
    BITBUCKET_COMMIT: 'e'.repeat(40),
    BITBUCKET_BRANCH: 'main',
  },
  'curl-deployment': {},
  'curl-gate': {},
  witness: {},
};

let sandbox: RunningSandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('20');
  folder = mkdtempSync(join(tmpdir(), 'holdpoint-examples-'));
  // The gate lets pass, as on the day on which it is new.
  const place = { moduleKey: 'holdpoint-settings' };
  const { settings, revision } = await sandbox.screen('admin', place, 'settings', settingsViewSchema, {});
  await sandbox.invoke('admin', place, 'saveSettings', { settings: { ...settings, projects: {} }, revision });
  await sandbox.settle();
  writeFileSync(join(folder, 'junit.xml'), '<testsuite name="t"><testcase classname="A" name="a"/></testsuite>');
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  const program = (name: string, text: string) => writeFileSync(join(programs, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  program('npx', `shift; exec node "${join(__dirname, '../cli/bin/holdpoint.mjs')}" "$@"`);
  // The sandbox's clock is not this machine's.
  program('date', `exec /bin/date -d "@${Math.floor(Date.parse(await sandbox.now()) / 1000)}" "$@"`);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  expect(await sandbox.stop()).toEqual([]);
});

test('every example has a build server here, and the other way round', () => {
  expect([...examples.keys()].sort()).toEqual(Object.keys(servers).sort());
});

test.each([...examples])('%s goes through to its end', async (name, text) => {
  const env = {
    ...{ PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: folder, HOLDPOINT_PROJECT: 'SHOP' },
    ...{
      HOLDPOINT_CONNECTION: sandbox.connection,
      JIRA_BASE_URL: sandbox.url,
      JIRA_EMAIL: 'rhea@example.com',
      JIRA_API_TOKEN: 'x',
    },
    ...servers[name],
  };
  const ended = await new Promise<{ code: number; said: string }>((resolve) => {
    execFile('sh', ['-e', '-c', text], { cwd: folder, env, encoding: 'utf8' }, (error, out, err) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, said: `${out}${err}` });
    });
  });
  expect(ended).toMatchObject({ code: 0 });
  expect(ended.said).not.toContain('Kept in');
  await sandbox.settle();
});

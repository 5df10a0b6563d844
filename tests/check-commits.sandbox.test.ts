import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import type { BridgeCall } from '../src/contracts/bridge';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/** `holdpoint check-commits` against a Jira that answers as Jira does, and git as it is: a range, a message, a push with a hook, a frozen release. */
jest.setTimeout(180_000);

let sandbox: RunningSandbox;
let home: string;
let repo: string;
/** Defects of SHOP: one in 4.2.0, one in another version. */
let inVersion: string;
let elsewhere: string;

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);
const root = join(__dirname, '..');
const cleanEnv = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
const environment = (changes: Record<string, string> = {}) => ({
  ...cleanEnv,
  ...{ JIRA_BASE_URL: sandbox.url, JIRA_EMAIL: 'dev@example.com', JIRA_API_TOKEN: 'token' },
  ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  ...{ GIT_AUTHOR_DATE: '2026-11-02T09:00:00Z', GIT_COMMITTER_DATE: '2026-11-02T09:00:00Z' },
  ...changes,
});
const git = (where: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', ...args], {
    cwd: where,
    encoding: 'utf8',
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
const commit = (message: string) => {
  git(repo, 'commit', '--quiet', '--allow-empty', '-m', message);
  return git(repo, 'rev-parse', 'HEAD');
};
const command = ['--import', 'tsx', join(root, 'cli', 'main.ts'), 'check-commits'];
const failed = z.object({ code: z.number(), stdout: z.string(), stderr: z.string() });
const run = async (args: readonly string[], changes: Record<string, string> = {}) => {
  try {
    const options = { cwd: root, env: environment(changes), encoding: 'utf8' } as const;
    const { stdout, stderr } = await promisify(execFile)('node', [...command, '--repo', repo, ...args], options);
    return { code: 0, stdout, stderr };
  } catch (error) {
    return failed.parse(error);
  }
};
const problem = z.object({ rule: z.string(), sentence: z.string() });
const line = z.object({
  sha: z.string().nullish(),
  state: z.string().optional(),
  outcome: z.string().optional(),
  problems: z.array(problem).optional(),
  suggestion: z.object({ key: z.string() }).nullish(),
});
const parsed = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));

/** A hook that runs the command from its source. @param path where git looks for it */
const writeHook = (path: string, args: string) => {
  const tsx = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs');
  writeFileSync(path, `#!/bin/sh\nexec node --import '${tsx}' '${join(root, 'cli', 'main.ts')}' check-commits ${args}\n`);
  chmodSync(path, 0o755);
};

beforeAll(async () => {
  sandbox = await RunningSandbox.start('200');
  const version = await sandbox.versionId('SHOP', '4.2.0');
  [inVersion, elsewhere] = [
    await sandbox.createDefect('SHOP', version, 'S2'),
    await sandbox.createDefect('SHOP', await sandbox.versionId('SHOP', '4.1.3'), 'S2'),
  ];
  await sandbox.settle();
  home = mkdtempSync(join(tmpdir(), 'check-commits-'));
  repo = join(home, 'repo');
  git(home, 'init', '--quiet', '--initial-branch=main', repo);
});
afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  expect(await sandbox.stop()).toEqual([]);
});
beforeEach(() => {
  git(repo, 'checkout', '--quiet', '--orphan', `t${Math.floor(performance.now() * 1000)}`);
  commit('Begin');
  git(repo, 'tag', '--force', 'start');
});

test('commits in the version of the branch pass, in one bulk read', async () => {
  commit(`${inVersion} Stop refusing cards`);
  commit(`Fixes: ${inVersion.toLowerCase()}`);
  const { next } = await sandbox.trace();
  expect(await run(['start..HEAD', '--branch', 'release/4.2'])).toMatchObject({ code: 0, stdout: '2 commits: 2 all right.\n' });
  const asked = (await sandbox.trace(next)).entries.filter(({ kind }) => kind === 'rest').map(({ what }) => what);
  expect(asked.filter((what) => /bulkfetch|project\/search/.test(what)).map((what) => what.split('?')[0])).toEqual([
    'GET /rest/api/3/project/search',
    'POST /rest/api/3/issue/bulkfetch',
  ]);
});

test('what is not right is named, with what was meant', async () => {
  const shas = [
    commit(`${elsewhere} Stop refusing cards`),
    commit('Stop refusing cards'),
    commit(`${inVersion.replace('SHOP', 'SHPO')} Stop refusing cards`),
    commit('SHOP-99999 Something else'),
    commit(`${inVersion}7 Checkout refuses every card`),
    commit('ISO-8601, UTF-8'),
  ];
  const { code, stdout } = await run(['start..HEAD', '--branch', 'release/4.2', '--json']);
  const lines = parsed(stdout);
  expect(code).toBe(1);
  expect(lines.slice(0, -1).map(({ sha, problems, suggestion }) => [sha, problems?.[0]?.rule, suggestion?.key])).toEqual([
    [shas[0], 'version', undefined],
    [shas[1], 'no-key', undefined],
    [shas[2], 'no-key', inVersion],
    [shas[3], 'missing-issue', undefined],
    [shas[4], 'missing-issue', inVersion],
    [shas[5], 'no-key', undefined],
  ]);
  expect(lines[0]?.problems?.[0]?.sentence).toContain('is planned for 4.1.3, and release/4.2 is for 4.2');
});

test('who may not see an issue learns nothing of it', async () => {
  commit(`${inVersion} Stop refusing cards`);
  const { code, stdout, stderr } = await run(['start..HEAD', '--branch', 'main', '--project', 'SHOP'], {
    JIRA_EMAIL: 'outsider@example.com',
  });
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toContain(`${inVersion}, which is not in Jira or may not be seen`);
});

test('a Jira that cannot be reached is exit code 2, and says so in each form', async () => {
  commit(`${inVersion} Stop refusing cards`);
  const away = { JIRA_BASE_URL: 'http://127.0.0.1:9', JIRA_API_TOKEN: ['very', 'quiet'].join('-') };
  const { code, stdout, stderr } = await run(['start..HEAD', '--branch', 'main', '--json'], away);
  expect([code, parsed(stdout)[0]?.outcome]).toEqual([2, 'unknown']);
  expect(stderr).toMatch(/127\.0\.0\.1:9 could not be asked for the list of projects/);
  expect(stdout + stderr).not.toContain('very-quiet');
  expect((await run(['start..HEAD', '--branch', 'main', '--offline'], away)).code).toBe(0);
});

test('a server refuses a push by its hook, and takes it when the message is right', async () => {
  const server = join(home, 'server.git');
  git(home, 'init', '--quiet', '--bare', '--initial-branch=main', server);
  git(repo, 'push', '--quiet', server, 'start^{commit}:refs/heads/main');
  writeHook(join(server, 'hooks', 'pre-receive'), '--pre-receive');
  commit('Stop refusing cards');
  expect(() => git(repo, 'push', server, 'HEAD:refs/heads/main')).toThrow(/no-key: [0-9a-f]{8} names no issue/);
  git(repo, 'push', '--quiet', server, 'HEAD:refs/heads/feature/x');
  git(repo, 'commit', '--quiet', '--amend', '--allow-empty', '-m', `${inVersion} Stop refusing cards`);
  git(repo, 'push', '--quiet', server, 'HEAD:refs/heads/main', 'HEAD:refs/heads/release/4.2');
  git(repo, 'push', '--quiet', server, '--delete', 'feature/x');
});

test('a commit is not made while its message is wrong', async () => {
  const hook = join(repo, '.git', 'hooks', 'commit-msg');
  writeHook(hook, '--message "$1" --branch main');
  expect(() => commit('Stop refusing cards')).toThrow(/This commit names no issue/);
  expect(commit(`${inVersion} Stop refusing cards`)).toMatch(/^[0-9a-f]{40}$/);
  rmSync(hook);
});

describe('a frozen release', () => {
  const shop = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
  const call = <View extends z.ZodType>(who: Person, name: BridgeCall, view: View, payload: unknown) =>
    sandbox.screen(who, shop, name, view, payload);
  let projectId: string;
  let versionId: string;
  let before: string;
  let after: string;
  let urgent: string;
  const issueId = async (key: string) =>
    z.object({ id: z.string() }).parse((await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}?fields=summary`)).body).id;
  const change = async (act: 'begin' | 'end') => {
    const wish = { projectId, versionId, act, because: 'The candidate is built.' };
    expect(await call('admin', 'changeFreeze', bridgeCalls.changeFreeze.view, wish)).toMatchObject({ kind: 'done' });
  };
  const check = () => run(['start..HEAD', '--branch', 'release/4.9', '--json']);

  beforeAll(async () => {
    projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
    const fields = { name: '4.9.0', projectId: Number(projectId), releaseDate: '2026-12-20' };
    versionId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'POST', '/rest/api/3/version', fields)).body).id;
    before = await sandbox.createDefect('SHOP', versionId, 'S4');
    await sandbox.settle();
    await change('begin');
    [after, urgent] = [
      await sandbox.createDefect('SHOP', versionId, 'S4', 'qa'),
      await sandbox.createDefect('SHOP', versionId, 'S1', 'qa'),
    ];
    await sandbox.settle();
    await sandbox.advance('50s');
  });

  test('takes commits for what was there before and what may come in, and none for what its freeze keeps out', async () => {
    commit(`${before} Round totals`);
    commit(`${urgent} Take cards again`);
    expect((await check()).code).toBe(0);
    commit(`${after} Align the logo`);
    const { code, stdout } = await check();
    expect([code, parsed(stdout)[2]?.problems]).toEqual([
      1,
      [{ rule: 'frozen', sentence: saying(`names ${after}, which the freeze of 4.9.0 keeps out: ask for an exception`) }],
    ]);
    expect((await run(['start..HEAD', '--branch', 'release/4.9', '--offline'])).code).toBe(0);
  });

  test('takes them as soon as an exception is approved', async () => {
    commit(`${after} Align the logo`);
    const wish = { issueId: await issueId(after), versionId, because: 'Auditors need it.', hours: 1 };
    expect(await call('qa', 'askException', bridgeCalls.askException.view, wish)).toMatchObject({ kind: 'done' });
    expect((await check()).code).toBe(1);
    const decision = { projectId, versionId, defectId: wish.issueId, act: 'approve' };
    expect(await call('admin', 'decideException', bridgeCalls.decideException.view, decision)).toMatchObject({ kind: 'done' });
    expect((await check()).code).toBe(0);
  });

  test('keeps out what somebody wipes from the property, and nothing once it is lifted', async () => {
    const wiped = await sandbox.createDefect('SHOP', versionId, null, 'qa');
    await sandbox.settle();
    await sandbox.advance('50s');
    commit(`${wiped} Align the logo`);
    expect((await check()).code).toBe(1);
    const property = '/rest/api/3/project/SHOP/properties/holdpoint.freezes';
    expect((await sandbox.rest('admin', 'DELETE', property)).status).toBe(204);
    expect((await check()).code).toBe(0);
    await sandbox.advance('6m');
    expect((await check()).code).toBe(1);
    await change('end');
    expect((await check()).code).toBe(0);
    expect((await sandbox.rest('admin', 'GET', property)).status).toBe(404);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { CannotCheck } from './cannot-check';
import { answerWish } from './check-commits';
import type { Wish } from './check-commits';
import { Misuse } from './command';

/** Real repositories, looked at without Jira. */
let home: string;
let repo: string;
let commits = 0;

// Where the tests themselves run from a hook, git tells them of another repository.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];

const git = (where: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', '-c', 'protocol.file.allow=always', ...args], {
    cwd: where,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
      ...{
        GIT_AUTHOR_DATE: '2026-11-02T09:00:00Z',
        GIT_COMMITTER_DATE: `2026-11-02T09:00:${String(commits % 60).padStart(2, '0')}Z`,
      },
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
const commit = (message: string, ...args: string[]) => {
  commits += 1;
  git(repo, 'commit', '--quiet', '--allow-empty', '--cleanup=verbatim', '-m', message, ...args);
  return git(repo, 'rev-parse', 'HEAD');
};
const wish = (changes: Partial<Wish>): Wish => ({
  ...{ source: { range: 'start..HEAD' }, branch: 'main', repo, rules: null, projects: [], offline: true, form: 'text' },
  ...changes,
});
const ask = (changes: Partial<Wish>, env: Record<string, string> = {}, input = '') =>
  answerWish(wish(changes), env, () => Promise.resolve(input));

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'check-commits-'));
  repo = join(home, 'repo');
  git(home, 'init', '--quiet', '--initial-branch=main', repo);
  commit('Begin');
  git(repo, 'tag', 'start');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('commits that name issues pass', async () => {
  commit('SHOP-1 Round the total');
  commit('Count once\n\nFixes: SHOP-2');
  expect(await ask({})).toEqual({
    exitCode: 0,
    text: '2 commits: 2 all right. Jira was not asked: whether the issues are there and right is not known.',
  });
});

test('each problem is a line under its commit, and what to do comes last', async () => {
  const [first, second] = [commit('Round the total'), commit('SHPO-2 Count once')];
  commit('SHOP-3 Fine');
  const { exitCode, text } = await ask({ projects: ['SHOP'] });
  expect(exitCode).toBe(1);
  expect(text.split('\n')).toEqual([
    'To main, by the rule for main:',
    `${first.slice(0, 8)} Round the total`,
    `  no-key: ${first.slice(0, 8)} names no issue, and main takes no commit without one: put the key of its issue into its message, for example "SHOP-123 Say what changed".`,
    `${second.slice(0, 8)} SHPO-2 Count once`,
    `  no-key: ${second.slice(0, 8)} says "SHPO-2", which is no issue key. Did you mean SHOP-2? Then write that.`,
    '',
    '3 commits: 1 all right, 2 with problems. Jira was not asked: whether the issues are there and right is not known.',
    'To change a message: git commit --amend for the last commit, git rebase -i for those before it.',
  ]);
});

test('as JSON, a line for each commit and a summary', async () => {
  const sha = commit('Round\tthe total');
  const lines = (await ask({ form: 'json' })).text.split('\n').map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    {
      kind: 'commit',
      branch: 'main',
      sha,
      firstLine: 'Round\tthe total',
      commitKind: 'plain',
      state: 'wrong',
      keys: [],
      problems: [{ rule: 'no-key' }],
    },
    { kind: 'summary', outcome: 'failed', exitCode: 1, judged: 'keys', commits: 1, fine: 0, wrong: 1, skipped: 0 },
  ]);
});

test('as annotations, nothing in a message gives the pipeline an order', async () => {
  const sha = commit('100%\n::error::SHPO-1, ##vso[task.complete]');
  const { text } = await ask({ form: 'github', projects: ['SHOP'] });
  expect(text.split('\n')[0]).toBe(
    `::error title=Commit ${sha.slice(0, 8)} (no-key)::${sha.slice(0, 8)} says "SHPO-1", which is no issue key. Did you mean SHOP-1? Then write that.`,
  );
  const plain = await ask({ projects: ['SHOP'] });
  expect(plain.text.split('\n').filter((line) => line.trim().startsWith('::'))).toEqual([]);
});

test('what moves a cursor is not printed', async () => {
  commit('\u001b[2J\u202eRound the total ##[error]');
  const { text } = await ask({});
  expect(text).not.toMatch(/[\u001b\u202e]|##\[/);
});

test('merges and bots are let through, reverts and picks speak for what they copy', async () => {
  const original = commit('SHOP-1 Round the total');
  commit(`Revert "Round"\n\nThis reverts commit ${original}.`);
  commit(`Round again\n\n(cherry picked from commit ${original.slice(0, 12)})`);
  commit('Bump a package', '--author=helper[bot] <1+helper[bot]@users.noreply.example.com>');
  git(repo, 'checkout', '--quiet', '-b', 'side', 'start');
  commit('SHOP-2 Beside');
  git(repo, 'checkout', '--quiet', 'main');
  git(repo, 'merge', '--quiet', '--no-ff', '-m', 'Merge what stands beside', 'side');
  const { exitCode, text } = await ask({});
  expect(exitCode).toBe(0);
  expect(text).toMatch(/^6 commits: 4 all right, 2 let through unread\./);
});

test('a copy of something that the repository does not have needs a key of its own', async () => {
  commit(`Round\n\n(cherry picked from commit ${'ab'.repeat(20)})`);
  expect((await ask({})).exitCode).toBe(1);
});

test.each(['HEAD', 'start...HEAD', 'a..b..c', '--output=x..HEAD', '..-x', 'start..--all'])('%j is no range', async (range) => {
  await expect(ask({ source: { range } })).rejects.toThrow(Misuse);
});

test('an unknown revision is not a pass', async () => {
  await expect(ask({ source: { range: 'nowhere..HEAD' } })).rejects.toThrow(
    new CannotCheck('"nowhere" is no commit of this repository: fetch it first, or correct its name.'),
  );
});

test('a folder without a repository, and no folder at all, are not a pass', async () => {
  await expect(ask({ repo: home })).rejects.toThrow(/^git says: not a git repository/);
  await expect(ask({ repo: join(home, 'nowhere') })).rejects.toThrow(/could not be started/);
});

test('a shallow clone is checked as far as it has the whole range', async () => {
  commit('SHOP-1 One');
  git(repo, 'tag', 'one');
  commit('SHOP-2 Two');
  commit('SHOP-3 Three');
  const shallow = join(home, 'shallow');
  git(home, 'clone', '--quiet', '--depth=2', `file://${repo}`, shallow);
  expect((await ask({ repo: shallow, source: { range: 'HEAD~1..HEAD' } })).exitCode).toBe(0);
  await expect(ask({ repo: shallow, source: { range: 'one..HEAD' } })).rejects.toThrow(
    /which is shallow\. Fetch the whole history/,
  );
  git(shallow, 'fetch', '--quiet', '--depth=1', 'origin', 'refs/tags/one:refs/tags/one');
  await expect(ask({ repo: shallow, source: { range: 'one..HEAD' } })).rejects.toThrow(/its history ends within the range/);
});

test('an empty range has nothing to check', async () => {
  expect(await ask({ source: { range: 'HEAD..HEAD' } })).toEqual({ exitCode: 0, text: 'No commits to check.' });
});

test('the branch is the one that is named, the target of a pull request, or the one that is checked out', async () => {
  commit('No key');
  expect((await ask({ branch: 'feature/x' })).text).toBe(
    '1 commit: 0 all right, 1 let through unread. No rule is for feature/x, so nothing was asked of it.',
  );
  git(repo, 'checkout', '--quiet', '-b', 'feature/y');
  expect((await ask({ branch: null })).text).toContain('No rule is for feature/y');
  expect((await ask({ branch: null }, { GITHUB_BASE_REF: 'main' })).exitCode).toBe(1);
  git(repo, 'checkout', '--quiet', '--detach');
  expect((await ask({ branch: null }, { GITHUB_BASE_REF: '', CI_COMMIT_BRANCH: 'main' })).exitCode).toBe(1);
  await expect(ask({ branch: null })).rejects.toThrow(/name the one that the commits go to with --branch/);
});

describe('rules', () => {
  const rule = (text: string) => writeFileSync(join(repo, '.holdpoint.json'), text);

  test("the repository's own decide", async () => {
    commit('SHOP-1 SHOP-2 Both');
    rule('{"commits": {"branches": [{"branch": "trunk", "keys": "exactly-one"}]}, "others": 1}');
    expect((await ask({ branch: 'main' })).text).toContain('No rule is for main');
    expect((await ask({ branch: 'trunk' })).text).toContain('names 2 issues (SHOP-1, SHOP-2), and trunk takes one a commit');
  });

  test.each([
    ['{', '.holdpoint.json is not JSON.'],
    [
      '{"commits": {"branches": [{"branch": "main", "keyz": 1}]}}',
      /^\.holdpoint\.json cannot be understood: commits\.branches\.0: .*keyz/,
    ],
    [
      '{"commits": {"branches": [{"branch": "main", "version": "exact"}]}}',
      /^\.holdpoint\.json: main asks for the branch's version/,
    ],
  ])('%s is refused', async (text, sentence) => {
    rule(text);
    await expect(ask({})).rejects.toThrow(sentence);
  });

  test('a file that is named and not there is refused', async () => {
    await expect(ask({ rules: join(repo, 'nowhere.json') })).rejects.toThrow(/could not be read/);
  });
});

describe('a message that is not a commit yet', () => {
  const message = (text: string, changes: Partial<Wish> = {}) => {
    writeFileSync(join(repo, 'MESSAGE'), text);
    return ask({ source: { message: join(repo, 'MESSAGE') }, ...changes });
  };

  test.each([
    ['SHOP-1 Round the total\n', 0],
    ['#SHOP-1 Round the total\n', 0],
    ['Round the total\n# On branch SHOP-1\n#\n#\tmodified: SHOP-2\n', 1],
    ['Round the total\n# ------------------------ >8 ------------------------\n+SHOP-1\n', 1],
    ['', 1],
  ])('%j ends with %i', async (text, exitCode) => {
    expect((await message(text)).exitCode).toBe(exitCode);
  });

  test('on standard input', async () => {
    expect((await ask({ source: { message: '-' } }, {}, 'SHOP-1 Round')).exitCode).toBe(0);
  });

  test('the message of a merge is let through', async () => {
    const head = git(repo, 'rev-parse', 'HEAD');
    writeFileSync(join(repo, '.git', 'MERGE_HEAD'), `${head}\n`);
    expect((await message("Merge branch 'side'")).exitCode).toBe(0);
  });

  test('one that is not there is not a pass', async () => {
    await expect(ask({ source: { message: join(repo, 'NOWHERE') } })).rejects.toThrow(CannotCheck);
  });
});

describe('a push', () => {
  const none = '0'.repeat(40);
  const push = (...lines: string[]) =>
    ask({ source: 'push', branch: null, form: 'json' }, {}, lines.map((line) => `${line}\n`).join(''));
  const checkedBy = async (...lines: string[]) =>
    (await push(...lines)).text
      .split('\n')
      .slice(0, -1)
      .map((line) => z.object({ firstLine: z.string() }).parse(JSON.parse(line)).firstLine);

  test("each branch's rules decide, deletions and tags bring nothing", async () => {
    const start = git(repo, 'rev-parse', 'start');
    git(repo, 'checkout', '--quiet', '--detach');
    const fresh = commit('No key');
    const { exitCode, text } = await push(
      `${start} ${fresh} refs/heads/main`,
      `${start} ${fresh} refs/heads/feature/x`,
      `${start} ${none} refs/heads/gone`,
      `${none} ${fresh} refs/tags/v1`,
    );
    expect(exitCode).toBe(1);
    expect(text.split('\n')).toHaveLength(2);
  });

  test('a new branch brings what no branch under rules has', async () => {
    commit('SHOP-1 On main');
    git(repo, 'checkout', '--quiet', '-b', 'feature/x');
    commit('No key, pushed before');
    git(repo, 'checkout', '--quiet', '--detach');
    const fresh = commit('SHOP-2 New');
    git(repo, 'checkout', '--quiet', 'main');
    expect(await checkedBy(`${none} ${fresh} refs/heads/release/4.2`)).toEqual(['No key, pushed before', 'SHOP-2 New']);
  });

  test('the rules are those of the default branch, whatever is pushed', async () => {
    const start = git(repo, 'rev-parse', 'start');
    git(repo, 'checkout', '--quiet', '--detach');
    writeFileSync(join(repo, '.holdpoint.json'), '{"commits": {"branches": []}}');
    git(repo, 'add', '.holdpoint.json');
    const fresh = commit('Loosen the rules');
    git(repo, 'checkout', '--quiet', 'main');
    expect((await push(`${start} ${fresh} refs/heads/main`)).exitCode).toBe(1);
  });

  test.each(['x', 'a b c d', `${none} ${'0'.repeat(39)}z refs/heads/main`, `--all ${none} refs/heads/main`])(
    '%j is not what git tells',
    async (line) => {
      await expect(push(line)).rejects.toThrow(Misuse);
    },
  );
});

test('without a site to ask it is not a pass', async () => {
  commit('SHOP-1 One');
  await expect(ask({ offline: false })).rejects.toThrow(/Set JIRA_BASE_URL/);
  await expect(ask({ offline: false }, { JIRA_BASE_URL: 'http://127.0.0.1:9' })).rejects.toThrow(CannotCheck);
}, 20_000);

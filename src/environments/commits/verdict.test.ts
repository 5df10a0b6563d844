import * as fc from 'fast-check';
import { aCommit, anIssue, fixtureProjects, generateCommits } from './commits.fixture';
import type { IssueFact, JiraFacts } from './facts';
import type { Commit } from './kind';
import { neighbouringKeys } from './neighbours';
import { defaultBranchRule, defaultCommitRules } from './rules';
import type { BranchRule, CommitRules } from './rules';
import { checkCommits, keysToRead } from './verdict';

const projects = new Set(['SHOP', 'OPS']);
const factsOf = (...issues: IssueFact[]): JiraFacts => ({ projects, issues: new Map(issues.map((issue) => [issue.key, issue])) });
const rulesOf = (branch: Partial<BranchRule>, others: Partial<CommitRules> = {}): CommitRules => ({
  ...defaultCommitRules,
  branches: [{ ...defaultBranchRule, branch: '**', ...branch }],
  ...others,
});
const check = (
  commit: Commit,
  facts: JiraFacts,
  { rules = defaultCommitRules, branch = 'release/4.2', originals = new Map<string, string>() } = {},
) => {
  const [verdict] = checkCommits({ branch, commits: [commit], rules, originals }, facts).commits;
  if (verdict === undefined) throw new Error('No verdict.');
  return verdict;
};
const sentences = (...args: Parameters<typeof check>) => check(...args).problems.map(({ sentence }) => sentence);

describe('by the rules that are there without anybody writing any', () => {
  test.each<[string, Commit, IssueFact[], string[]]>([
    ['an issue in the version passes', aCommit('SHOP-12 Fix'), [anIssue()], []],
    [
      'no key',
      aCommit('Fix the total'),
      [],
      [
        '1a2b3c4d names no issue, and release/4.2 takes no commit without one: put the key of its issue into its message, for example "ABC-123 Say what changed".',
      ],
    ],
    [
      'a key of no project',
      aCommit('ZEBRA-12 Fix'),
      [],
      [
        '1a2b3c4d names ZEBRA-12, but no project that counts has the key ZEBRA: put the key of an issue that release/4.2 may take into its message.',
      ],
    ],
    [
      'a mistyped key',
      aCommit('SHPO-12 Fix'),
      [anIssue()],
      ['1a2b3c4d says "SHPO-12", which is no issue key. Did you mean SHOP-12? Then write that.'],
    ],
    [
      'a mistyped key of an issue that is not there either',
      aCommit('SHOP 99 Fix'),
      [anIssue()],
      [
        '1a2b3c4d names no issue, and release/4.2 takes no commit without one: put the key of its issue into its message, for example "ABC-123 Say what changed".',
      ],
    ],
    [
      'an issue that is not there',
      aCommit('SHOP-99 Fix'),
      [anIssue()],
      ['1a2b3c4d names SHOP-99, which is not in Jira or may not be seen. Correct the key in its message.'],
    ],
    [
      'an issue that is not there, beside one that the message is about',
      aCommit('SHOP-21 Checkout refuses all cards'),
      [anIssue()],
      [
        '1a2b3c4d names SHOP-21, which is not in Jira or may not be seen. Did you mean SHOP-12 "Checkout refuses every card"? Then write that.',
      ],
    ],
    [
      'another version',
      aCommit('SHOP-12 Fix'),
      [anIssue({ fixVersions: ['4.3.0', '5.0.0'] })],
      [
        '1a2b3c4d names SHOP-12, which is planned for 4.3.0, 5.0.0, and release/4.2 is for 4.2: set its fix version, or take the commit to another branch.',
      ],
    ],
    [
      'no version',
      aCommit('SHOP-12 Fix'),
      [anIssue({ fixVersions: [] })],
      [
        '1a2b3c4d names SHOP-12, which is planned for no version, and release/4.2 is for 4.2: set its fix version, or take the commit to another branch.',
      ],
    ],
    [
      'deferred',
      aCommit('SHOP-12 Fix'),
      [anIssue({ deferredTo: '4.3.0' })],
      ['1a2b3c4d names SHOP-12, whose fix is deferred to 4.3.0: end the deferral, or leave the fix out of release/4.2.'],
    ],
    ['not deferred', aCommit('SHOP-12 Fix'), [anIssue({ deferredTo: null, frozenOutOf: null })], []],
    [
      'frozen',
      aCommit('SHOP-12 Fix'),
      [anIssue({ frozenOutOf: '4.2.0' })],
      ['1a2b3c4d names SHOP-12, which the freeze of 4.2.0 keeps out: ask for an exception, or leave it out of release/4.2.'],
    ],
    [
      'a message that is not a commit yet',
      aCommit('SHPO-12', { sha: null }),
      [anIssue()],
      ['This commit says "SHPO-12", which is no issue key. Did you mean SHOP-12? Then write that.'],
    ],
  ])('%s', (_name, commit, issues, expected) => {
    expect(sentences(commit, factsOf(...issues))).toEqual(expected);
  });

  test('a branch that no pattern fits is not checked', () => {
    const verdict = checkCommits(
      { branch: 'feature/x', commits: [aCommit('Fix')], rules: defaultCommitRules, originals: new Map() },
      factsOf(),
    );
    expect(verdict).toMatchObject({ rule: null, outcome: 'passed', commits: [{ state: 'skipped' }] });
  });

  test.each([
    ['merge', aCommit('Merge branch x', { parents: 2 })],
    ['bot', aCommit('Bump a package', { author: '1+dependabot[bot]@users.noreply.example.com' })],
  ])('a %s is let through', (kind, commit) => {
    expect(check(commit, factsOf())).toMatchObject({ kind, state: 'skipped', problems: [] });
  });
});

describe('by other rules', () => {
  const two = aCommit('SHOP-12 SHOP-13 Fix');
  const both = factsOf(
    anIssue(),
    anIssue({ key: 'SHOP-13', workType: 'Task', status: 'Closed', statusCategory: 'done' }),
    anIssue({ key: 'SHOP-14', fixVersions: [] }),
  );
  test.each<[string, Partial<BranchRule>, Commit, string[]]>([
    ['any number of keys, none', { keys: 'any' }, aCommit('Fix'), []],
    ['exactly one key, one', { keys: 'exactly-one' }, aCommit('SHOP-12 Fix, see SHOP-12'), []],
    ['exactly one key, two', { keys: 'exactly-one' }, two, ['too-many-keys']],
    ['a work type that one of two has', { workTypes: ['bug'] }, two, ['work-type']],
    ['a status by name', { statuses: ['in review', 'Closed'] }, two, []],
    ['a status by category', { statuses: ['In Progress'] }, two, ['status']],
    ['a status by key of the category', { statuses: ['done', 'indeterminate'] }, two, []],
    ['a version in the name that nothing is asked of', { branch: '{version}' }, aCommit('SHOP-14 Fix'), []],
    ['issues need not be there', { exists: false }, aCommit('SHOP-99 Fix'), []],
  ])('%s', (_name, rule, commit, expected) => {
    expect(check(commit, both, { rules: rulesOf(rule), branch: 'trunk' }).problems.map((problem) => problem.rule)).toEqual(
      expected,
    );
  });

  test.each<[string, 'exact' | 'prefix', readonly string[], boolean]>([
    ['release/4.2.0', 'exact', ['4.2.0'], true],
    ['release/v4.2.0', 'exact', ['4.2.0'], true],
    ['release/4.2.0', 'exact', ['V4.2.0 '], true],
    ['release/4.2', 'exact', ['4.2.0'], false],
    ['release/4.2', 'prefix', ['4.2.7'], true],
    ['release/4.2.x', 'prefix', ['4.2.7'], true],
    ['release/4.2', 'prefix', ['4.20.0'], false],
    ['release/4.2', 'prefix', ['4.1.0', '4.2'], true],
    ['release/victor', 'exact', ['victor'], true],
  ])('the branch %s by %s version and an issue in %j: %s', (branch, version, fixVersions, passes) => {
    const rules = rulesOf({ branch: 'release/{version}', version });
    expect(sentences(aCommit('SHOP-12'), factsOf(anIssue({ fixVersions })), { rules, branch })).toHaveLength(passes ? 0 : 1);
  });

  const revert = aCommit('Revert "Round the total"\n\nThis reverts commit abcdef1234567.');
  const pick = aCommit('Round the total\n\n(cherry picked from commit abcdef1234567)');
  const originals = new Map([['abcdef1234567', 'SHOP-12 Round the total']]);
  test.each<[string, Commit, Partial<CommitRules>, string, readonly string[]]>([
    ['a revert takes the key over', revert, {}, 'fine', ['SHOP-12']],
    ['a pick takes the key over', pick, {}, 'fine', ['SHOP-12']],
    ['a revert is checked by its own words', revert, { revert: 'check' }, 'wrong', []],
    ['a pick is checked by its own words', pick, { cherryPick: 'check' }, 'wrong', []],
    ['a revert is let through', revert, { revert: 'skip' }, 'skipped', []],
    ['a pick is let through', pick, { cherryPick: 'skip' }, 'skipped', []],
    ['a merge is checked', aCommit('Merge', { parents: 2 }), { merge: 'check' }, 'wrong', []],
  ])('%s', (_name, commit, policies, state, keys) => {
    expect(check(commit, factsOf(anIssue()), { rules: rulesOf({}, policies), originals })).toMatchObject({ state, keys });
  });

  test('a pick whose original is not known needs a key of its own', () => {
    expect(check(pick, factsOf(anIssue())).state).toBe('wrong');
  });
});

test('without Jira, only the key itself is judged', () => {
  const offline: JiraFacts = { projects: null, issues: null };
  expect(check(aCommit('SHOP-99999 Fix'), offline).state).toBe('fine');
  expect(check(aCommit('UTF-8 Fix'), offline).state).toBe('wrong');
});

test('an issue that was moved is found by its former key', () => {
  const facts: JiraFacts = { projects: new Set(['OLD', 'SHOP']), issues: new Map([['OLD-1', anIssue()]]) };
  expect(check(aCommit('OLD-1 Fix'), facts).state).toBe('fine');
});

test('what is read is what commits name, or may mean', () => {
  const commits = [aCommit('SHOP-1 OPS-2'), aCommit('SHPO-3'), aCommit('Merge SHOP-4', { parents: 2 }), aCommit('UTF-8')];
  const given = { branch: 'main', commits, rules: defaultCommitRules, originals: new Map<string, string>() };
  expect(keysToRead(given, projects)).toEqual(['SHOP-1', 'OPS-2', 'SHOP-3']);
  expect(keysToRead({ ...given, branch: 'feature/x' }, projects)).toEqual([]);
});

test('a number one mistake away leads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 99_999 }), (number) => {
      const key = `SHOP-${number}`;
      for (const neighbour of neighbouringKeys(key)) {
        expect(neighbour).not.toBe(key);
        expect(neighbouringKeys(neighbour)).toContain(key);
      }
    }),
    { numRuns: 50 },
  );
});

test('each commit is judged alone: any order gives the same', () => {
  const known = generateCommits(2_000, 3);
  const issues = new Map(known.flatMap(({ keys }) => keys.map((key) => [key, anIssue({ key })] as const)));
  const given = { branch: 'main', rules: defaultCommitRules, originals: new Map<string, string>() };
  const facts = { projects: fixtureProjects, issues };
  const commits = known.map(({ commit }) => commit);
  const there = checkCommits({ ...given, commits }, facts);
  const back = checkCommits({ ...given, commits: commits.toReversed() }, facts);
  expect(back.commits.toReversed()).toEqual(there.commits);
  expect(there.commits.map(({ state }) => state)).toEqual(known.map(({ keys }) => (keys.length > 0 ? 'fine' : 'wrong')));
});

import { defaultBranchRule, defaultCommitRules, problemsOfRules, ruleFor } from './rules';

const rulesFor = (...branches: { branch: string; version?: 'exact' }[]) => ({
  ...defaultCommitRules,
  branches: branches.map((branch) => ({ ...defaultBranchRule, ...branch })),
});

test('nothing is wrong with the rules that are there without anybody writing any', () => {
  expect(problemsOfRules(defaultCommitRules)).toEqual([]);
});

test.each([
  [[{ branch: ' ' }], 'A branch pattern is empty: name a branch, for example release/{version}.'],
  [[{ branch: 'main' }, { branch: 'main' }], 'main is there twice; only the first counts.'],
  [[{ branch: '{version}/{version}' }], '{version}/{version} says {version} more than once.'],
  [[{ branch: 'main', version: 'exact' as const }], "main asks for the branch's version, but its pattern has no {version}."],
])('%j', (branches, sentence) => {
  expect(problemsOfRules(rulesFor(...branches))).toEqual([sentence]);
});

test('the first pattern that fits decides', () => {
  const rules = rulesFor({ branch: 'release/4' }, { branch: 'release/{version}' });
  expect(ruleFor(rules, 'release/4')?.rule.branch).toBe('release/4');
  expect(ruleFor(rules, 'release/5')).toMatchObject({ rule: { branch: 'release/{version}' }, version: '5' });
  expect(ruleFor(rules, 'main')).toBeNull();
});

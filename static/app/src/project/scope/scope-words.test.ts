import { budgetWords, leavingWords, movedWords, sized } from './scope-words';

test.each([
  [1, 'issues', '1 issue'],
  [7.25, 'points', '7.3 points'],
  [0.98, 'hours', '1 hour'],
  [1234, 'issues', '1,234 issues'],
] as const)('%p %s', (size, unit, words) => expect(sized(size, unit)).toBe(words));

test('a budget that holds, and one that is burnt', () => {
  const budget = { share: 20, size: 4.6, done: 1, planned: 2, left: 1.6, over: 0, kept: 3 };
  expect(budgetWords(budget, 'issues')).toBe('3 of 4.6 issues spent: 1 done, 2 planned. 1.6 issues left.');
  expect(budgetWords({ ...budget, done: 6, left: 0, over: 3.4 }, 'points')).toMatch(/^8 of 4.6 points .* Burnt by 3.4 points.$/);
});

test('what leaves', () => {
  expect(leavingWords({ ids: ['1', '2'], size: 8, value: 60 }, 'points')).toBe('2 issues, 8 points, worth 60 together');
  expect(leavingWords({ ids: ['1'], size: 1, value: 60 }, 'issues')).toBe('1 issue, worth 60 together');
});

test('a move that went through, in part, and not at all', () => {
  const result = (problem: string | null) => ({ issueId: '1', key: 'SHOP-1', problem });
  expect(movedWords([result(null)], '4.3.0')).toBe('1 issue moved to 4.3.0.');
  expect(movedWords([result(null), result('No.')], '4.3.0')).toBe('1 issue moved to 4.3.0; 1 issue stayed.');
  expect(movedWords([result('No.')], '4.3.0')).toBe('Nothing moved; 1 issue stayed.');
});

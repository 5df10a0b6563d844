import { pipelineSettings } from '../pipeline-settings.fixture';
import { commitsSummary, newRule } from './commit-words';

const rules = (...branches: string[]) => ({ ...pipelineSettings.commits, branches: branches.map(newRule) });

test.each([
  [rules(), 'Commits are not checked'],
  [rules('main'), 'Checked on main; merges and machines are let through'],
  [
    { ...rules('main', 'a', 'b', 'c', 'd'), merge: 'check' } as const,
    'Checked on main, a, b and 2 more; machines are let through',
  ],
  [{ ...rules('main'), merge: 'check', bot: 'check' } as const, 'Checked on main'],
])('one line says what is checked (%#)', (commits, words) => {
  expect(commitsSummary(commits)).toBe(words);
});

test('a new rule asks for the version where its pattern has one', () => {
  expect([newRule('main').version, newRule('release/{version}').version]).toEqual(['none', 'prefix']);
});

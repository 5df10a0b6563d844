import { overrideRationaleProblems } from './rationale';

const good = 'Only the sandbox tenant of one partner meets the failing checkout, and support switches that tenant off tonight.';
const problems = (text: string, earlier: string[] = []) => overrideRationaleProblems(text, { leastWords: 8, earlier });

test.each([
  ['nothing', '  ', 'Say why the release may pass'],
  ['empty talk', 'It is fine, trust me, later.', 'Say more'],
  ['a wall of text', 'word '.repeat(500), 'Keep it below'],
])('%s is no rationale', (_, text, message) => {
  expect(problems(text)).toEqual([expect.stringContaining(message)]);
});

test('one that says who is affected will do, once', () => {
  expect(problems(good)).toEqual([]);
  expect(problems(good.toUpperCase(), [good])).toEqual([expect.stringContaining('copy')]);
});

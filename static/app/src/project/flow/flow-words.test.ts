import { sampleFlow } from './flow.fixture';
import { checkWords, daysWords, dayWords, doubtsIn, doubtWords, hiddenWords } from './flow-words';

test('a day in words, with the band that is pointed at', () => {
  expect(dayWords(sampleFlow, 1, '1')).toBe('Open 3, 3 open in all, 1 came, 0 went, 4.2.0 released, 4.2.0 deployed');
  expect(dayWords(sampleFlow, 2, null)).toBe('2 open in all, 0 came, 1 went');
});

test('doubts are read as they were written', () => {
  expect(doubtsIn(0)).toEqual([]);
  expect(doubtsIn(22)).toEqual(['few', 'growing', 'unbalanced']);
  expect(doubtsIn(127)).toHaveLength(7);
});

test('why a reading is not to be relied on', () => {
  expect(doubtWords(0)).toBe('');
  expect(doubtWords(2)).toBe('fewer than 5 were done in these days');
  expect(doubtWords(6)).toBe('fewer than 5 were done in these days, and what is open grew by more than a fifth');
});

test('whether the figures agree', () => {
  expect(checkWords(sampleFlow.check)).toMatchObject({ holds: true });
  const differing = [{ name: 'Open', counted: 1, now: 2 }];
  expect(checkWords({ wrongDays: 1, differing, defects: 10 })).toEqual({
    holds: false,
    words: 'On 1 day the bands do not come to the defects there were. Open: 1 by the history, 2 in Jira now.',
  });
});

test.each([
  [1, '1 day'],
  [12.5, '12.5 days'],
  [0, '0 days'],
])('%d days', (days, words) => {
  expect(daysWords(days)).toBe(words);
});

test('what the viewer may not see is said to be missing', () => {
  expect(hiddenWords(1)).toMatch(/^There is 1 more defect that .+ counts it\.$/);
  expect(hiddenWords(1200)).toMatch(/^There are 1,200 more defects that .+ counts them\.$/);
});

import { riskWords, waitingWords } from './register-words';

test.each([
  [0, [], 'Nothing waits for approval.'],
  [1, ['a'], '1 deferral waits for your approval.'],
  [3, ['a', 'b'], '2 deferrals wait for your approval; 1 more waits for somebody else.'],
  [2, [], 'Nothing waits for you; 2 deferrals wait for somebody else.'],
])('%d waiting, of them for the viewer %j', (waiting, forViewer, words) => {
  expect(waitingWords({ waiting, forViewer })).toBe(words);
});

test.each([
  [{ deferrals: 1, risk: 42, unscored: 0 }, '1 deferred defect, risk 42'],
  [{ deferrals: 3, risk: 1200.5, unscored: 1 }, '3 deferred defects, risk 1,200.5, 1 without a score'],
  [{ deferrals: 2, risk: 0, unscored: 2 }, '2 deferred defects, 2 without a score'],
])('what a release carries (%#)', (carried, words) => {
  expect(riskWords({ ...carried, release: { id: '1', name: '4.2.0' }, ids: [] })).toBe(words);
});

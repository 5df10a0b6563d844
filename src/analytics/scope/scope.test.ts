import { alternativesTo, assessScope } from './scope';
import { aScopeIssue, scopeFacts, scopeIssues } from './scope.fixture';

describe('What there is to compare', () => {
  test.each([
    ['nothing is planned', scopeFacts(), 'empty'],
    ['everything is done', scopeFacts({ issues: scopeIssues(3, { id: 'f', done: true }) }), 'all-done'],
    ['there is no date', scopeFacts({ issues: [aScopeIssue()], daysLeft: null }), 'no-date'],
    [
      'nothing was finished lately',
      scopeFacts({ issues: [aScopeIssue()], pace: { finished: 0, workingDays: 60 } }),
      'no-throughput',
    ],
    ['no day was a working day', scopeFacts({ issues: [aScopeIssue()], pace: { finished: 3, workingDays: 0 } }), 'no-throughput'],
    ['it fits', scopeFacts({ issues: [aScopeIssue()] }), 'fits'],
    ['the date is over', scopeFacts({ issues: [aScopeIssue()], daysLeft: 0 }), 'exceeds'],
  ])('%s', (_what, facts, state) => {
    const scope = assessScope(facts);
    expect(scope.state).toBe(state);
    expect(scope.leaving === null).toBe(state !== 'exceeds');
    expect(scope.capacity === null).toBe(state === 'no-date' || state === 'no-throughput');
  });
});

test('the worked example of docs/metrics.md: thirteen features and five defects against ten days', () => {
  const issues = [
    ...scopeIssues(4, { id: 'done-feature', done: true }),
    ...scopeIssues(6, { id: 'done-defect', kind: 'defect', done: true }),
    ...scopeIssues(12, { id: 'feature', value: 50 }),
    aScopeIssue({ id: 'cheap', value: 10 }),
    ...scopeIssues(2, { id: 'severe', kind: 'defect', value: 80, mayLeave: false }),
    ...scopeIssues(3, { id: 'minor', kind: 'defect', value: 20 }),
  ];
  // 96 issues in 64 working days are 1.5 a day; ten days hold 15, and an earlier release takes 2 of them.
  const scope = assessScope(scopeFacts({ issues, pace: { finished: 96, workingDays: 64 }, taken: 2 }));
  expect(scope.capacity).toBe(13);
  // A fifth of 10 done + 13 to come.
  expect(scope.budget).toMatchObject({ done: 6, planned: 5, left: 0, kept: 0 });
  expect(scope.budget?.size).toBeCloseTo(4.6);
  expect(scope.budget?.over).toBeCloseTo(6.4);
  expect(scope.planned).toEqual({ feature: { count: 13, size: 13 }, defect: { count: 5, size: 5 } });
  expect(scope.excess).toBe(5);
  expect(scope.leaving).toEqual({
    ids: ['feature1', 'cheap', 'minor1', 'minor2', 'minor3'],
    ...{ size: 5, value: 120, smallest: true, short: 0 },
  });
});

describe('The budget for defects', () => {
  test('keeps its share free of features while it is not burnt', () => {
    const scope = assessScope(scopeFacts({ issues: scopeIssues(9, { id: 'f' }) }));
    expect(scope.budget).toEqual({ size: 2, done: 0, planned: 0, left: 2, over: 0, kept: 2 });
    expect(scope.excess).toBe(1);
    expect(scope.leaving?.ids).toHaveLength(1);
  });

  test('a defect that leaves makes no room in what is kept for defects: a feature has to', () => {
    const issues = [...scopeIssues(9, { id: 'f' }), aScopeIssue({ id: 'd', kind: 'defect', value: 1 })];
    expect(assessScope(scopeFacts({ issues })).leaving?.ids).toEqual([expect.stringMatching(/^f/)]);
  });

  test('burnt, everything that still fits may stay', () => {
    const scope = assessScope(scopeFacts({ issues: scopeIssues(8, { id: 'd', kind: 'defect' }) }));
    expect(scope.budget).toMatchObject({ left: 0, over: 6 });
    expect(scope.state).toBe('fits');
  });

  test('keeps no more of the last days than its share of them, however much is done', () => {
    const issues = [...scopeIssues(90, { id: 'done', done: true }), ...scopeIssues(1, { id: 'f' })];
    expect(assessScope(scopeFacts({ issues, daysLeft: 2 })).budget).toMatchObject({ kept: 0.4 });
    expect(assessScope(scopeFacts({ issues, daysLeft: 2 })).state).toBe('fits');
  });

  test.each([
    [0, 10],
    [1, 0],
  ])('a share of %p leaves features %p', (share, room) => {
    expect(assessScope(scopeFacts({ issues: scopeIssues(10, { id: 'f' }), share })).leaving?.ids.length ?? 0).toBe(10 - room);
  });
});

test('what has to stay stays, even where that is too much', () => {
  const issues = [...scopeIssues(12, { id: 'severe', kind: 'defect', mayLeave: false }), aScopeIssue({ id: 'f' })];
  expect(assessScope(scopeFacts({ issues })).leaving).toEqual({ ids: ['f'], size: 1, value: 50, smallest: false, short: 2 });
});

test('earlier releases cannot take more than there is', () => {
  expect(assessScope(scopeFacts({ issues: [aScopeIssue()], taken: 99 })).capacity).toBe(0);
});

describe('Alternatives', () => {
  const issues = [
    aScopeIssue({ id: 'large', size: 4, value: 60 }),
    ...scopeIssues(4, { id: 'small', value: 10 }),
    aScopeIssue({ id: 'defect', kind: 'defect', size: 4, value: 45 }),
  ];
  const facts = scopeFacts({ issues, pace: { finished: 8, workingDays: 10 }, share: 0 });

  test('the cheapest set first, then the one with the fewest issues, and the next in value', () => {
    const scope = assessScope(facts);
    expect(scope.leaving).toMatchObject({ ids: ['small1', 'small2', 'small3', 'small4'], value: 40 });
    expect(alternativesTo(scope, issues).map(({ kind, leaving: { ids } }) => [kind, ids])).toEqual([['fewest', ['defect']]]);
  });

  test('features alone, where defects would leave otherwise', () => {
    const dear = issues.map((issue) => (issue.id.startsWith('small') ? { ...issue, value: 20 } : issue));
    const scope = assessScope({ ...facts, issues: dear });
    expect(scope.leaving?.ids).toEqual(['defect']);
    expect(alternativesTo(scope, dear).map(({ kind, leaving: { ids } }) => [kind, ids])).toEqual([['features', ['large']]]);
  });

  test('none where nothing has to leave, or nothing is enough', () => {
    expect(alternativesTo(assessScope(scopeFacts()), [])).toEqual([]);
    const stuck = scopeIssues(20, { id: 'severe', kind: 'defect', mayLeave: false });
    expect(alternativesTo(assessScope(scopeFacts({ issues: stuck })), stuck)).toEqual([]);
  });
});

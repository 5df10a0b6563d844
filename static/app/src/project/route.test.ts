import { allAging, allDecisions, allRepair, noFilters, toIssueKey, toPlace, toRoute, type Route } from './route';

test.each<Route>([
  { screen: 'releases' },
  { screen: 'readiness', versionId: '10001', filters: noFilters },
  { screen: 'readiness', versionId: '10001', filters: { stage: 'production', show: 'overdue', sort: 'age', descending: true } },
  { screen: 'data-quality' },
  { screen: 'escapes', filters: { window: 90, stage: null, release: null } },
  { screen: 'escapes', filters: { window: 30, stage: 'staging', release: '10001' } },
  { screen: 'pipelines' },
  { screen: 'forecast', versionId: null },
  { screen: 'forecast', versionId: '10001' },
  { screen: 'scope', versionId: null },
  { screen: 'scope', versionId: '10001' },
  { screen: 'analysis', versionId: '10001', which: 'own' },
  { screen: 'analysis', versionId: '10001', which: 'before' },
  { screen: 'triage', sessionId: null },
  { screen: 'triage', sessionId: '0f8e2a54-91b3-4c0d-8a27-5d1c3b7e9f10' },
  { screen: 'deferrals', filters: { show: 'all', release: null } },
  { screen: 'deferrals', filters: { show: 'active', release: '10001' } },
  { screen: 'aging', filters: allAging },
  {
    screen: 'aging',
    filters: {
      ...{ severity: 'none', type: '10002', component: 'none', release: '10001', day: '2026-10-01', by: 'component' },
      level: { share: 85, days: 30 },
    },
  },
  { screen: 'repair', filters: allRepair },
  { screen: 'repair', filters: { range: 'all', one: 'test', other: 'production' } },
  { screen: 'decisions', filters: allDecisions },
  {
    screen: 'decisions',
    filters: {
      ...{ ledger: 'site', version: '10001', issue: 'SHOP-12', kind: 'repair', from: '2026-11-01', to: '2026-11-02' },
      ...{ entry: '41', hindsight: null },
    },
  },
  { screen: 'decisions', filters: { ...allDecisions, hindsight: 'turned' } },
])('a route survives the address bar', (route) => {
  expect(toRoute(toPlace(route))).toStrictEqual(route);
});

test.each(['/', '', '/releases', '/readiness', '/readiness/abc', '/readiness/1/2', '/elsewhere'])(
  '%s is the releases screen',
  (path) => {
    expect(toRoute({ path, search: '' })).toStrictEqual({ screen: 'releases' });
  },
);

test('unknown filters are left out', () => {
  expect(toRoute({ path: '/readiness/7', search: '?show=everything&sort=colour&order=desc' })).toStrictEqual({
    screen: 'readiness',
    versionId: '7',
    filters: { ...noFilters, descending: true },
  });
});

test('filters of decisions that cannot be are left out', () => {
  const search = '?ledger=other&version=x&issue=12&kind=A%20B&from=yesterday&to=2026-99-99';
  expect(toRoute({ path: '/decisions', search })).toStrictEqual({ screen: 'decisions', filters: allDecisions });
});

test('filters of ages that cannot be are left out', () => {
  const search = '?severity=S9&release=x&type=Bug&component=Payments&day=2026-99-99&by=owner&level=49-0';
  expect(toRoute({ path: '/aging', search })).toStrictEqual({ screen: 'aging', filters: allAging });
});

test('filters of repairs that cannot be are left out', () => {
  const search = '?range=7&one=Pr%20od&other=9';
  expect(toRoute({ path: '/repair', search })).toStrictEqual({ screen: 'repair', filters: allRepair });
});

test.each([
  [' shop-12 ', 'SHOP-12'],
  ['SHOP', null],
  ['', null],
])('%j as a key is %j', (text, key) => {
  expect(toIssueKey(text)).toBe(key);
});

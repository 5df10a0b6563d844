import { noFilters, toPlace, toRoute, type Route } from './route';

test.each<Route>([
  { screen: 'releases' },
  { screen: 'readiness', versionId: '10001', filters: noFilters },
  { screen: 'readiness', versionId: '10001', filters: { stage: 'production', show: 'overdue', sort: 'age', descending: true } },
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

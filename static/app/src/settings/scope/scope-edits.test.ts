import { withScope } from './scope-edits';

test('a project has its own share and unit until they are the usual ones again', () => {
  const other = { '10001': { defectShare: 50, unit: 'issues' } } as const;
  const own = withScope(other, '10000', { defectShare: 35, unit: 'points' });
  expect(own).toEqual({ ...other, '10000': { defectShare: 35, unit: 'points' } });
  expect(withScope(own, '10000', { defectShare: 20, unit: 'auto' })).toEqual(other);
});

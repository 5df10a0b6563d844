import { chooseUnit, sizesOf, usualSizes } from './sizes';
import type { Estimated } from './sizes';

const of = (kind: Estimated['kind'], points: number | null, hours: number | null = null): Estimated => ({ kind, points, hours });

test.each([
  ['points where more than half have them', 'auto', [of('feature', 3), of('feature', 5), of('defect', null)], 'points'],
  ['half is not most', 'auto', [of('feature', 3), of('defect', null)], 'issues'],
  ['hours where most have those', 'auto', [of('feature', null, 4), of('feature', null, 8), of('defect', null)], 'hours'],
  ['points before hours', 'auto', [of('feature', 3, 4)], 'points'],
  ['issues where there is nothing', 'auto', [], 'issues'],
  ['what somebody chose', 'hours', [of('feature', 3)], 'hours'],
] as const)('the unit: %s', (_what, wanted, issues, unit) => {
  expect(chooseUnit(wanted, issues)).toBe(unit);
});

test('a missing estimate is the median of its kind, also of finished ones; else of everything; else 1', () => {
  const issues = [of('feature', null), of('feature', 3), of('defect', null)];
  const finished = [of('feature', 5), of('feature', 8)];
  expect(sizesOf(issues, finished, 'points')).toEqual([
    { size: 5, known: false },
    { size: 3, known: true },
    { size: 5, known: false },
  ]);
  expect(usualSizes([of('feature', 2), of('feature', 3), of('defect', 1)], 'points')).toEqual({ feature: 2.5, defect: 1 });
  expect(usualSizes([of('feature', null)], 'points')).toEqual({ feature: 1, defect: 1 });
});

test('an issue counts as one where issues are counted, and what is no size counts as missing', () => {
  expect(sizesOf([of('feature', 13)], [], 'issues')).toEqual([{ size: 1, known: true }]);
  expect(sizesOf([of('feature', -3), of('feature', NaN), of('feature', 0)], [], 'points').map(({ known }) => known)).toEqual([
    ...[false, false, true],
  ]);
});

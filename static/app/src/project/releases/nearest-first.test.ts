import type { ReleaseRow } from '../../../../../src/contracts/releases';
import { nearestFirst } from './nearest-first';

const release = (name: string, daysLeft: number | null): ReleaseRow => ({
  version: { id: name, name, startDate: null, releaseDate: null, released: false },
  stages: [],
  defects: { toDo: 0, inProgress: 0, done: 0 },
  daysLeft,
});

test('late releases come first, those without a date last, names count as numbers', () => {
  const given = [release('5.0', null), release('4.10', 5), release('4.9', 5), release('4.1', -2), release('4.2', 0)];
  expect(nearestFirst(given).map(({ version }) => version.name)).toStrictEqual(['4.1', '4.2', '4.9', '4.10', '5.0']);
});

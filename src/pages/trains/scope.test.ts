import { trainScope } from './scope';
import type { ScopedMember } from './scope';

const member = (parts: Partial<ScopedMember>): ScopedMember => ({
  ...{ name: 'SHOP 1', versionId: '1', projectKey: 'SHOP', projectId: '1', releaseDate: '2026-11-10', unit: 'issues' },
  ...{ sentence: '', planned: 10, capacity: 12, excess: 0, budget: { size: 4, left: 1, over: 0 }, ...parts },
});

test('of two projects everything adds up', () => {
  const { sums, sentence } = trainScope(
    [member({}), member({ name: 'PAY 1', projectId: '2', planned: 5, capacity: 3, excess: 2 })],
    0,
  );
  expect(sums).toEqual([{ unit: 'issues', releases: 2, planned: 15, capacity: 15, excess: 2, budget: 8, left: 2, over: 0 }]);
  expect(sentence).toBe('1 of 2 releases holds more than can be finished, PAY 1 the most: 2 issues too much.');
});

test('of one project what can be finished is counted once', () => {
  // By the later date 20 can be finished: 10 of them are planned for the earlier release, and 10 are left.
  const later = member({ name: 'SHOP 2', releaseDate: '2026-11-20', planned: 9, capacity: 10 });
  expect(trainScope([later, member({})], 0).sums[0]?.capacity).toBe(20);
  // Of two on the same day neither comes first.
  expect(trainScope([member({}), member({ name: 'SHOP 2' })], 0).sums[0]?.capacity).toBe(12);
});

test('other units are summed apart, and what is not known of one is not known of all', () => {
  const { sums } = trainScope([member({}), member({ unit: 'points' }), member({ capacity: null, budget: null })], 0);
  expect(sums.map(({ unit, releases, capacity, left }) => [unit, releases, capacity, left])).toEqual([
    ['issues', 2, null, null],
    ['points', 1, 12, 1],
  ]);
});

test.each([
  [[member({})], 0, 'What is planned fits in 1 release.'],
  [
    [member({}), member({ capacity: null })],
    1,
    'Where it can be said, what is planned fits in 1 release; of 1 nobody can say, 1 is not in it.',
  ],
  [[member({ capacity: null })], 0, 'Whether it fits cannot be said of any of its 1 release.'],
  [[], 2, 'No release of it that you may see is still to come.'],
])('%#: in a sentence', (members, untold, sentence) => expect(trainScope(members, untold).sentence).toBe(sentence));

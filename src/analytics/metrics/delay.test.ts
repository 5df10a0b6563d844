import { delayOrShip } from './delay';

const facts = {
  ...{ firstDay: 100, open: Float64Array.from([5, 4, 3, 2, 1]), planned: 101, later: [104, 103, 103, 99, 300] },
  ...{ escapes: [4, 1, 9], users: Array.from({ length: 10 }, (_, n) => 10 * n) },
};

test('each blocker that goes out is one escape, and reaches as many users as escapes did on average', () => {
  expect(delayOrShip(facts)).toEqual({
    ...{ kind: 'weighed', usersEach: 45, restsOn: 10, usual: 4, releases: 3 },
    choices: [
      { day: 101, delay: 0, escapes: 4, users: 180 },
      { day: 103, delay: 2, escapes: 2, users: 90 },
      { day: 104, delay: 3, escapes: 1, users: 45 },
    ],
  });
});

test.each([
  ['releases', { escapes: [1, 2] }],
  ['users', { users: [1, 2, 3] }],
])('with too few %s it is not weighed', (lacks, parts) => {
  expect(delayOrShip({ ...facts, ...parts })).toEqual({ kind: 'cannot-say', lacks });
});

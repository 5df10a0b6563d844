import { escapedBySeverity } from './escaped-words';

test('only severities that escaped are named; a missing one comes first, as it counts as S1', () => {
  expect(escapedBySeverity({ escaped: { S1: 0, S2: 3, S3: 0, S4: 1, none: 2 } })).toStrictEqual([
    { severity: null, count: 2 },
    { severity: 'S2', count: 3 },
    { severity: 'S4', count: 1 },
  ]);
  expect(escapedBySeverity({ escaped: { S1: 0, S2: 0, S3: 0, S4: 0, none: 0 } })).toStrictEqual([]);
});

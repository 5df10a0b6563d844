import { severityKey, severityNames } from './severities';

const key = (severities: readonly (string | null)[], severitiesInOrder = false) =>
  severityKey({ severities: [...severities], severitiesInOrder });

test.each([
  ['severities by their own names', ['S2', 's4', null], ['S2', 'S4', null], []],
  ['what trackers call their priorities', ['Highest', 'High', 'Medium', 'Low', 'Lowest'], ['S1', 'S2', 'S3', 'S4', 'S4'], []],
  ['the older priorities', ['Blocker', 'Critical', 'Major', 'Minor', 'Trivial'], ['S1', 'S2', 'S3', 'S4', 'S4'], []],
  ['names of which nothing tells the order', ['Rot', 'Gelb', null], [null, null, null], ['Rot', 'Gelb']],
  ['one unknown name among known ones', ['High', 'Gelb'], [null, null], ['High', 'Gelb']],
  ['none at all', [null], [null], []],
])('%s', (_, names, expected, untold) => {
  expect(key(names)).toEqual({ of: expected, untold });
});

test('many values of one severity are not all named', () => {
  const severities = [...'abcdefgh'];
  expect(severityNames({ severities }, key(severities, true)).get('S4')).toBe('d, e, f or 2 others');
});

test('where ids tell the order, the first is S1 and all from the fourth on are S4', () => {
  const known = key(['a', 'b', 'c', 'd', 'e', null], true);
  expect(known).toEqual({ of: ['S1', 'S2', 'S3', 'S4', 'S4', null], untold: [] });
  expect([...severityNames({ severities: ['a', 'b', 'c', 'd', 'e', null] }, known)]).toEqual([
    ['S1', 'a'],
    ['S2', 'b'],
    ['S3', 'c'],
    ['S4', 'd or e'],
  ]);
});

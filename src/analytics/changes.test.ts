import * as fc from 'fast-check';
import { collectChanges, keepIssues } from './changes';
import { anyIssue, columnsOf, issue, on, status } from './history.fixture';

test('statuses are told apart by id and name, not by the object', () => {
  const { statuses, current } = columnsOf([
    { created: 0, resolved: null, status: { id: '1', name: 'Open' }, changes: [] },
    { created: 0, resolved: null, status: { id: '1', name: 'Open' }, changes: [] },
    { created: 0, resolved: null, status: { id: '1', name: 'New' }, changes: [] },
    { created: 0, resolved: null, status: { id: '2', name: 'Open' }, changes: [] },
    { created: 0, resolved: null, status: { id: null, name: '1\nOpen' }, changes: [] },
  ]);
  expect(statuses).toHaveLength(4);
  expect([...current]).toEqual([0, 0, 1, 2, 3]);
});

test('changes stand in the order in which they happened, those of one moment in their own order', () => {
  const changes = [
    { at: on(2), order: 8, from: status('c'), to: status('d') },
    { at: on(2), order: 7, from: status('b'), to: status('c') },
    { at: on(1), order: 9, from: status('a'), to: status('b') },
  ];
  const { statuses, from, to } = columnsOf([{ created: on(0), resolved: null, status: status('d'), changes }]);
  expect(Array.from(from, (place, n) => [statuses[place]?.name, statuses[to[n] ?? 0]?.name])).toEqual([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
  ]);
});

test('columns grow with what is put in', () => {
  const collector = collectChanges();
  for (let n = 0; n < 5_000; n += 1) collector.add(issue(n, n % 2 === 0 ? null : n + 1, 'b', [n, 'a', 'b']));
  const { created, resolved, offsets, at } = collector.columns();
  expect([created.length, resolved.length, offsets.length, at.length]).toEqual([5_000, 5_000, 5_001, 5_000]);
  expect([created[4_999], resolved[4_999], resolved[4_998], offsets[5_000], at[4_999]]).toEqual([
    4_999,
    5_000,
    NaN,
    5_000,
    4_999,
  ]);
});

test('more statuses than any site has are refused', () => {
  const collector = collectChanges();
  const add = (n: number) => collector.add({ created: 0, resolved: null, status: status(String(n)), changes: [] });
  for (let n = 0; n < 65_535; n += 1) add(n);
  expect(() => add(65_535)).toThrow('There are more than 65535 statuses.');
  expect(() => add(5)).not.toThrow();
});

test('some issues alone are as if the others had never been collected', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyIssue, fc.boolean()), { maxLength: 10 }), (issues) => {
      const all = columnsOf(issues.map(([each]) => each));
      const places = Uint32Array.from(issues.flatMap(([, kept], place) => (kept ? [place] : [])));
      const { statuses, current, from, to, ...rest } = keepIssues(all, places);
      const alone = columnsOf(issues.flatMap(([each, kept]) => (kept ? [each] : [])));
      const names = (column: Uint16Array, known: typeof statuses) => Array.from(column, (place) => known[place]?.name);
      expect(rest).toEqual({ created: alone.created, resolved: alone.resolved, offsets: alone.offsets, at: alone.at });
      expect([names(current, statuses), names(from, statuses), names(to, statuses)]).toEqual([
        names(alone.current, alone.statuses),
        names(alone.from, alone.statuses),
        names(alone.to, alone.statuses),
      ]);
    }),
  );
});

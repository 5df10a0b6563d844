import * as fc from 'fast-check';
import type { TimedIssue } from '../changes';
import { anyIssue, columnsOf, issue, naiveSpans, naiveStatusAt, on } from '../history.fixture';
import { statusSpans, timeInStatuses } from './status-time';

/** Status and beginning of each span of each issue. */
function spansOf(...issues: readonly TimedIssue[]): (readonly (readonly [string | null | undefined, number | undefined])[])[] {
  const columns = columnsOf(issues);
  const { offsets, values, from } = statusSpans(columns);
  return issues.map((_, n) =>
    Array.from({ length: (offsets[n + 1] ?? 0) - (offsets[n] ?? 0) }, (_unused, k) => {
      const span = (offsets[n] ?? 0) + k;
      return [columns.statuses[values[span] ?? 0]?.name, from[span]];
    }),
  );
}

const at = { at: on(1), order: 0 };
const timed = (changes: TimedIssue['changes'], now = { id: '1', name: 'Open' }): TimedIssue => ({
  created: on(0),
  resolved: null,
  status: now,
  changes,
});

test.each([
  ['without changes it has its present status since its creation', issue(on(0), null, 'Open'), [['Open', on(0)]]],
  [
    'the first change tells the first status',
    issue(on(0), null, 'Done', [on(1), 'Open', 'Done']),
    [
      ['Open', on(0)],
      ['Done', on(1)],
    ],
  ],
  [
    'the present status does not matter where there are changes',
    issue(on(0), null, 'Elsewhere', [on(1), 'Open', 'Done']),
    [
      ['Open', on(0)],
      ['Done', on(1)],
    ],
  ],
  [
    'a status may come again',
    issue(on(0), null, 'Open', [on(1), 'Open', 'Done'], [on(2), 'Done', 'Open']),
    [
      ['Open', on(0)],
      ['Done', on(1)],
      ['Open', on(2)],
    ],
  ],
  [
    'changes of one moment leave spans of no length',
    issue(on(0), null, 'c', [on(1), 'a', 'b'], [on(1), 'b', 'c']),
    [
      ['a', on(0)],
      ['b', on(1)],
      ['c', on(1)],
    ],
  ],
  [
    'a change of a status to itself is none',
    issue(on(0), null, 'b', [on(1), 'a', 'a'], [on(2), 'a', 'b'], [on(3), 'b', 'b']),
    [
      ['a', on(0)],
      ['b', on(2)],
    ],
  ],
  [
    'a change to another status with the name of the same is one',
    timed([{ ...at, from: { id: '1', name: 'Open' }, to: { id: '2', name: 'Open' } }]),
    [
      ['Open', on(0)],
      ['Open', on(1)],
    ],
  ],
  [
    'a renamed status keeps the name of its time',
    timed([
      { ...at, from: { id: '1', name: 'New' }, to: { id: '2', name: 'Doing' } },
      { at: on(2), order: 1, from: { id: '2', name: 'In Progress' }, to: { id: '1', name: 'Open' } },
    ]),
    [
      ['New', on(0)],
      ['Doing', on(1)],
      ['Open', on(2)],
    ],
  ],
  [
    'a workflow that was exchanged without a trace changes nothing until the next change',
    issue(on(0), null, 'd', [on(1), 'a', 'b'], [on(2), 'c', 'd']),
    [
      ['a', on(0)],
      ['b', on(1)],
      ['d', on(2)],
    ],
  ],
  [
    'who comes back from where it never went enters its status again',
    issue(on(0), null, 'b', [on(1), 'a', 'b'], [on(2), 'c', 'b']),
    [
      ['a', on(0)],
      ['b', on(1)],
      ['b', on(2)],
    ],
  ],
  [
    'a change before the creation counts from the creation on',
    issue(on(5), null, 'c', [on(1), 'a', 'b'], [on(6), 'b', 'c']),
    [
      ['a', on(5)],
      ['b', on(5)],
      ['c', on(6)],
    ],
  ],
  [
    'a status without a name is one all the same',
    timed([{ ...at, from: { id: null, name: null }, to: { id: '2', name: 'Done' } }]),
    [
      [null, on(0)],
      ['Done', on(1)],
    ],
  ],
])('%s', (_what, one, spans) => {
  expect(spansOf(one)).toEqual([spans]);
});

test('spans are those of the plainest way, begin with the creation, and leave no gap', () => {
  fc.assert(
    fc.property(fc.array(anyIssue, { maxLength: 8 }), (issues) => {
      const spans = spansOf(...issues);
      expect(spans).toEqual(issues.map((each) => naiveSpans(each).map(({ name, from }) => [name, from])));
      for (const [n, each] of spans.entries()) {
        expect(each[0]?.[1]).toBe(issues[n]?.created);
        for (const [k, [, from]] of each.entries()) expect(from).toBeGreaterThanOrEqual(each[k - 1]?.[1] ?? -Infinity);
      }
    }),
  );
});

test('the time in all statuses is the time since the creations', () => {
  const until = on(15, 7);
  fc.assert(
    fc.property(fc.array(anyIssue, { maxLength: 8 }), (issues) => {
      const columns = columnsOf(issues);
      const { milliseconds, entered, left } = timeInStatuses(statusSpans(columns), columns.statuses.length, until);
      const here = issues.filter(({ created }) => created <= until);
      expect(milliseconds.reduce((sum, each) => sum + each, 0)).toBe(here.reduce((sum, { created }) => sum + until - created, 0));
      for (const [place, { name }] of columns.statuses.entries())
        expect((entered[place] ?? 0) - (left[place] ?? 0)).toBe(
          here.filter((each) => naiveStatusAt(each, until) === name).length,
        );
    }),
  );
});

test('says how often a status was entered, left, and for how long', () => {
  const columns = columnsOf([
    issue(on(0), null, 'a', [on(1), 'a', 'b'], [on(3), 'b', 'a'], [on(9), 'a', 'b']),
    issue(on(20), null, 'a'),
  ]);
  const { milliseconds, entered, left } = timeInStatuses(statusSpans(columns), columns.statuses.length, on(4));
  const places = ['a', 'b'].map((name) => columns.statuses.findIndex((each) => each.name === name));
  expect(places.map((place) => [entered[place], left[place]])).toEqual([
    [2, 1],
    [1, 1],
  ]);
  expect(places.map((place) => milliseconds[place])).toEqual([on(2) - on(0), on(2) - on(0)]);
});

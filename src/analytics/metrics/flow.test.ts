import * as fc from 'fast-check';
import type { TimedIssue } from '../changes';
import { anyIssue, columnsOf, day, issue, naiveStatusAt, on } from '../history.fixture';
import { flow, moveInFlow, outside } from './flow';
import type { Flow } from './flow';
import { statusSpans } from './status-time';

const names = ['Open', 'In Progress', 'Review', 'Done'];

function flowOf(issues: readonly TimedIssue[], at: number, bands: readonly string[] = names, firstDay?: number): Flow {
  const columns = columnsOf(issues);
  const bandOf = Uint16Array.from(columns.statuses, ({ name }) =>
    bands.includes(name ?? '') ? bands.indexOf(name ?? '') : outside,
  );
  return flow(statusSpans(columns), bandOf, bands.length, at, firstDay);
}

const rows = ({ days, bands, counts }: Flow) =>
  Array.from({ length: days }, (_, d) => [...counts.subarray(d * bands, (d + 1) * bands)]);

test('counts what each issue is in at the end of each UTC day', () => {
  const issues = [issue(on(0, 10), null, 'Done', [on(1, 10), 'Open', 'Done']), issue(on(1, 12), null, 'Open')];
  const counted = flowOf(issues, on(2, 6));
  expect(counted.firstDay).toBe(on(0) / day);
  expect(rows(counted)).toEqual([
    [1, 0, 0, 0],
    [1, 0, 0, 1],
    [1, 0, 0, 1],
  ]);
});

test.each([
  [
    'a change at midnight counts in the new day',
    [on(1), 'Open', 'Done'],
    [
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ],
  ],
  [
    'a change a millisecond before midnight counts in the old one',
    [on(1) - 1, 'Open', 'Done'],
    [
      [0, 0, 0, 1],
      [0, 0, 0, 1],
    ],
  ],
  [
    'a change after the moment is not known yet',
    [on(1, 13), 'Open', 'Done'],
    [
      [1, 0, 0, 0],
      [1, 0, 0, 0],
    ],
  ],
  [
    'a change at the moment is known',
    [on(1, 12), 'Open', 'Done'],
    [
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ],
  ],
] as const)('%s', (_what, change, counts) => {
  expect(rows(flowOf([issue(on(0), null, 'Done', [...change])], on(1, 12)))).toEqual(counts);
});

test('what came and went within a day is not there at its end', () => {
  const one = issue(on(0), null, 'Done', [on(0, 1), 'Open', 'Review'], [on(0, 2), 'Review', 'Open'], [on(0, 3), 'Open', 'Done']);
  expect(rows(flowOf([one], on(0, 12)))).toEqual([[0, 0, 0, 1]]);
});

test('without issues there is one empty day, and before the first day there is nothing', () => {
  expect(rows(flowOf([], on(3)))).toEqual([[0, 0, 0, 0]]);
  expect(rows(flowOf([issue(on(0), null, 'Open')], on(3), names, on(5) / day))).toEqual([]);
});

test('on every day it is what a count from the history gives, whatever the first day and the bands', () => {
  fc.assert(
    fc.property(
      fc.array(anyIssue, { maxLength: 12 }),
      fc.integer({ min: 0, max: 21 * day }),
      fc.option(fc.integer({ min: -3, max: 22 }), { nil: undefined }),
      fc.shuffledSubarray(names, { minLength: 1 }),
      (issues, moment, first, bands) => {
        const at = on(0) + moment;
        const counted = flowOf(issues, at, bands, first === undefined ? undefined : on(first) / day);
        for (const [d, row] of rows(counted).entries()) {
          const end = Math.min(at, (counted.firstDay + d + 1) * day - 1);
          const statuses = issues.map((each) => naiveStatusAt(each, end));
          expect(row).toEqual(bands.map((band) => statuses.filter((each) => each === band).length));
        }
        expect(counted.firstDay + counted.days).toBe(Math.max(counted.firstDay, Math.floor(at / day) + 1));
      },
    ),
  );
});

test('one event into a flow gives what counting anew gives', () => {
  fc.assert(
    fc.property(
      fc.array(anyIssue, { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.integer({ min: 0, max: 5 * day }),
      fc.constantFrom(...names),
      (issues, which, later, to) => {
        const [at, firstDay] = [on(26), on(2) / day];
        const place = which % issues.length;
        const one = issues[place];
        if (one === undefined) return;
        const moment = on(20) + later;
        const from = naiveStatusAt(one, moment) ?? '';
        const event = { at: moment, order: 99, from: { id: from, name: from }, to: { id: to, name: to } };
        const moved = { ...one, changes: [...one.changes, event] };
        const counted = flowOf(issues, at, names, firstDay);
        moveInFlow(counted, moment, names.indexOf(from), names.indexOf(to));
        expect(rows(counted)).toEqual(
          rows(
            flowOf(
              issues.map((each, n) => (n === place ? moved : each)),
              at,
              names,
              firstDay,
            ),
          ),
        );
      },
    ),
  );
});

test('an issue that comes new moves in from outside', () => {
  const old = issue(on(0), null, 'Open');
  const counted = flowOf([old], on(4));
  moveInFlow(counted, on(2, 5), outside, 0);
  moveInFlow(counted, on(3), 0, outside);
  expect(rows(counted).map(([open]) => open)).toEqual([1, 1, 2, 1, 1]);
});

import * as fc from 'fast-check';
import { day, on } from '../history.fixture';
import { backlog } from './backlog';

const floats = (values: readonly (number | null)[]) => Float64Array.from(values, (value) => value ?? NaN);

test('counts what came, what went and what was left by UTC day', () => {
  const created = floats([on(0, 5), on(0, 6), on(1), on(9)]);
  const resolved = floats([on(1) - 1, on(2), null, null]);
  expect(backlog(created, resolved, on(2, 1))).toEqual({
    firstDay: on(0) / day,
    arrived: Uint32Array.of(2, 1, 0),
    resolved: Uint32Array.of(1, 0, 1),
    open: Uint32Array.of(1, 2, 1),
  });
});

test('what is resolved before it came leaves on the day it came', () => {
  expect(backlog(floats([on(3)]), floats([on(1)]), on(4))).toMatchObject({
    arrived: Uint32Array.of(1, 0),
    resolved: Uint32Array.of(1, 0),
    open: Uint32Array.of(0, 0),
  });
});

test('without issues there is one empty day', () => {
  expect(backlog(floats([]), floats([]), on(4))).toMatchObject({ firstDay: on(4) / day, open: Uint32Array.of(0) });
});

test('on every day the open ones are those that a count from the history gives', () => {
  const moment = fc.integer({ min: 0, max: 15 * day }).map((milliseconds) => on(0) + milliseconds);
  fc.assert(
    fc.property(fc.array(fc.tuple(moment, fc.option(moment))), moment, (issues, at) => {
      const counted = backlog(floats(issues.map(([born]) => born)), floats(issues.map(([, end]) => end)), at);
      for (const [d, open] of counted.open.entries()) {
        const end = Math.min(at, (counted.firstDay + d + 1) * day - 1);
        expect(open).toBe(issues.filter(([born, gone]) => born <= end && (gone === null || Math.max(born, gone) > end)).length);
      }
      expect(counted.open.length).toBe(Math.floor(at / day) - counted.firstDay + 1);
    }),
  );
});

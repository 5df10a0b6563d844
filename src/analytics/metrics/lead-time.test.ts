import { leadTimes } from './lead-time';

const second = 1_000;

test.each([
  ['a whole minute', 0, 60 * second, 1],
  ['a second less than two', 0, 119 * second, 1],
  ['less than one', 5 * second, 6 * second, 0],
  ['nothing', 5 * second, 5 * second, 0],
  ['less than nothing', 500 * second, 5 * second, 0],
  ['from a minute of its own', 59 * second, 61 * second, 0],
  ['up to the moment', 0, 600 * second, 10],
  ['beyond the moment', 0, 600 * second + 1, NaN],
  ['no end', 0, NaN, NaN],
])('%s', (_what, created, resolved, minutes) => {
  expect([...leadTimes(Float64Array.of(created), Float64Array.of(resolved), 600 * second)]).toEqual([minutes]);
});

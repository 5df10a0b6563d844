import { pointAfter } from './walk';

const line = { count: 10 };
/** Three rows of ten. */
const rows = { count: 30, columns: 10 };

test.each([
  ['ArrowLeft', 4, line, 3],
  ['ArrowLeft', 0, line, 0],
  ['ArrowRight', 9, line, 9],
  ['PageUp', 9, line, 2],
  ['PageDown', 5, line, 9],
  ['Home', 5, line, 0],
  ['End', 5, line, 9],
  ['ArrowUp', 5, line, null],
  ['ArrowDown', 5, line, null],
  ['x', 5, line, null],
  ['ArrowRight', 19, rows, 19],
  ['ArrowLeft', 10, rows, 10],
  ['Home', 15, rows, 10],
  ['End', 15, rows, 19],
  ['ArrowUp', 15, rows, 25],
  ['ArrowUp', 25, rows, 25],
  ['ArrowDown', 15, rows, 5],
  ['ArrowDown', 5, rows, 5],
])('%s at %i', (key, at, walked, to) => {
  expect(pointAfter(key, at, walked)).toBe(to);
});

test('nothing to walk over', () => {
  expect(pointAfter('Home', 0, { count: 0 })).toBeNull();
});

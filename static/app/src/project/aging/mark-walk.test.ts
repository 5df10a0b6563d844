import { markAfter, markAt } from './mark-walk';
import type { Mark } from './marks';

const mark = (column: number, y: number): Mark => ({ column, x: column * 100, y, severity: 'S2', items: [0] });
/** Two in the first column, none in the second, three in the third. */
const marks = [mark(0, 10), mark(0, 90), mark(2, 20), mark(2, 60), mark(2, 95)];

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 1, 1],
  ['ArrowUp', 0, 0],
  ['ArrowRight', 0, 2],
  ['ArrowRight', 1, 4],
  ['ArrowRight', 3, 3],
  ['ArrowLeft', 3, 1],
  ['ArrowLeft', 0, 0],
  ['Home', 4, 2],
  ['End', 2, 4],
  ['PageDown', 2, 4],
  ['PageUp', 4, 2],
  ['Tab', 0, null],
])('%s at %s leads to %s', (key, at, to) => {
  expect(markAfter(key, at, marks)).toBe(to);
});

test('there is nowhere to go without marks', () => {
  expect(markAfter('ArrowUp', 0, [])).toBeNull();
});

test('the pointer finds the nearest mark within reach', () => {
  expect(markAt(marks, 198, 62)).toBe(3);
  expect(markAt(marks, 150, 50)).toBeNull();
});

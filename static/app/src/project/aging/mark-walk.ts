import type { Mark } from './marks';

const page = 5;

/**
 * Which mark a key leads to: up and down within a column, left and right to the one in the next column that is about as old.
 * @param marks column after column, the oldest first
 * @returns null where the key means nothing here
 */
export function markAfter(key: string, at: number, marks: readonly Mark[]): number | null {
  const here = marks[at];
  if (here === undefined) return null;
  const first = marks.findIndex(({ column }) => column === here.column);
  const last = marks.findLastIndex(({ column }) => column === here.column);
  const within = (to: number): number => Math.max(first, Math.min(last, to));
  switch (key) {
    case 'ArrowUp':
      return within(at - 1);
    case 'ArrowDown':
      return within(at + 1);
    case 'PageUp':
      return within(at - page);
    case 'PageDown':
      return within(at + page);
    case 'Home':
      return first;
    case 'End':
      return last;
    case 'ArrowLeft':
      return first === 0 ? at : nearest(marks, marks[first - 1]?.column ?? 0, here.y);
    case 'ArrowRight':
      return last === marks.length - 1 ? at : nearest(marks, marks[last + 1]?.column ?? 0, here.y);
    default:
      return null;
  }
}

function nearest(marks: readonly Mark[], column: number, y: number): number {
  let best = -1;
  marks.forEach((mark, n) => {
    if (mark.column !== column) return;
    if (best < 0 || Math.abs(mark.y - y) < Math.abs((marks[best]?.y ?? Infinity) - y)) best = n;
  });
  return best;
}

/** The mark under the pointer, or next to it. @param reach in pixels */
export function markAt(marks: readonly Mark[], x: number, y: number, reach = 16): number | null {
  let [best, distance] = [-1, reach];
  marks.forEach((mark, n) => {
    const away = Math.hypot(mark.x - x, mark.y - y);
    if (away <= distance) [best, distance] = [n, away];
  });
  return best < 0 ? null : best;
}

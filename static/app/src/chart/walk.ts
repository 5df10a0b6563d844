/** What the keys walk over: `count` points, in rows of `columns` where they lie in several; row 0 is the lowest. */
export interface Walked {
  readonly count: number;
  readonly columns?: number;
}

const page = 7;

/**
 * Which point a key leads to. Left, right, Page, Home and End stay in their row; up and down change it.
 * @param at where the walk stands
 * @returns null where the key means nothing here
 */
export function pointAfter(key: string, at: number, { count, columns = count }: Walked): number | null {
  if (count === 0) return null;
  const first = columns === 0 ? 0 : Math.floor(at / columns) * columns;
  const last = Math.min(count, first + columns) - 1;
  const inRow = (to: number): number => Math.max(first, Math.min(last, to));
  const inColumn = (to: number): number => (to >= 0 && to < count ? to : at);
  switch (key) {
    case 'ArrowLeft':
      return inRow(at - 1);
    case 'ArrowRight':
      return inRow(at + 1);
    case 'PageUp':
      return inRow(at - page);
    case 'PageDown':
      return inRow(at + page);
    case 'Home':
      return first;
    case 'End':
      return last;
    case 'ArrowUp':
      return columns < count ? inColumn(at + columns) : null;
    case 'ArrowDown':
      return columns < count ? inColumn(at - columns) : null;
    default:
      return null;
  }
}

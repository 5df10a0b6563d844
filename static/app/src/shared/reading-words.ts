import type { StoreState } from '../../../../src/contracts/screen';

/** A project that is being read from the start. */
export type Reading = Extract<StoreState, { kind: 'reading' }>;

export function countWords(count: number): string {
  return count.toLocaleString('en');
}

/** How far the reading is: `1,240 of 4,812 issues read, 3,572 left`. */
export function progressWords({ done, total }: Pick<Reading, 'done' | 'total'>): string {
  if (total === null) return done === 0 ? 'Nothing has been read yet' : `${countWords(done)} issues read so far`;
  return `${countWords(done)} of ${countWords(total)} issues read, ${countWords(Math.max(0, total - done))} left`;
}

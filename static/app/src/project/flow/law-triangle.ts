import type { FlowView } from '../../../../../src/contracts/flow';
import type { FlowGeometry } from './flow-geometry';

type Read = Pick<FlowView, 'bands' | 'reading'>;

/**
 * Little's law as a triangle: up, what is open; to the left, how long a defect stays open; the slope between them is the pace. It begins at
 * the chart's left edge where it would reach beyond.
 * @param place of the day
 * @returns its outline; null where the reading does not apply, and where not all that is open is drawn
 */
export function lawTriangle({ bands, reading }: Read, drawn: FlowGeometry, place: number): string | null {
  const age = reading.approximateAge[place] ?? null;
  if (age === null || age <= 0 || (reading.doubts[place] ?? 0) !== 0) return null;
  const open = new Set(bands.flatMap(({ id, kind }) => (kind === 'done' ? [] : [id])));
  const layers = drawn.layers.filter(({ id }) => open.has(id));
  const floor = layers[0]?.bottom[place];
  const top = layers.at(-1)?.top[place];
  if (layers.length < open.size || floor === undefined || top === undefined || floor - top < 1) return null;
  const x = drawn.dayX[place] ?? 0;
  const [left = 0, second = 0] = drawn.dayX;
  const reach = age * (second - left);
  const start = Math.max(left, x - reach);
  const startTop = floor - ((start - (x - reach)) / reach) * (floor - top);
  return `M${start},${startTop}L${x},${top}L${x},${floor}L${start},${floor}`;
}

import type { FlowBand, FlowView } from '../../contracts/flow';
import type { Banding } from './banding';
import { grownBand } from './words';

/**
 * The bands with their counts by day, and which of them has grown most.
 * @param at milliseconds since 1970
 * @param firstDay days since 1970
 * @param ago in how many days; null where there is nothing to compare with
 */
export function countedBands(
  banding: Banding,
  at: number,
  firstDay: number,
  ago: number | null,
): { readonly bands: FlowBand[]; readonly grown: FlowView['summary']['grown'] } {
  const { counts, bands: width, days } = banding.counted(at, firstDay);
  const bands = banding.bands.map((band, place) => ({
    ...band,
    counts: Array.from({ length: days }, (_, n) => counts[n * width + place] ?? 0),
  }));
  const open = bands.filter(({ kind }) => kind !== 'done');
  const moved = (before: number) =>
    open.map(({ id, name, counts: each }) => ({ id, name, now: each.at(-1) ?? 0, before: each.at(-1 - before) ?? 0 }));
  return { bands, grown: ago === null ? null : grownBand(moved(ago)) };
}

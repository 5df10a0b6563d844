import type { FlowView } from '../../../../../src/contracts/flow';
import { cutFlow } from '../../../../../src/contracts/flow-days';
import { dayName } from '../../chart/axis-geometry';

/** Fewer days than these are no chart. */
const fewest = 3;
const closer = 2;

/** First and last day, as calendar days (UTC). */
export type Zoom = readonly [first: string, last: string];

interface Days {
  readonly firstDay: number;
  readonly days: number;
}

/** Days since 1970 of a calendar day. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(day) / 86_400_000);
}

/** The same flow, of some of its days; as it is where it has fewer than three of them. What it says of now stays. */
export function zoomedView(view: FlowView, zoom: Zoom | null): FlowView {
  if (zoom === null) return view;
  const cut = cutFlow(view, { first: dayNumber(zoom[0]), last: dayNumber(zoom[1]) });
  return cut.days < fewest ? view : cut;
}

/** The days between two places of what is shown, in either order; null where they are too few to be drawn. */
export function zoomBetween({ firstDay }: Days, one: number, other: number): Zoom | null {
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  return last - first + 1 < fewest ? null : [dayName(firstDay + first), dayName(firstDay + last)];
}

/**
 * Half as many days around a place of what is shown, or twice as many.
 * @param all what there is without a zoom
 * @returns null for all days
 */
export function zoomAround(shown: Days, place: number, direction: 'in' | 'out', all: Days): Zoom | null {
  const wanted = direction === 'in' ? Math.ceil(shown.days / closer) : shown.days * closer;
  const count = Math.max(fewest, wanted);
  if (count >= all.days) return null;
  const middle = shown.firstDay + place;
  const earliest = all.firstDay;
  const latest = all.firstDay + all.days - count;
  const first = Math.max(earliest, Math.min(latest, middle - Math.floor(count / 2)));
  return [dayName(first), dayName(first + count - 1)];
}

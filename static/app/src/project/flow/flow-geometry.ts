import { scaleLinear } from 'd3-scale';
import { area } from 'd3-shape';
import type { FlowBand, FlowView } from '../../../../../src/contracts/flow';
import { dayTicks, yTicks, type DayTick, type YTick } from '../../chart/axes';
import { movesBack, type Stretch } from './moves-back';

export interface FlowBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface FlowLayer {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  /** Its upper edge, but for what `fallen` has of it. */
  readonly edge: string;
  /** Its upper edge between days on which more defects moved back over it than forth; empty where none did. */
  readonly fallen: string;
  /** What of its area lies between such a fall and the day on which as many had come forth again; empty without one. */
  readonly below: string;
  /** Upper and lower edge of each day in pixels. */
  readonly top: readonly number[];
  readonly bottom: readonly number[];
  /** Where its name fits into it; null where it does not. */
  readonly label: { readonly x: number; readonly y: number } | null;
}

export interface FlowGeometry {
  /** From the bottom to the top. */
  readonly layers: readonly FlowLayer[];
  /** Horizontal position of each day in pixels. */
  readonly dayX: readonly number[];
  readonly yTicks: readonly YTick[];
  readonly xTicks: readonly DayTick[];
  /** Where the vertical axis begins: what was done before all of the days shown is left out. */
  readonly base: number;
  readonly xOf: (day: number) => number;
}

const labelHeight = 18;
const letterWidth = 7;

/** Which bands are drawn. @param hidden ids; null: what is done is left out */
export function shownBands({ bands }: Pick<FlowView, 'bands'>, hidden: readonly string[] | null): FlowBand[] {
  return bands.filter(({ id, kind }) => (hidden === null ? kind !== 'done' : !hidden.includes(id)));
}

/** Per cent that a count is of all bands of a day; 0 where nothing is in them. */
export function shareOf(bands: readonly FlowBand[], count: number, place: number): number {
  const total = bands.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0);
  return total === 0 ? 0 : (100 * count) / total;
}

/** All that the drawing of a flow needs, in pixels. @returns null where there are fewer than two days, or nothing to draw */
export function flowGeometry(
  view: Pick<FlowView, 'bands' | 'firstDay' | 'days'>,
  hidden: readonly string[] | null,
  asShare: boolean,
  box: FlowBox,
): FlowGeometry | null {
  const { firstDay, days } = view;
  const fromBottom = shownBands(view, hidden).reverse();
  if (days < 2 || fromBottom.length === 0) return null;
  const places = Array.from({ length: days }, (_, place) => place);
  const totals = places.map((place) => fromBottom.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0));
  const done = fromBottom.filter(({ kind }) => kind === 'done');
  const base = asShare ? 0 : Math.min(...places.map((place) => done.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0)));
  const most = asShare ? 100 : totals.reduce((max, total) => Math.max(max, total), base + 1);
  const x = scaleLinear([0, days - 1], [box.left, box.width - box.right]);
  const y = scaleLinear([base, most], [box.height - box.bottom, box.top]).nice(asShare ? 5 : 4);
  const dayX = places.map((place) => x(place));
  const { isFallen, stretches: fallenDays } = movesBack(view);
  const floor = new Float64Array(days);
  const heightOf = (count: number, place: number): number => (asShare ? shareOf(fromBottom, count, place) : count);
  const lowest = box.height - box.bottom;
  const layers = fromBottom.map(({ id, name, counts }) => {
    const bottom = places.map((place) => Math.min(lowest, y(floor[place] ?? 0)));
    places.forEach((place) => (floor[place] = (floor[place] ?? 0) + heightOf(counts[place] ?? 0, place)));
    const top = places.map((place) => Math.min(lowest, y(floor[place] ?? 0)));
    const at = (place: number): number => dayX[place] ?? 0;
    const steps = places.slice(1);
    const stretches = (wanted: boolean): string =>
      steps
        .filter((place) => isFallen(id, place) === wanted)
        .map((place, n, all) => {
          const start = all[n - 1] === place - 1 ? '' : `M${at(place - 1)},${top[place - 1] ?? 0}`;
          return `${start}L${at(place)},${top[place] ?? 0}`;
        })
        .join('');
    const drawArea = area<number>(
      at,
      (place) => bottom[place] ?? 0,
      (place) => top[place] ?? 0,
    );
    const between = ({ first, last }: Stretch): string => drawArea(places.slice(first, last + 1)) ?? '';
    return {
      ...{ id, name, top, bottom, area: drawArea(places) ?? '' },
      ...{ edge: stretches(false), fallen: stretches(true), below: fallenDays(id).map(between).join('') },
      label: labelPlace(name, { dayX, top, bottom }, box),
    };
  });
  return {
    ...{ layers, dayX, base },
    yTicks: yTicks(y).map((tick) => (asShare ? { ...tick, words: `${tick.value} %` } : tick)),
    xTicks: dayTicks(firstDay, days, box.width - box.left - box.right, box.left),
    xOf: (day) => x(day - firstDay),
  };
}

interface Edges {
  readonly dayX: readonly number[];
  readonly top: readonly number[];
  readonly bottom: readonly number[];
}

/** Names stand at the right end, where the band is high enough along the whole name. */
function labelPlace(name: string, { dayX, top, bottom }: Edges, { width, right }: FlowBox): FlowLayer['label'] {
  const end = width - right - 6;
  const start = end - name.length * letterWidth;
  if (start < width / 2) return null;
  const along = dayX.flatMap((x, place) => (x >= start ? [place] : []));
  const lowestTop = Math.max(...along.map((place) => top[place] ?? 0));
  const highestBottom = Math.min(...along.map((place) => bottom[place] ?? 0));
  return highestBottom - lowestTop < labelHeight ? null : { x: end, y: (lowestTop + highestBottom) / 2 };
}

/** The day whose position is nearest to `x`, in pixels. */
export function dayAt({ dayX }: Pick<FlowGeometry, 'dayX'>, x: number): number {
  const first = dayX[0] ?? 0;
  const last = dayX.length - 1;
  const step = ((dayX[last] ?? 0) - first) / Math.max(1, last);
  return Math.max(0, Math.min(last, Math.round((x - first) / step)));
}

/** The layer that lies at a height of a day, in pixels; null above all of them. */
export function layerAt({ layers }: Pick<FlowGeometry, 'layers'>, place: number, y: number): number | null {
  const found = layers.findIndex(({ top, bottom }) => y >= (top[place] ?? 0) && y <= (bottom[place] ?? 0));
  return found < 0 ? null : found;
}

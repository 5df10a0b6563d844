import type { AgingSeverity, AgingView } from '../../../../../src/contracts/aging';
import { agingSeverities } from '../../../../../src/contracts/aging';

/** A dot of the chart: one defect, or several where there is no room for each. */
export interface Mark {
  /** Place of its column. */
  readonly column: number;
  readonly x: number;
  readonly y: number;
  /** The worst of its defects. */
  readonly severity: AgingSeverity;
  /** Places in the view's dots, the oldest first. */
  readonly items: readonly number[];
}

/** A dot before it has a place of its own. */
interface Placed {
  readonly item: number;
  readonly y: number;
  readonly severity: AgingSeverity;
}

/** Pixels from the middle of a lane to that of the next, and between two dots in one. */
const laneWidth = 18;
const apart = 12;
/** Dots within so many pixels become numbers where the lanes do not hold them all. */
const bucket = 18;

/**
 * Finds a place for every dot: at its own height, side by side where several are about as old. Where a column has no room for that, those of
 * a bucket of age become one dot a severity, with their number.
 * @param columnX the middle of each column
 * @param width of a column in pixels
 * @param yOf height of an age in days; older ones are higher up, which is a smaller y
 * @returns column after column, the oldest first
 */
export function marksOf(
  dots: AgingView['dots'],
  columnX: readonly number[],
  width: number,
  yOf: (days: number) => number,
): Mark[] {
  const columns: Placed[][] = columnX.map(() => []);
  dots.column.forEach((column, item) => {
    columns[column]?.push({ item, y: yOf(dots.days[item] ?? 0), severity: dots.severity[item] ?? 'none' });
  });
  // An odd number, so that one of them is the middle.
  const lanes = 2 * Math.max(0, Math.floor(((width - 4) / laneWidth - 1) / 2)) + 1;
  return columns.flatMap((placed, column) => columnMarks(placed, lanes, column, columnX[column] ?? 0));
}

function columnMarks(placed: readonly Placed[], lanes: number, column: number, middle: number): Mark[] {
  const marks: Mark[] = [];
  const taken = new Array<number>(lanes).fill(-Infinity);
  for (let first = 0; first < placed.length;) {
    const top = placed[first]?.y ?? 0;
    let last = first;
    while (last < placed.length && (placed[last]?.y ?? 0) - top < bucket) last += 1;
    const near = placed.slice(first, last);
    const chosen = lanesFor(near, taken);
    const groups = chosen === null ? bySeverity(near, lanes) : near.map((one) => [one]);
    groups.forEach((group, n) => {
      const lane = chosen === null ? n : (chosen[n] ?? 0);
      const y = ((group[0]?.y ?? top) + (group.at(-1)?.y ?? top)) / 2;
      taken[lane] = y;
      const items = group.map(({ item }) => item);
      marks.push({ column, x: middle + laneX(lane), y, severity: worst(group), items });
    });
    first = last;
  }
  return marks;
}

/** A lane for each of these where the dots before leave one free; null where they do not. */
function lanesFor(near: readonly Placed[], taken: readonly number[]): number[] | null {
  const used = [...taken];
  const chosen: number[] = [];
  for (const { y } of near) {
    const lane = used.findIndex((before) => y - before >= apart);
    if (lane < 0) return null;
    used[lane] = y;
    chosen.push(lane);
  }
  return chosen;
}

/** One group a severity, worst first; what the lanes cannot hold goes into the last one. */
function bySeverity(near: readonly Placed[], lanes: number): Placed[][] {
  const groups = agingSeverities
    .map((name) => near.filter(({ severity }) => severity === name))
    .filter((some) => some.length > 0);
  if (groups.length <= lanes) return groups;
  const rest = groups.slice(lanes - 1).flat();
  return [...groups.slice(0, lanes - 1), rest.sort((a, b) => a.item - b.item)];
}

function worst(group: readonly Placed[]): AgingSeverity {
  return agingSeverities.find((name) => group.some(({ severity }) => severity === name)) ?? 'none';
}

/** From the middle outwards: the first lane is the one in the middle, the next ones right and left of it. */
function laneX(lane: number): number {
  const steps = Math.ceil(lane / 2);
  return (lane % 2 === 1 ? steps : -steps) * laneWidth;
}

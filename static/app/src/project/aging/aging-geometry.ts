import { scaleSqrt } from 'd3-scale';
import type { AgingGrouping, AgingReference, AgingView } from '../../../../../src/contracts/aging';
import type { YTick } from '../../chart/axes';
import { marksOf, type Mark } from './marks';

export interface AgingBox {
  /** Of the place that there is; a chart of many columns is wider. */
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A percentile as a line across the chart, or across one column. */
export interface PercentileLine {
  readonly share: 50 | 85 | 95;
  readonly days: number;
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
  /** Height of its words, which keep clear of those of the others. */
  readonly wordsY: number;
}

/** The part of a column above a percentile of its pace. */
export interface Zone {
  readonly share: 50 | 85 | 95;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

export interface AgingGeometry {
  readonly width: number;
  readonly columnWidth: number;
  /** The middle of each column. */
  readonly columnX: readonly number[];
  readonly ticks: readonly YTick[];
  readonly marks: readonly Mark[];
  readonly lines: readonly PercentileLine[];
  readonly zones: readonly Zone[];
  /** Height of the viewer's own line, and of its words; null where there is none. */
  readonly level: { readonly y: number; readonly wordsY: number } | null;
}

const leastColumn = 76;
const steps = [0, 1, 3, 7, 14, 30, 60, 90, 180, 365, 730, 1095, 1825, 3650];
const tickRoom = 18;
const wordsRoom = 14;
const shares = [50, 85, 95] as const;

/**
 * Everything that the drawing needs, in pixels. Heights grow with the square root of the age: a defect that is four times as old stands
 * twice as high, so that a few very old ones leave room for the others.
 * @param by whether percentiles are lines across all columns with zones behind each, or lines of each column
 */
export function agingGeometry(
  view: Pick<AgingView, 'columns' | 'dots' | 'all' | 'level'>,
  by: AgingGrouping,
  box: AgingBox,
): AgingGeometry {
  const { columns, dots, all, level } = view;
  const count = Math.max(1, columns.length);
  const width = Math.max(box.width, box.left + box.right + count * leastColumn);
  const columnWidth = (width - box.left - box.right) / count;
  const columnX = columns.map((_, n) => box.left + (n + 0.5) * columnWidth);
  const paces = columns.flatMap(({ pace }) => pace.p95 ?? []);
  const oldest = Math.max(1, dots.days[0] ?? 0, all.p95 ?? 0, level?.days ?? 0, ...(by === 'status' ? [] : paces));
  const floor = box.height - box.bottom;
  const y = scaleSqrt([0, oldest * 1.08], [floor, box.top]);
  const edge = (n: number): number => box.left + n * columnWidth;
  return {
    ...{ width, columnWidth, columnX },
    ticks: ticksOf(oldest, y),
    marks: marksOf(dots, columnX, columnWidth, y),
    lines:
      by === 'status'
        ? linesOf(all, y, box.left, width - box.right)
        : columns.flatMap(({ pace }, n) => linesOf(pace, y, edge(n) + 2, edge(n + 1) - 2)),
    zones:
      by === 'status' ? columns.flatMap(({ pace }, n) => zonesOf(pace, y, { x: edge(n), width: columnWidth, top: box.top })) : [],
    // Its words stand under it, where those of the percentiles stand over theirs.
    level: level === null ? null : { y: y(level.days), wordsY: Math.min(floor - 4, y(level.days) + 14) },
  };
}

function ticksOf(oldest: number, y: (days: number) => number): YTick[] {
  const ticks: YTick[] = [];
  for (const value of steps) {
    const before = ticks.at(-1);
    if (value > oldest * 1.08 || (before !== undefined && before.y - y(value) < tickRoom)) continue;
    ticks.push({ value, y: y(value), words: value >= 365 && value % 365 === 0 ? `${value / 365} y` : `${value} d` });
  }
  return ticks;
}

function linesOf(reference: AgingReference, y: (days: number) => number, x1: number, x2: number): PercentileLine[] {
  const lines: PercentileLine[] = [];
  for (const share of shares) {
    const days = reference[`p${share}`];
    if (days === null) continue;
    const at = y(days);
    const below = lines.at(-1)?.wordsY ?? Infinity;
    lines.push({ share, days, y: at, x1, x2, wordsY: Math.min(at - 4, below - wordsRoom) });
  }
  return lines;
}

function zonesOf(pace: AgingReference, y: (days: number) => number, column: { x: number; width: number; top: number }): Zone[] {
  const { x, width, top } = column;
  return shares.flatMap((share, n) => {
    const from = pace[`p${share}`];
    if (from === null) return [];
    const next = shares[n + 1];
    const upper = Math.max(top, next === undefined ? top : y(pace[`p${next}`] ?? from));
    const lower = Math.max(top, y(from));
    return lower - upper < 0.5 ? [] : [{ share, x, width, y: upper, height: lower - upper }];
  });
}

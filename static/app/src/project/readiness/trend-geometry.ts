import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { ReadinessView } from '../../../../../src/contracts/readiness';

type Trend = Pick<ReadinessView['trend'], 'days' | 'series'>;
export type TrendSeverity = Trend['series'][number]['severity'];

/** From the bottom of the stack: the worst lies on the axis, where its height can be read. */
export const stackOrder: readonly TrendSeverity[] = ['none', 'S1', 'S2', 'S3', 'S4'];

export interface TrendGeometry {
  readonly layers: readonly { readonly severity: TrendSeverity; readonly area: string; readonly edge: string }[];
  /** Horizontal position of each day, in pixels. */
  readonly dayX: readonly number[];
  readonly totals: readonly number[];
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
  readonly xTicks: readonly { readonly day: string; readonly x: number }[];
  readonly y: (count: number) => number;
  /** Where the calendar dates asked for lie; null where outside the chart. */
  readonly xOf: (date: string) => number | null;
}

export interface TrendBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const dayMs = 86_400_000;
const roomPerXTick = 90;
const yTickCount = 4;
const leastLookahead = 14;

function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayMs);
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The last day on the axis: the release date too, unless it is so far that the past would shrink to nothing. */
function lastDay(first: number, last: number, releaseDate: string | null): number {
  if (releaseDate === null) return last;
  const release = dayNumber(releaseDate);
  const farthest = last + Math.max(leastLookahead, Math.ceil((last - first) / 2));
  return release > last && release <= farthest ? release : last;
}

/** Stacks the counts of each day; severities that never occur are left out. */
function stack({ days, series }: Trend): { severity: TrendSeverity; from: number[]; to: number[] }[] {
  const floor = days.map(() => 0);
  return stackOrder.flatMap((severity) => {
    const counts = series.find((one) => one.severity === severity)?.counts ?? [];
    if (!counts.some((count) => count > 0)) return [];
    const from = [...floor];
    days.forEach((_, at) => (floor[at] = (floor[at] ?? 0) + (counts[at] ?? 0)));
    return [{ severity, from, to: [...floor] }];
  });
}

/** Everything that the drawing of a trend needs, in pixels. @returns null where there are fewer than two days */
export function trendGeometry(trend: Trend, releaseDate: string | null, box: TrendBox): TrendGeometry | null {
  const days = trend.days.map(dayNumber);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined || days.length < 2) return null;
  const end = lastDay(first, last, releaseDate);
  const layers = stack(trend);
  const totals = days.map((_, at) => layers.at(-1)?.to[at] ?? 0);
  const x = scaleLinear([first, end], [box.left, box.width - box.right]);
  const y = scaleLinear([0, Math.max(1, ...totals)], [box.height - box.bottom, box.top]).nice(yTickCount);
  const points = days.map((_, at) => at);
  const xAt = (at: number): number => x(days[at] ?? first);
  const ticks = Math.max(2, Math.min(6, Math.floor((box.width - box.left - box.right) / roomPerXTick)));
  const xDays = [...new Set(Array.from({ length: ticks }, (_, at) => Math.round(first + ((end - first) * at) / (ticks - 1))))];
  return {
    layers: layers.map(({ severity, from, to }) => ({
      severity,
      area:
        area<number>(
          xAt,
          (at) => y(from[at] ?? 0),
          (at) => y(to[at] ?? 0),
        )(points) ?? '',
      edge: line<number>(xAt, (at) => y(to[at] ?? 0))(points) ?? '',
    })),
    dayX: points.map(xAt),
    totals,
    yTicks: y
      .ticks(yTickCount)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: y(value) })),
    xTicks: xDays.map((day) => ({ day: dateOf(day), x: x(day) })),
    y,
    xOf: (date) => {
      const day = dayNumber(date);
      return day < first || day > end ? null : x(day);
    },
  };
}

/** The day whose position is nearest to `x`. */
export function nearestDay(dayX: readonly number[], x: number): number {
  return dayX.reduce((best, at, index) => (Math.abs(at - x) < Math.abs((dayX[best] ?? Infinity) - x) ? index : best), 0);
}

/** A day in words: `9 open: 1 S1, 8 S3`. */
export function dayWords(trend: Trend, at: number): string {
  const parts = stackOrder.flatMap((severity) => {
    const count = trend.series.find((one) => one.severity === severity)?.counts[at] ?? 0;
    return count === 0 ? [] : [{ count, words: `${count} ${severity === 'none' ? 'without severity' : severity}` }];
  });
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return total === 0 ? 'none open' : `${total} open: ${parts.map(({ words }) => words).join(', ')}`;
}

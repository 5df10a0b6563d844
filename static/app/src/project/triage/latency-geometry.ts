import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { DecisionLatencyView } from '../../../../../src/contracts/triage-queue';
import type { TriageCycle } from '../../../../../src/contracts/triage-settings';

export type Latency = DecisionLatencyView['all'][number];
export interface LatencyWeek {
  /** The Monday it begins with. */
  readonly from: string;
  /** Null where no clock started in that week. */
  readonly latency: Latency | null;
}
type Share = 'p50' | 'p90';

export interface LatencyGeometry {
  readonly lines: readonly {
    readonly share: Share;
    readonly path: string;
    readonly points: readonly { readonly x: number; readonly y: number; readonly minutes: number }[];
  }[];
  readonly yTicks: readonly { readonly minutes: number; readonly y: number }[];
  readonly xTicks: readonly { readonly from: string; readonly x: number }[];
}

export interface LatencyBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const roomPerXTick = 90;
const yTickCount = 4;

/** The weeks of one kind of release. */
export function weeksOf({ weeks }: Pick<DecisionLatencyView, 'weeks'>, cycle: TriageCycle): LatencyWeek[] {
  return weeks.map(({ from, cycles }) => ({ from, latency: cycles.find((one) => one.cycle === cycle) ?? null }));
}

/** Steps of the axis that fall on whole minutes, hours or days. */
function niceUnit(most: number): number {
  if (most <= 120) return 1;
  return most <= 2880 ? 60 : 1440;
}

/**
 * The drawing of the time that half and nine in ten of the decisions took, in pixels; a week that cannot be told breaks the line.
 * @returns null where no week can be told
 */
export function latencyGeometry(weeks: readonly LatencyWeek[], box: LatencyBox): LatencyGeometry | null {
  const known = weeks.flatMap(({ latency }) => [latency?.p50 ?? null, latency?.p90 ?? null]).filter((one) => one !== null);
  if (known.length === 0) return null;
  const most = Math.max(1, ...known);
  const unit = niceUnit(most);
  const x = scaleLinear([0, Math.max(1, weeks.length - 1)], [box.left, box.width - box.right]);
  const y = scaleLinear([0, most / unit], [box.height - box.bottom, box.top]).nice(yTickCount);
  const ticks = Math.max(2, Math.min(6, weeks.length, Math.floor((box.width - box.left - box.right) / roomPerXTick)));
  const last = weeks.length - 1;
  const xAt = [...new Set(Array.from({ length: ticks }, (_, n) => Math.round((last * n) / (ticks - 1))))];
  const shares: readonly Share[] = ['p50', 'p90'];
  return {
    lines: shares.map((share) => ({
      share,
      path:
        line<LatencyWeek>()
          .defined(({ latency }) => latency?.[share] != null)
          .x((_, at) => x(at))
          .y(({ latency }) => y((latency?.[share] ?? 0) / unit))([...weeks]) ?? '',
      points: weeks.flatMap(({ latency }, at) => {
        const minutes = latency?.[share] ?? null;
        return minutes === null ? [] : [{ x: x(at), y: y(minutes / unit), minutes }];
      }),
    })),
    yTicks: y.ticks(yTickCount).map((value) => ({ minutes: value * unit, y: y(value) })),
    xTicks: xAt.flatMap((at) => {
      const week = weeks[at];
      return week === undefined ? [] : [{ from: week.from, x: x(at) }];
    }),
  };
}

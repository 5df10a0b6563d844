import { scaleLinear } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { RepairGroup, RepairStep } from '../../../../../src/contracts/repair';

type Curve = Pick<RepairGroup, 'curve' | 'until'>;

export interface SurvivalBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface SurvivalGeometry {
  /** How far the chart reaches, in days; where hardly any are left, a curve says nothing any more. */
  readonly days: number;
  readonly curves: readonly { readonly band: string; readonly edge: string }[];
  readonly x: (days: number) => number;
  readonly y: (share: number) => number;
  readonly xTicks: readonly { readonly x: number; readonly words: string }[];
  readonly yTicks: readonly { readonly value: number; readonly y: number; readonly words: string }[];
  /** Days at which a curve can be read, ascending. */
  readonly readAt: readonly number[];
}

/** A curve ends where fewer than so many, or less than this share, are left. */
const least = { count: 3, share: 0.05 };
const quarters = [0, 0.25, 0.5, 0.75, 1];
const roomPerTick = 70;
const readings = 60;

/** How far a curve is worth drawing, in days. */
function reach({ curve, until }: Curve): number {
  const needed = Math.max(least.count, (curve[0]?.atRisk ?? 0) * least.share);
  const last = curve.findLast(({ atRisk }) => atRisk >= needed);
  const next = curve.find(({ days }) => days > (last?.days ?? Infinity));
  return last === undefined || next === undefined ? until : Math.min(until, next.days);
}

/** What a curve says at a time; null beyond what it can tell. */
export function stepAt({ curve, until }: Curve, days: number): Pick<RepairStep, 'share' | 'lower' | 'upper'> | null {
  if (days > until) return null;
  return curve.findLast((step) => step.days <= days) ?? { share: 1, lower: 1, upper: 1 };
}

/** Everything that the drawing of survival curves needs, in pixels. @returns null where there is nothing to draw */
export function survivalGeometry(groups: readonly Curve[], box: SurvivalBox): SurvivalGeometry | null {
  const days = Math.max(0, ...groups.map(reach));
  if (days === 0) return null;
  const x = scaleLinear([0, days], [box.left, box.width - box.right]);
  const y = scaleLinear([0, 1], [box.height - box.bottom, box.top]);
  return {
    ...{ days, x, y },
    curves: groups.map((group) => pathsOf(group, days, x, y)),
    xTicks: ticksOf(x, days, box.width - box.left - box.right),
    yTicks: quarters.map((value) => ({ value, y: y(value), words: `${value * 100} %` })),
    readAt: Array.from({ length: readings + 1 }, (_, n) => (days * n) / readings),
  };
}

/** Round numbers, and the end of the axis in place of one that is too near to it. */
function ticksOf(x: { (days: number): number; ticks(count: number): number[] }, days: number, width: number) {
  const round = x.ticks(Math.max(2, Math.floor(width / roomPerTick))).filter((tick) => x(days) - x(tick) >= roomPerTick * 0.6);
  return [...round, days].map((tick) => ({ x: x(tick), words: `${(Math.round(tick * 10) / 10).toLocaleString('en')} d` }));
}

function pathsOf(group: Curve, days: number, x: (days: number) => number, y: (share: number) => number) {
  const end = Math.min(days, group.until);
  const points = [{ days: 0, share: 1, lower: 1, upper: 1 }, ...group.curve.filter((step) => step.days <= end)];
  const last = points.at(-1);
  if (group.until === 0 || last === undefined) return { band: '', edge: '' };
  const whole = [...points, { ...last, days: end }];
  type Point = (typeof whole)[number];
  return {
    band:
      area<Point>(
        (point) => x(point.days),
        (point) => y(point.lower),
        (point) => y(point.upper),
      ).curve(curveStepAfter)(whole) ?? '',
    edge:
      line<Point>(
        (point) => x(point.days),
        (point) => y(point.share),
      ).curve(curveStepAfter)(whole) ?? '',
  };
}

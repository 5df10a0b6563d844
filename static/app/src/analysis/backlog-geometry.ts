import { scaleLinear } from 'd3-scale';
import type { BacklogPeriod } from '../../../../src/contracts/analysis-page';
import { dayName, yTicks, type YTick } from '../chart/axis-geometry';

export interface BacklogBox {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Of what was open, above, and of what came and went, beneath. */
  readonly open: { readonly top: number; readonly bottom: number };
  readonly moved: { readonly top: number; readonly bottom: number };
}

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BacklogGeometry {
  /** By period. */
  readonly open: readonly Bar[];
  readonly arrived: readonly Bar[];
  readonly resolved: readonly Bar[];
  /** Where the period begins, and how wide it is. */
  readonly slots: readonly { readonly x: number; readonly width: number }[];
  readonly openTicks: readonly YTick[];
  readonly movedTicks: readonly YTick[];
  readonly xTicks: readonly { readonly x: number; readonly day: string; readonly withYear: boolean }[];
}

const roomPerTick = { day: 100, year: 130 };
const widestSlot = 64;

/** Columns for what was open at the end of each period, and pairs of columns for what came and went in it. */
export function backlogGeometry(periods: readonly BacklogPeriod[], box: BacklogBox): BacklogGeometry {
  const { width, left, right, open, moved } = box;
  const room = width - left - right;
  const slot = Math.min(widestSlot, room / Math.max(1, periods.length));
  const most = (values: readonly number[]) => Math.max(1, ...values);
  const openY = scaleLinear([0, most(periods.map((one) => one.open))], [open.bottom, open.top]).nice(3);
  const movedY = scaleLinear([0, most(periods.flatMap((one) => [one.arrived, one.resolved]))], [moved.bottom, moved.top]).nice(2);
  const slots = periods.map((_, n) => ({ x: left + n * slot, width: slot }));
  const gap = Math.min(2, slot * 0.15);
  const half = slot / 2 - gap;
  const bar = (x: number, wide: number, floor: number, y: number): Bar => ({
    x,
    y,
    width: Math.max(0.5, wide),
    height: floor - y,
  });
  const withYear = new Set(periods.map(({ last }) => dayName(last).slice(0, 4))).size > 1;
  const every = Math.max(1, Math.ceil((withYear ? roomPerTick.year : roomPerTick.day) / slot));
  const marked = slots.flatMap(({ x }, n) => ((periods.length - 1 - n) % every === 0 ? [{ x: x + slot / 2, n }] : []));
  return {
    slots,
    open: periods.map((one, n) => bar(left + n * slot + gap, slot - 2 * gap, open.bottom, openY(one.open))),
    arrived: periods.map((one, n) => bar(left + n * slot + gap, half, moved.bottom, movedY(one.arrived))),
    resolved: periods.map((one, n) => bar(left + (n + 0.5) * slot, half, moved.bottom, movedY(one.resolved))),
    openTicks: yTicks(openY, 3),
    movedTicks: yTicks(movedY, 2),
    xTicks: marked.map(({ x, n }) => ({ x, day: dayName(periods[n]?.last ?? 0), withYear })),
  };
}

/** The period under a pointer. @param x in pixels @returns null outside of all */
export function periodAt({ slots }: Pick<BacklogGeometry, 'slots'>, x: number): number | null {
  const found = slots.findIndex((slot) => x >= slot.x && x < slot.x + slot.width);
  return found < 0 ? null : found;
}

import { scaleLinear } from 'd3-scale';
import type { EstimateView } from '../../../../../src/contracts/escapes';

/** A row of an interval plot: a share with its interval, and, where more is to come, the share that it comes to. */
export interface IntervalRow {
  readonly id: string;
  readonly name: string;
  /** Null where there is no share. */
  readonly share: EstimateView | null;
  readonly projected: EstimateView | null;
  readonly young: boolean;
}

export interface PlacedRow {
  readonly id: string;
  readonly name: string;
  readonly y: number;
  readonly young: boolean;
  readonly value: number | null;
  readonly mark: { readonly x: number; readonly x1: number; readonly x2: number } | null;
  readonly projected: { readonly x: number; readonly x1: number; readonly x2: number } | null;
}

export interface IntervalGeometry {
  readonly height: number;
  readonly rows: readonly PlacedRow[];
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
  readonly lines: readonly { readonly value: number; readonly x: number; readonly words: string }[];
}

interface Box {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const rowHeight = 32;

/**
 * Everything that the drawing needs, in pixels. The axis begins at 0 for shares that are to be small, and ends at 1 for those that are to be
 * large; its other end is as far away as the intervals reach.
 */
export function intervalGeometry(
  rows: readonly IntervalRow[],
  small: boolean,
  lines: readonly { readonly value: number; readonly words: string }[],
  box: Box,
): IntervalGeometry {
  const shares = rows.flatMap(({ share, projected }) => [share, projected].flatMap((one) => one ?? []));
  const far = small
    ? Math.max(0.1, ...shares.map(({ upper }) => upper))
    : Math.min(0.8, ...shares.map(({ lower }) => lower), ...lines.map(({ value }) => value - 0.05));
  const domain = small ? [0, Math.min(1, Math.ceil(far * 10 - 1e-9) / 10)] : [Math.max(0, Math.floor(far * 10 + 1e-9) / 10), 1];
  const x = scaleLinear(domain, [box.left, box.width - box.right]).clamp(true);
  const place = (share: EstimateView | null) =>
    share === null ? null : { x: x(share.value), x1: x(share.lower), x2: x(share.upper) };
  return {
    height: box.top + rows.length * rowHeight + box.bottom,
    rows: rows.map(({ id, name, share, projected, young }, n) => ({
      ...{ id, name, young, y: box.top + (n + 0.5) * rowHeight },
      ...{ value: share?.value ?? null, mark: place(share), projected: place(projected) },
    })),
    ticks: x.ticks(box.width < 480 ? 3 : 6).map((value) => ({ value, x: x(value) })),
    lines: lines.map(({ value, words }) => ({ value, words, x: x(value) })),
  };
}

/** The row at a height. @returns null above the first and below the last */
export function rowAt(y: number, top: number, count: number): number | null {
  const row = Math.floor((y - top) / rowHeight);
  return row >= 0 && row < count ? row : null;
}

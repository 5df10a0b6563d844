import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { RecurrenceView } from '../../../../../src/contracts/escapes';

interface Box {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface UGeometry {
  /** The middle of each period. */
  readonly x: readonly number[];
  /** Null where the period had no deployment. */
  readonly y: readonly (number | null)[];
  readonly meanY: number;
  /** The path through the points, in parts where periods without a deployment lie between. */
  readonly path: string;
  /** The limits as steps, one for each period that has them. */
  readonly limits: readonly { readonly x1: number; readonly x2: number; readonly upper: number; readonly lower: number }[];
  readonly yTicks: readonly { readonly value: number; readonly y: number; readonly words: string }[];
  /** Periods that are named on the axis. */
  readonly xTicks: readonly { readonly x: number; readonly words: string }[];
}

const roomPerName = 84;

/** Everything that the drawing of a u-chart needs, in pixels. @returns null without a deployment */
export function uGeometry(
  { periods, mean, unit }: Pick<RecurrenceView, 'periods' | 'mean' | 'unit'>,
  box: Box,
): UGeometry | null {
  if (mean === null || periods.length === 0) return null;
  const step = (box.width - box.left - box.right) / periods.length;
  const x = periods.map((_, n) => box.left + (n + 0.5) * step);
  const most = Math.max(mean, ...periods.flatMap(({ rate }) => (rate === null ? [] : [rate.upper, rate.value])));
  const y = scaleLinear([0, most === 0 ? 1 : most * 1.05], [box.height - box.bottom, box.top]).nice(4);
  const every = Math.max(1, Math.ceil((periods.length * roomPerName) / (box.width - box.left - box.right)));
  const short = (name: string): string => (unit === 'week' ? name.replace('Week of ', '') : name);
  return {
    ...{ x, y: periods.map(({ rate }) => (rate === null ? null : y(rate.value))), meanY: y(mean) },
    path:
      line<(typeof periods)[number]>()
        .defined(({ rate }) => rate !== null)
        .x((_, n) => x[n] ?? 0)
        .y(({ rate }) => y(rate?.value ?? 0))(periods) ?? '',
    limits: periods.flatMap(({ rate }, n) =>
      rate === null
        ? []
        : [{ x1: box.left + n * step, x2: box.left + (n + 1) * step, upper: y(rate.upper), lower: y(rate.lower) }],
    ),
    yTicks: y.ticks(4).map((value) => ({ value, y: y(value), words: value.toLocaleString('en') })),
    xTicks: periods.flatMap(({ name }, n) => (n % every === 0 ? [{ x: x[n] ?? 0, words: short(name) }] : [])),
  };
}

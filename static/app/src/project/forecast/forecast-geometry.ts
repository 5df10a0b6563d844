import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { CalibrationView, OutlookView } from '../../../../../src/contracts/forecast';
import { dayTicks, type DayTick, type YTick } from '../../chart/axis-geometry';

export interface ForecastBox {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ForecastGeometry {
  readonly path: string;
  /** Horizontal position of each day shown, in pixels. */
  readonly dayX: readonly number[];
  readonly yTicks: readonly YTick[];
  readonly xTicks: readonly DayTick[];
  readonly y: (chance: number) => number;
  /** Where a calendar day lies; null where outside. */
  readonly xOf: (day: string) => number | null;
}

const dayMs = 86_400_000;
const leastDays = 15;
const daysAfter = 4;

export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayMs);
}

export function dayAfter(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * dayMs).toISOString().slice(0, 10);
}

/** The chances that are drawn. */
export function shownChances({ about, by, clear }: OutlookView): readonly number[] {
  return about === 'all-closed' ? by : clear;
}

/** How many days are drawn: all that are marked, and a few more. */
export function daysShown({ firstDay, by, freeze, release, dates }: OutlookView): number {
  const first = dayNumber(firstDay);
  const marked = [freeze?.day, release?.day, ...dates.map(({ day }) => day)].flatMap((day) =>
    day == null ? [] : dayNumber(day),
  );
  const isOpenEnded = dates.some(({ day }) => day === null);
  const last = isOpenEnded ? Math.max(first + 59, ...marked) : Math.max(first, ...marked);
  return Math.min(by.length, Math.max(leastDays, last - first + 1 + daysAfter));
}

/** Everything that the drawing of the chances by day needs, in pixels. */
export function forecastGeometry(outlook: OutlookView, box: ForecastBox): ForecastGeometry {
  const days = daysShown(outlook);
  const first = dayNumber(outlook.firstDay);
  const x = scaleLinear([0, days - 1], [box.left, box.width - box.right]);
  const y = scaleLinear([0, 1], [box.height - box.bottom, box.top]);
  const places = Array.from({ length: days }, (_, at) => at);
  return {
    path:
      line<number>(
        (at) => x(at),
        (at) => y(shownChances(outlook)[at] ?? 0),
      ).curve(curveStepAfter)(places) ?? '',
    dayX: places.map((at) => x(at)),
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, y: y(value), words: String(value * 100) })),
    xTicks: dayTicks(first, days, box.width - box.left - box.right, box.left),
    y,
    xOf: (day) => {
      const at = dayNumber(day) - first;
      return at < 0 || at >= days ? null : x(at);
    },
  };
}

/** The place whose position is nearest. */
export function nearestPlace(positions: readonly number[], x: number): number {
  return positions.reduce((best, at, n) => (Math.abs(at - x) < Math.abs((positions[best] ?? Infinity) - x) ? n : best), 0);
}

export interface CalibrationDot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const smallest = 3;
const largest = 11;

/** Where groups of forecasts stand: what they said to the right, what came upwards; the more forecasts, the larger. */
export function calibrationDots(bins: CalibrationView['bins'], box: ForecastBox): CalibrationDot[] {
  const x = scaleLinear([0, 1], [box.left, box.width - box.right]);
  const y = scaleLinear([0, 1], [box.height - box.bottom, box.top]);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return bins.map(({ said, came, count }) => ({
    ...{ x: x(said), y: y(came) },
    radius: smallest + (largest - smallest) * Math.sqrt(count / most),
  }));
}

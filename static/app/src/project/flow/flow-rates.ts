import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { FlowView } from '../../../../../src/contracts/flow';
import type { YTick } from '../../chart/axes';

type Rated = Pick<FlowView, 'reading' | 'days'>;

/** Defects a day on average, over the days that the reading of a day rests on. */
export interface Rates {
  readonly came: readonly number[];
  readonly went: readonly number[];
}

/** The rates that end with each day: what came and went in its reading, by the days that it rests on. */
export function ratesOf({ reading, days }: Rated): Rates {
  const over = (place: number): number => Math.min(reading.days, reading.lead + place + 1);
  const each = (counts: readonly number[]): number[] =>
    Array.from({ length: days }, (_, place) => (counts[place] ?? 0) / over(place));
  return { came: each(reading.arrivals), went: each(reading.departures) };
}

/** What came and what went a day on all the days that are shown. */
export function meanRates({ arrivals, departures, days }: Pick<FlowView, 'arrivals' | 'departures' | 'days'>): {
  readonly came: number;
  readonly went: number;
} {
  const mean = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0) / Math.max(1, days);
  return { came: mean(arrivals), went: mean(departures) };
}

interface RateGeometry extends Rates {
  readonly cameLine: string;
  readonly wentLine: string;
  readonly yTicks: readonly YTick[];
}

/** The two lines of rates. @param dayX position of each day @param top, bottom between which pixels they run */
export function rateGeometry(view: Rated, dayX: readonly number[], top: number, bottom: number): RateGeometry {
  const { came, went } = ratesOf(view);
  const most = Math.max(0.1, ...came, ...went);
  const y = scaleLinear([0, most], [bottom, top]).nice(2);
  const path = (values: readonly number[]): string =>
    line<number>(
      (_, place) => dayX[place] ?? 0,
      (value) => y(value),
    )([...values]) ?? '';
  return {
    ...{ came, went, cameLine: path(came), wentLine: path(went) },
    yTicks: y.ticks(2).map((value) => ({ value, y: y(value) })),
  };
}

/** `1.4`; of less than one a day with two digits, `0.03`. */
export function rateWords(rate: number): string {
  return rate.toLocaleString('en', { maximumFractionDigits: rate < 1 ? 2 : 1 });
}

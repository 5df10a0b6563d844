import type { FlowView } from '../../../../../src/contracts/flow';
import { dayName } from '../../chart/axis-geometry';
import type { ChartTable } from '../../chart/table';
import { shareOf, shownBands } from './flow-geometry';
import { ratesOf } from './flow-rates';
import { doubtWords, markersOn, markerWords } from './flow-words';

/** What a chart shows of a flow. */
interface Shown {
  readonly hidden: readonly string[] | null;
  readonly asShare: boolean;
}

/** The figures of a flow, the newest day first. As shares, a band has its per cent of those that are drawn. */
export function flowTable(view: FlowView, { hidden, asShare }: Shown): ChartTable {
  const { arrivals, departures, backward, averageAge, reading } = view;
  const bands = asShare ? shownBands(view, hidden) : view.bands;
  const rates = ratesOf(view);
  const cell = (count: number, place: number): number => (asShare ? Math.round(10 * shareOf(bands, count, place)) / 10 : count);
  const newestFirst = Array.from({ length: view.days }, (_, n) => view.days - 1 - n);
  return {
    columns: [
      ...['Day (UTC)', ...bands.map(({ name }) => (asShare ? `${name} (%)` : name))],
      ...['Came', 'Went', 'Moved back', 'Average age in days', 'Came a day, 30 days', 'Went a day, 30 days'],
      ...['Stays open in days, about', 'Not to be relied on', 'Events'],
    ],
    rows: newestFirst.map((place) => [
      ...[dayName(view.firstDay + place), ...bands.map(({ counts }) => cell(counts[place] ?? 0, place))],
      ...[arrivals[place] ?? 0, departures[place] ?? 0, backward[place] ?? 0],
      ...[averageAge[place] ?? null, hundredths(rates.came[place]), hundredths(rates.went[place])],
      ...[reading.approximateAge[place] ?? null, doubtWords(reading.doubts[place] ?? 0)],
      markersOn(view, place).map(markerWords).join(', '),
    ]),
  };
}

function hundredths(value = 0): number {
  return Math.round(value * 100) / 100;
}

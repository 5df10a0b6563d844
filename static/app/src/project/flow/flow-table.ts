import type { FlowView } from '../../../../../src/contracts/flow';
import { dayName } from '../../chart/axis-geometry';
import type { ChartTable } from '../../chart/table';
import { doubtWords, markersOn, markerWords } from './flow-words';

/** The figures of a flow, the newest day first. */
export function flowTable(view: FlowView): ChartTable {
  const { bands, arrivals, departures, backward, averageAge, reading } = view;
  const newestFirst = Array.from({ length: view.days }, (_, n) => view.days - 1 - n);
  return {
    columns: [
      ...['Day (UTC)', ...bands.map(({ name }) => name)],
      ...['Came', 'Went', 'Moved back', 'Average age in days', 'Stays open in days, about', 'Not to be relied on', 'Events'],
    ],
    rows: newestFirst.map((place) => [
      ...[dayName(view.firstDay + place), ...bands.map(({ counts }) => counts[place] ?? 0)],
      ...[arrivals[place] ?? 0, departures[place] ?? 0, backward[place] ?? 0],
      ...[averageAge[place] ?? null, reading.approximateAge[place] ?? null, doubtWords(reading.doubts[place] ?? 0)],
      markersOn(view, place).map(markerWords).join(', '),
    ]),
  };
}

import type { ReadinessView } from '../../../../../src/contracts/readiness';
import type { ChartTable } from '../../chart/table';
import { stackOrder } from './trend-geometry';

/** The figures of the trend, the newest day first; severities that never occur are left out. */
export function trendTable({ days, series, late, done }: ReadinessView['trend']): ChartTable {
  const shown = stackOrder.flatMap(
    (severity) => series.find((one) => one.severity === severity && one.counts.some((n) => n > 0)) ?? [],
  );
  const newestFirst = days.map((day, at) => ({ day, at })).reverse();
  return {
    columns: [
      ...['Day (UTC)', ...shown.map(({ severity }) => (severity === 'none' ? 'Not set' : severity))],
      ...['All open', 'Past target', 'Done'],
    ],
    rows: newestFirst.map(({ day, at }) => [
      ...[day, ...shown.map(({ counts }) => counts[at] ?? 0)],
      ...[shown.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0), late[at] ?? 0, done[at] ?? 0],
    ]),
  };
}

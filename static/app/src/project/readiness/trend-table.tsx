import type { ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { ScrollRegion } from '../../shared/scroll-region';
import { usePage } from '../../shared/page-context';
import { stackOrder } from './trend-geometry';

/** The numbers of the trend, newest day first. */
export function TrendTable({ trend }: { trend: ReadinessView['trend'] }): ReactElement {
  const { format } = usePage();
  const columns = stackOrder.flatMap(
    (severity) => trend.series.find((one) => one.severity === severity && one.counts.some((n) => n > 0)) ?? [],
  );
  const newestFirst = trend.days.map((day, at) => ({ day, at })).reverse();
  return (
    <ScrollRegion label="Open defects by day" className="trend-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Day</th>
            {columns.map(({ severity }) => (
              <th key={severity} scope="col">
                {severity === 'none' ? 'Not set' : severity}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map(({ day, at }) => (
            <tr key={day}>
              <th scope="row">{format.date(day)}</th>
              {columns.map(({ severity, counts }) => (
                <td key={severity}>{counts[at] ?? 0}</td>
              ))}
              <td>{columns.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

import type { ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { usePage } from '../../shared/page-context';
import { stackOrder } from './trend-geometry';

interface Props {
  readonly trend: ReadinessView['trend'];
  readonly at: number;
  readonly isNewest: boolean;
}

/** The legend of the trend with the numbers of one day: the newest, or the one that is pointed at. */
export function TrendReading({ trend, at, isNewest }: Props): ReactElement {
  const { format } = usePage();
  const series = stackOrder.flatMap((severity) => trend.series.find((one) => one.severity === severity) ?? []);
  const shown = series.filter(({ counts }) => counts.some((count) => count > 0));
  const total = shown.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0);
  const day = trend.days[at];
  const late = trend.late[at] ?? 0;
  return (
    <div className="trend-reading">
      <span className="trend-day">
        {isNewest ? 'Now' : day === undefined ? '' : format.date(day)}: <strong>{total} open</strong>
      </span>
      {shown.map(({ severity, counts }) => (
        <span key={severity} className="severity">
          <span className={`swatch swatch-${severity}`} aria-hidden="true" />
          {severity === 'none' ? 'Not set' : severity} <strong>{counts[at] ?? 0}</strong>
        </span>
      ))}
      {late > 0 && (
        <span className="severity">
          Past target <strong>{late}</strong>
        </span>
      )}
    </div>
  );
}

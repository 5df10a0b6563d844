import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { TrendChart } from './trend-chart';
import { TrendTable } from './trend-table';
import '../../chart/chart.css';
import './trend.css';

/** How the number of open defects has moved, by severity. */
export function TrendSection({ view }: { view: ReadinessView }): ReactElement {
  const [asTable, setAsTable] = useState(false);
  const { days } = view.trend;
  return (
    <section className="trend" aria-labelledby="trend-heading">
      <div className="section-head">
        <h2 id="trend-heading">Trend of open defects</h2>
        {days.length > 1 && (
          <Button appearance="subtle" spacing="compact" onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Show as chart' : 'Show as table'}
          </Button>
        )}
      </div>
      {days.length < 2 ? (
        <p className="subtle nothing">The trend begins once there are two days to compare.</p>
      ) : asTable ? (
        <TrendTable trend={view.trend} />
      ) : (
        <TrendChart trend={view.trend} today={view.now.slice(0, 10)} releaseDate={view.version.releaseDate} />
      )}
    </section>
  );
}

import { useMemo, useState, type ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { ChartFrame } from '../../chart/chart-frame';
import type { LegendEntry } from '../../chart/picture';
import { TrendChart } from './trend-chart';
import { TrendDrill } from './trend-drill';
import { trendTable } from './trend-table';
import './trend.css';

/** As in trend.css. */
const legend: readonly LegendEntry[] = [
  { label: 'Not set', color: 'var(--ds-chart-purple-bolder, #964ac0)' },
  { label: 'S1', color: 'var(--ds-chart-red-bolder, #e2483d)' },
  { label: 'S2', color: 'var(--ds-chart-orange-bold, #e06c00)' },
  { label: 'S3', color: 'var(--ds-chart-blue-bold, #4688ec)' },
  { label: 'S4', color: 'var(--ds-chart-gray-bold, #8c8f97)' },
];

/** How the number of open defects has moved, by severity. */
export function TrendSection({ view }: { view: ReadinessView }): ReactElement {
  const { project, version, trend } = view;
  const table = useMemo(() => trendTable(trend), [trend]);
  const [day, setDay] = useState<string | null>(null);
  const today = view.now.slice(0, 10);
  return (
    <>
      <ChartFrame
        id="trend"
        title="Trend of open defects"
        definition={<Definition />}
        table={table}
        file={`${project.key}-${version.name}-trend`}
        legend={legend.filter(({ label }) => table.columns.includes(label))}
      >
        {trend.days.length < 2 ? (
          <p className="subtle nothing">The trend begins once there are two days to compare. The table has today.</p>
        ) : (
          <TrendChart trend={trend} today={today} releaseDate={version.releaseDate} onChoose={setDay} />
        )}
      </ChartFrame>
      {day !== null && (
        <div className="trend-drill">
          <TrendDrill
            key={day}
            {...{ projectId: project.id, versionId: version.id, day, isToday: day >= today }}
            onClose={() => setDay(null)}
          />
        </div>
      )}
    </>
  );
}

function Definition(): ReactElement {
  return (
    <>
      <p>
        The defects that have this release as fix version now and that you may see: how many of them were open at the end of each
        day (UTC), by the severity that they had on that day; today up to now. It begins at the start date of the release, or with
        its first defect, and goes back 120 days at most.
      </p>
      <p>
        Past days come from Jira&apos;s history. They are counted once and counted again when something changes, late changes too.
        Past target are open defects whose resolution target was over; a deferral that held moves the target, on the days before
        it too. A click on a day, or Enter, lists the defects that were open at its end; those that left the release since are not
        among them, as they are in no count.
      </p>
    </>
  );
}

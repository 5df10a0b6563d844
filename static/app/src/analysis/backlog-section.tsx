import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { backlogRanges, type BacklogPeriod, type BacklogRange, type BacklogView } from '../../../../src/contracts/analysis-page';
import { askPage } from '../bridge/page-calls';
import { dayName } from '../chart/axes';
import { ChartFrame } from '../chart/chart-frame';
import { NoAnswer } from '../project/no-answer';
import { useFollowed } from '../project/use-followed';
import { Choice } from '../shared/choice';
import { Loading } from '../shared/loading';
import { BacklogChart, type BacklogPoint } from './backlog-chart';
import { ListBehind } from './issue-list';

const rangeNames: Readonly<Record<BacklogRange, string>> = { '90': '90 days', '180': '180 days', '365': '1 year', all: 'All' };
const rangeOptions = backlogRanges.map((value) => ({ value, label: rangeNames[value] }));
const periodNames: Readonly<Record<number, string>> = { 7: 'week', 28: 'four weeks', 91: 'quarter' };

/** What came, what went and what is left. */
export function BacklogSection(): ReactElement {
  const [range, setRange] = useState<BacklogRange>('365');
  const [point, setPoint] = useState<BacklogPoint | null>(null);
  const { view, problem, reload } = useFollowed(
    useCallback(() => askPage('backlog', { range }), [range]),
    '',
  );
  if (problem !== null) return <NoAnswer problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the backlog" heights={[32, 260]} />;
  const change = (chosen: BacklogRange): void => {
    setPoint(null);
    setRange(chosen);
  };
  return (
    <div className="stack">
      <header className="stack stack-tight">
        <h1>Backlog</h1>
        <p className="summary">{view.sentence}</p>
      </header>
      <div className="chart-choices">
        <Choice label="How far back" options={rangeOptions} value={range} onChange={change} />
      </div>
      <Drawn view={view} onChoose={setPoint} />
      {point !== null && <Behind key={JSON.stringify(point)} view={view} point={point} onClose={() => setPoint(null)} />}
    </div>
  );
}

function Drawn({ view, onChoose }: { view: BacklogView; onChoose: (point: BacklogPoint) => void }): ReactElement {
  const table = useMemo(
    () => ({
      columns: ['First day', 'Last day', 'Came', 'Went', 'Open at its end'],
      rows: view.periods.map(({ first, last, arrived, resolved, open }) => [
        dayName(first),
        dayName(last),
        arrived,
        resolved,
        open,
      ]),
    }),
    [view],
  );
  return (
    <ChartFrame
      id="backlog"
      title={`Open, came and went by ${periodNames[view.days] ?? 'period'}`}
      definition={
        <p>
          An issue comes on the day (UTC) of its creation and goes on the day on which it was resolved for the last time. Above
          stand those that were open at the end of a period, beneath those that came and went in it. The last period ends with the
          last day that the export tells of; the first may be shorter.
        </p>
      }
      table={table}
      file={`${view.project.key}-backlog`}
      legend={[
        { label: 'Open', color: 'var(--chart-other)' },
        { label: 'Came', color: 'var(--chart-4)' },
        { label: 'Went', color: 'var(--chart-1)' },
      ]}
    >
      <BacklogChart periods={view.periods} onChoose={onChoose} />
    </ChartFrame>
  );
}

function Behind({ view, point, onClose }: { view: BacklogView; point: BacklogPoint; onClose: () => void }): ReactElement | null {
  const period = view.periods[point.period];
  return period === undefined ? null : (
    <PeriodList projectId={view.project.id} period={period} part={point.part} onClose={onClose} />
  );
}

function PeriodList(props: {
  projectId: string;
  period: BacklogPeriod;
  part: BacklogPoint['part'];
  onClose: () => void;
}): ReactElement {
  const { projectId, part, onClose } = props;
  const { first, last } = props.period;
  const read = useCallback(() => askPage('backlogIssues', { first, last, part }), [first, last, part]);
  const days = `from ${dayName(first)} to ${dayName(last)}`;
  const title = { open: `Open at the end of ${dayName(last)}`, arrived: `Came ${days}`, resolved: `Went ${days}` }[part];
  return <ListBehind projectId={projectId} title={title} read={read} onClose={onClose} />;
}

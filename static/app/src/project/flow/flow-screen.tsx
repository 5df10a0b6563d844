import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { flowGroupings, type FlowView } from '../../../../../src/contracts/flow';
import { call } from '../../bridge/call';
import { ChartFrame } from '../../chart/chart-frame';
import { RangeChoice } from '../../chart/range-choice';
import { Choice } from '../../shared/choice';
import { useLiveView } from '../../shared/use-live-view';
import { StoreNotice } from '../../shared/store-notice';
import { LivePage } from '../live-page';
import { useRouting } from '../routing';
import { bandLooks } from './band-colors';
import { FlowChart, type FlowPoint } from './flow-chart';
import { FlowCheck } from './flow-check';
import { FlowDefinition } from './flow-definition';
import { FlowDrill } from './flow-drill';
import { FlowFigures } from './flow-figures';
import type { FlowFilters } from './flow-filters';
import { flowTable } from './flow-table';
import { groupingNames } from './flow-words';
import './flow.css';

/** Where the defects of a project stood, day by day: what came, what went, and what waits. */
export function FlowScreen({ projectId, filters }: { projectId: string; filters: FlowFilters }): ReactElement {
  const { range, by } = filters;
  const live = useLiveView(
    useCallback(() => call('flow', { projectId, range, by }), [projectId, range, by]),
    projectId,
  );
  return (
    <LivePage
      title="Flow"
      live={live}
      summary={(view) =>
        view === null ? (
          <p className="subtle">Where the defects of this project stood, day by day.</p>
        ) : (
          <p className="summary">{view.summary.sentence}</p>
        )
      }
      loading={{ what: 'the flow', heights: [64, 32, 380] }}
    >
      {(view) => <Shown view={view} filters={filters} />}
    </LivePage>
  );
}

function Shown({ view, filters }: { view: FlowView; filters: FlowFilters }): ReactElement {
  const { amend } = useRouting();
  const [point, setPoint] = useState<FlowPoint | null>(null);
  const change = (changed: Partial<FlowFilters>): void => amend({ screen: 'flow', filters: { ...filters, ...changed } });
  const regroup = (changed: Partial<FlowFilters>): void => {
    setPoint(null);
    change(changed);
  };
  const { grown } = view.summary;
  const lastDay = view.firstDay + view.days - 1;
  if (view.bands.length === 0 || view.check.defects === 0) {
    return (
      <>
        <StoreNotice store={view.store} projectId={view.project.id} />
        <p className="subtle nothing">
          There is nothing to draw yet. The flow begins with the first defect, and shows from the next day on where the defects
          stand.
        </p>
        <Unseen view={view} />
      </>
    );
  }
  return (
    <>
      <StoreNotice store={view.store} projectId={view.project.id} />
      {grown !== null && (
        <p className="flow-grown">
          {grown.sentence}{' '}
          <button type="button" className="link-button" onClick={() => setPoint({ day: lastDay, band: grown.band })}>
            Show them
          </button>
        </p>
      )}
      <FlowFigures view={view} />
      <div className="chart-choices">
        <RangeChoice value={filters.range} onChange={(range) => regroup({ range })} />
        <Choice
          label="Bands by"
          options={flowGroupings.map((value) => ({ value, label: groupingNames[value] }))}
          value={filters.by}
          onChange={(by) => regroup({ by, hidden: null })}
        />
        <Choice
          label="Counts or shares"
          options={[
            { value: 'counts', label: 'Counts' },
            { value: 'shares', label: 'Per cent' },
          ]}
          value={filters.asShare ? 'shares' : 'counts'}
          onChange={(value) => change({ asShare: value === 'shares' })}
        />
      </div>
      <Drawn view={view} filters={filters} change={change} onChoose={setPoint} />
      {point !== null && (
        <FlowDrill key={`${point.day} ${point.band ?? ''}`} view={view} point={point} onClose={() => setPoint(null)} />
      )}
      <FlowCheck check={view.check} />
      <Unseen view={view} />
    </>
  );
}

interface DrawnProps {
  readonly view: FlowView;
  readonly filters: FlowFilters;
  readonly change: (filters: Partial<FlowFilters>) => void;
  readonly onChoose: (point: FlowPoint) => void;
}

function Drawn({ view, filters, change, onChoose }: DrawnProps): ReactElement {
  const table = useMemo(() => flowTable(view), [view]);
  const legend = useMemo(() => {
    const looks = bandLooks(view.bands);
    return view.bands.map(({ id, name }) => ({ label: name, color: looks.get(id)?.color ?? 'var(--chart-other)' }));
  }, [view]);
  return (
    <ChartFrame
      id="flow"
      title={`Cumulative flow by ${groupingNames[view.by].toLowerCase()}`}
      definition={<FlowDefinition by={view.by} />}
      table={table}
      file={`${view.project.key}-flow-by-${view.by}`}
      legend={legend}
      note={view.cut ? 'Only the last three years are drawn; what came before is counted in them.' : null}
    >
      {view.days < 2 ? (
        <p className="subtle nothing">The chart begins once there are two days to compare. The table has today.</p>
      ) : (
        <FlowChart view={view} filters={filters} change={change} onChoose={onChoose} />
      )}
    </ChartFrame>
  );
}

function Unseen({ view: { hidden } }: { view: FlowView }): ReactElement | null {
  if (hidden === 0) return null;
  return (
    <p className="subtle">
      {hidden === 1 ? 'There is 1 more defect' : `There are ${hidden.toLocaleString('en')} more defects`} that Jira hides from
      you: no figure counts {hidden === 1 ? 'it' : 'them'}.
    </p>
  );
}

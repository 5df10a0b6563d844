import { useMemo, useState, type ReactElement } from 'react';
import { flowGroupings, flowRanges, type FlowView } from '../../../../../src/contracts/flow';
import { shownFlow } from '../../../../../src/contracts/flow-days';
import { ChartFrame } from '../../chart/chart-frame';
import { RangeChoice } from '../../chart/range-choice';
import { Choice } from '../../shared/choice';
import { StoreNotice } from '../../shared/store-notice';
import { LivePage } from '../live-page';
import { useRouting } from '../routing';
import { bandLooks } from './band-colors';
import { FlowChart, type FlowPoint } from './flow-chart';
import { FlowCheck } from './flow-check';
import { FlowDates } from './flow-dates';
import { FlowDefinition } from './flow-definition';
import { FlowDrill } from './flow-drill';
import { FlowEvents } from './flow-events';
import { FlowFigures } from './flow-figures';
import type { FlowFilters } from './flow-filters';
import { FlowOptions } from './flow-options';
import { flowTable } from './flow-table';
import { groupingNames, hiddenWords } from './flow-words';
import { zoomedView } from './flow-zoom';
import { stageWords } from './stage-draft';
import { useFlow } from './use-flow';
import './flow.css';

/** Where the defects of a project stood, day by day: what came, what went, and what waits. */
export function FlowScreen({ projectId, filters }: { projectId: string; filters: FlowFilters }): ReactElement {
  const live = useFlow(projectId, filters);
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

function Shown({ view: told, filters }: { view: FlowView; filters: FlowFilters }): ReactElement {
  const { amend } = useRouting();
  const { range, from, to, by } = filters;
  const view = useMemo(() => shownFlow(told, { range, from, to, by }), [told, range, from, to, by]);
  const [point, setPoint] = useState<FlowPoint | null>(null);
  const change = (changed: Partial<FlowFilters>): void => amend({ screen: 'flow', filters: { ...filters, ...changed } });
  const regroup = (changed: Partial<FlowFilters>): void => {
    setPoint(null);
    change(changed);
  };
  const { grown } = view.summary;
  if (view.bands.length === 0 || view.check.defects === 0) {
    return (
      <>
        <StoreNotice store={view.store} projectId={view.project.id} />
        <p className="subtle nothing">
          {view.hidden > 0
            ? hiddenWords(view.hidden)
            : 'There is nothing to draw yet. The flow begins with the first defect, and shows from the next day on where the defects stand.'}
        </p>
      </>
    );
  }
  return (
    <>
      <StoreNotice store={view.store} projectId={view.project.id} />
      {grown !== null && (
        <p className="flow-grown">
          {grown.sentence}{' '}
          <button
            type="button"
            className="link-button screen-only"
            onClick={() => setPoint({ day: view.today, band: grown.band })}
          >
            Show them
          </button>
        </p>
      )}
      <FlowFigures view={view} />
      <div className="chart-choices">
        <RangeChoice
          ranges={flowRanges}
          value={filters.from === null ? filters.range : null}
          onChange={(range) => regroup({ range, from: null, to: null, zoom: null })}
        />
        <FlowDates view={view} filters={filters} onChange={(dates) => regroup({ ...dates, zoom: null })} />
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
      <FlowOptions view={view} filters={filters} change={regroup} />
      <Drawn view={view} filters={filters} change={change} onChoose={setPoint} />
      {point !== null && (
        <FlowDrill
          key={`${point.day} ${point.band ?? ''}`}
          {...{ view, point, stages: filters.stages }}
          onClose={() => setPoint(null)}
        />
      )}
      <FlowCheck check={view.check} />
    </>
  );
}

interface DrawnProps {
  readonly view: FlowView;
  readonly filters: FlowFilters;
  readonly change: (filters: Partial<FlowFilters>) => void;
  readonly onChoose: (point: FlowPoint) => void;
}

function Drawn({ view: all, filters, change, onChoose }: DrawnProps): ReactElement {
  const { zoom, hidden, asShare } = filters;
  const view = useMemo(() => zoomedView(all, zoom), [all, zoom]);
  const table = useMemo(() => flowTable(view, { hidden, asShare }), [view, hidden, asShare]);
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
      note={notesOf(all, filters)}
    >
      {view.days < 2 ? (
        <p className="subtle nothing">
          {view.firstDay === view.today
            ? 'The chart begins once there are two days to compare. The table has today.'
            : 'There is one day here to draw at most. Choose dates that are further apart, and not before the first defect.'}
        </p>
      ) : (
        <>
          <FlowChart {...{ view, all, filters, change, onChoose }} />
          <FlowEvents markers={view.markers} />
        </>
      )}
    </ChartFrame>
  );
}

/** What is not in the chart, as far as something is not. */
function notesOf({ cut, workflow, hidden }: FlowView, { stages }: FlowFilters): ReactElement | null {
  const notes = [
    ...(hidden > 0 ? [hiddenWords(hidden)] : []),
    ...(cut ? ['Only three years are drawn; what came before is counted in them.'] : []),
    ...(stages === null ? [] : [stageWords(workflow, stages)]),
  ];
  return notes.length === 0 ? null : (
    <>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  );
}

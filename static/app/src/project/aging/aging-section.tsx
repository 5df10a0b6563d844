import { useMemo, type ReactElement } from 'react';
import { agingSeverities, type AgingGrouping, type AgingView } from '../../../../../src/contracts/aging';
import { dayName } from '../../chart/axes';
import { ChartFrame } from '../../chart/chart-frame';
import type { ChartTable } from '../../chart/table';
import { usePage } from '../../shared/page-context';
import { AgingChart, type Pinned } from './aging-chart';
import { DotKey } from './dot-shape';
import { severityLabels } from './mark-words';

/** More lines than this make no table that anybody reads. */
const mostRows = 2000;
const columnWords = { status: 'status', severity: 'severity', component: 'component', type: 'work type' } as const;
const colors: Readonly<Record<string, string>> = {
  ...{ S1: 'var(--ds-chart-red-bolder, #e2483d)', S2: 'var(--ds-chart-orange-bold, #e06c00)' },
  ...{ S3: 'var(--ds-chart-blue-bold, #4688ec)', S4: 'var(--ds-chart-gray-bold, #8c8f97)' },
  none: 'var(--ds-chart-purple-bolder, #964ac0)',
};

interface Props {
  readonly view: AgingView;
  readonly by: AgingGrouping;
  readonly pinned: Pinned | null;
  readonly onChoose: (items: readonly number[], column: number) => void;
  readonly onColumn: (column: number) => void;
}

/** The chart with its title, its definition, its table and its files. */
export function AgingSection({ view, by, pinned, onChoose, onColumn }: Props): ReactElement {
  const { format } = usePage();
  const table = useMemo(() => tableOf(view), [view]);
  const shown = agingSeverities.filter((severity) => view.dots.severity.includes(severity));
  return (
    <ChartFrame
      id="aging"
      title={`Open defects by ${columnWords[by]} and age`}
      definition={<Definition view={view} by={by} />}
      table={table}
      file={`${view.project.key}-aging-${view.day}`}
      note={<Notes view={view} />}
      legend={shown.map((severity) => ({ label: severityLabels[severity], color: colors[severity] ?? '' }))}
    >
      {view.columns.length === 0 ? (
        <p className="subtle nothing">Nothing to draw: no defect of this choice is open on this day.</p>
      ) : (
        <>
          <p className="aging-legend small">
            {shown.map((severity) => (
              <span key={severity} className="severity">
                <DotKey severity={severity} />
                {severityLabels[severity]}
              </span>
            ))}
            <span>{view.day === view.today ? 'As of now' : `As of the end of ${format.date(view.day)}`}</span>
            <span className="subtle">
              {by === 'status' ? (
                <>
                  Lines: how long all closed ones took ({restsOnWords(view)}). Shaded: how old closed ones were when they left a
                  status.
                </>
              ) : (
                <>Lines: how long closed ones of the {columnWords[by]} took.</>
              )}
            </span>
          </p>
          <AgingChart view={view} by={by} pinned={pinned} onChoose={onChoose} onColumn={onColumn} />
        </>
      )}
    </ChartFrame>
  );
}

function restsOnWords({ all, least }: AgingView): string {
  return all.restsOn < least ? `too few, ${all.restsOn}, to say` : `${all.restsOn.toLocaleString('en')} of them`;
}

function Notes({ view: { hidden, dots } }: { view: AgingView }): ReactElement | null {
  if (hidden === 0 && dots.ids.length <= mostRows) return null;
  return (
    <>
      {hidden > 0 && (
        <p>
          {hidden === 1 ? '1 defect of this project is' : `${hidden.toLocaleString('en')} defects of this project are`} hidden
          from you by Jira. No figure counts {hidden === 1 ? 'it' : 'them'}.
        </p>
      )}
      {dots.ids.length > mostRows && <p>The table and the CSV file hold the {mostRows.toLocaleString('en')} oldest.</p>}
    </>
  );
}

function Definition({ view: { windowDays, least }, by }: { view: AgingView; by: Props['by'] }): ReactElement {
  return (
    <>
      <p>
        Every dot is a defect that was open at the base day (UTC): not in a status of the category done. It is as high as the days
        since it was created; a dot four times as old stands twice as high. A number stands for as many that are about as old.
      </p>
      <p>
        The lines say how long defects took from their creation to their end that were closed in the {windowDays} days up to the
        base day. p85 is the shortest time in which 85 of 100 were closed. With fewer than {least} closed ones there is no line.
      </p>
      {by === 'status' && (
        <p>
          The shades of a column begin where closed ones were older than 50, 85 and 95 of 100 when they left this status for the
          last time: an open one up there has come less far at its age than most.
        </p>
      )}
      {by === 'component' && <p>A defect of several components stands in the column of each.</p>}
      <p>
        Older than 85 of 100 is counted against closed ones of the same severity. Debt exposure adds up the days by which open
        ones are beyond that. Severity and status are those of the base day; work type, components, the release, the assignee and
        the names are those of today.
      </p>
      <p>
        A choice of a work type or a component narrows both: the open ones, and the closed ones that they are measured against. A
        choice of a release narrows the open ones only. Your service level is measured against the same closed ones as the lines.
      </p>
    </>
  );
}

function tableOf({ dots, columns }: AgingView): ChartTable {
  return {
    columns: ['Defect', 'Severity', 'Column', 'Since (UTC)', 'Age in days', 'Days in this status', 'Older than … of 100 closed'],
    rows: dots.keys.slice(0, mostRows).map((key, n) => {
      const severity = dots.severity[n] ?? 'none';
      const column = columns[dots.column[n] ?? 0]?.name ?? '';
      const since = dayName(dots.since[n] ?? 0);
      return [key, severityLabels[severity], column, since, dots.days[n] ?? 0, dots.statusDays[n] ?? 0, dots.rank[n] ?? null];
    }),
  };
}

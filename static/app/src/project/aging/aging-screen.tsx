import { useCallback, useState, type ReactElement } from 'react';
import type { AgingView } from '../../../../../src/contracts/aging';
import { call } from '../../bridge/call';
import { NoDefects } from '../../chart/no-defects';
import { DrillDown } from '../../chart/drill-down';
import { Figures } from '../../chart/figures';
import { IssueLink } from '../../shared/jira-link';
import { usePage } from '../../shared/page-context';
import { StoreNotice } from '../../shared/store-notice';
import { useChosenView } from '../../shared/use-chosen-view';
import { LivePage } from '../live-page';
import type { AgingFilters } from '../route';
import type { Pinned } from './aging-chart';
import { AgingFiltersBar } from './aging-filters';
import { AgingSection } from './aging-section';
import { DefectDetail } from './defect-detail';
import { levelFigure } from './level-words';
import { OldestList } from './oldest-list';
import { SeverityTable } from './severity-table';
import './aging.css';

/** Where open defects stand and how old they are, against how long closed ones took. */
export function AgingScreen({ projectId, filters }: { projectId: string; filters: AgingFilters }): ReactElement {
  const ask = useCallback((chosen: AgingFilters) => call('aging', { projectId, ...chosen }), [projectId]);
  const live = useChosenView(ask, projectId, filters);
  return (
    <LivePage
      title="Aging"
      live={live}
      summary={(view) =>
        view === null ? (
          <p className="subtle">How old open defects are, against how long closed ones took.</p>
        ) : (
          !isEmpty(view) && <Summary view={view} />
        )
      }
      loading={{ what: 'the ages', heights: [32, 64, 440] }}
    >
      {(view) =>
        isEmpty(view) && view.store.kind === 'ready' ? (
          <NoDefects
            hidden={view.hidden}
            header="No defect to look at yet"
            once="Once defects are reported, this page shows how old they are and where they wait; once some are closed, what is old here."
          />
        ) : (
          <>
            <StoreNotice store={view.store} projectId={projectId} />
            <Report view={view} filters={filters} expect={live.expect} />
          </>
        )
      }
    </LivePage>
  );
}

/** Nothing was ever there: neither open ones nor closed ones, whatever is chosen. */
function isEmpty({ open, all, firstDay, today, severities }: AgingView): boolean {
  return open + all.restsOn + severities.length === 0 && firstDay === today;
}

function Summary({ view: { sentence, first } }: { view: AgingView }): ReactElement {
  return (
    <>
      <p className="summary" role="status">
        {sentence}
      </p>
      {first !== null && (
        <p>
          Look at <IssueLink issueKey={first.key} /> first: {first.because}.
        </p>
      )}
    </>
  );
}

/** What was opened from the chart. */
type Opened =
  | { readonly kind: 'defect'; readonly id: string; readonly key: string; readonly pinned: Pinned }
  | {
      readonly kind: 'list';
      /** Null where a whole column was opened. */
      readonly pinned: Pinned | null;
      readonly title: string;
      readonly ids: readonly string[];
      readonly total: number;
      readonly jql: string | null;
    };

const mostListed = 500;
const before = { status: 'In', severity: 'Severity', component: 'Component', type: 'Work type' } as const;

interface ReportProps {
  readonly view: AgingView;
  readonly filters: AgingFilters;
  readonly expect: (others: readonly AgingFilters[]) => void;
}

function Report({ view, filters, expect }: ReportProps): ReactElement {
  const { format } = usePage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { dots, columns } = view;
  const placeOf = (column: number): string => {
    const name = columns[column]?.name ?? '';
    const when = filters.day === null ? '' : ` at the end of ${format.date(view.day)}`;
    return `${before[filters.by]} ${name}${when}`;
  };
  const list = (title: string, items: readonly number[], jql: string | null, pinned: Pinned | null): void =>
    setOpened({
      ...{ kind: 'list', title, jql, pinned, total: items.length },
      ids: items.slice(0, mostListed).map((item) => dots.ids[item] ?? ''),
    });
  const choose = (items: readonly number[], column: number): void => {
    const [only] = items;
    if (only === undefined) return;
    const [id, key] = [dots.ids[only] ?? '', dots.keys[only] ?? ''];
    if (items.length === 1) setOpened({ kind: 'defect', id, key, pinned: { id, column } });
    else list(`About as old, ${placeOf(column)}`, items, null, { id, column });
  };
  const openColumn = (column: number): void => {
    const items = dots.column.flatMap((place, item) => (place === column ? [item] : []));
    list(placeOf(column), items, columns[column]?.jql ?? null, null);
  };
  const close = (): void => setOpened(null);
  return (
    <>
      <AgingFiltersBar view={view} filters={filters} expect={expect} />
      <Figures
        items={[
          { label: 'Open', value: view.open.toLocaleString('en') },
          {
            label: 'Beyond p85',
            value: view.late.toLocaleString('en'),
            detail: 'older than 85 of 100 closed ones of their severity',
          },
          {
            label: 'Debt exposure',
            value: view.exposureDays === 1 ? '1 day' : `${view.exposureDays.toLocaleString('en')} days`,
            detail: 'the days that those are beyond it, added up',
          },
          ...(view.level === null ? [] : [{ label: 'Your service level', ...levelFigure(view.level, view.least) }]),
        ]}
      />
      <AgingSection view={view} by={filters.by} pinned={opened?.pinned ?? null} onChoose={choose} onColumn={openColumn} />
      {opened?.kind === 'list' && (
        <DrillDown
          key={opened.title}
          projectId={view.project.id}
          title={opened.title}
          ids={opened.ids}
          total={opened.total}
          jql={opened.jql}
          onClose={close}
        />
      )}
      {opened?.kind === 'defect' && (
        <DefectDetail
          key={opened.id}
          projectId={view.project.id}
          issueId={opened.id}
          issueKey={opened.key}
          day={filters.day}
          revision={view.revision}
          onClose={close}
        />
      )}
      {view.oldest.length > 0 && <OldestList view={view} />}
      {view.severities.length > 0 && <SeverityTable view={view} />}
    </>
  );
}

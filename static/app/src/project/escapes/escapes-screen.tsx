import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { escapesAfter, type EscapeSelection, type EscapesView } from '../../../../../src/contracts/escapes';
import { call } from '../../bridge/call';
import { NoDefects } from '../../chart/no-defects';
import { StoreNotice } from '../../shared/store-notice';
import { useLiveView } from '../../shared/use-live-view';
import { LivePage } from '../live-page';
import { allEscapes, type EscapeFilters } from '../route';
import { RouteLink } from '../routing';
import { Behind } from './behind';
import { EscapeFiltersBar } from './escape-filters';
import { MatrixChart } from './matrix-chart';
import { RecurrenceChart } from './recurrence-chart';
import { EfficiencyChart, RateChart } from './release-charts';
import { ReleaseCounts } from './release-counts';
import './escapes.css';

/**
 * What was found only after a release, where it came from, and what comes back. How long after the release is counted is chosen out of one
 * answer, without another question.
 */
export function EscapesScreen({ projectId, filters }: { projectId: string; filters: EscapeFilters }): ReactElement {
  const { window, stage, release } = filters;
  const told = useLiveView(
    useCallback(
      () => call('escapes', { projectId, window: allEscapes.window, stage, versionId: release }),
      [projectId, stage, release],
    ),
    projectId,
    JSON.stringify([stage, release]),
  );
  const view = useMemo(() => told.view && escapesAfter(told.view, window), [told.view, window]);
  const live = { ...told, view };
  return (
    <LivePage
      title="Escapes"
      live={live}
      summary={(view) =>
        view === null ? (
          <p className="subtle">What was found only after a release, where it came from, and what comes back.</p>
        ) : (
          !isEmpty(view) && (
            <p className="summary" role="status">
              {view.sentence}
            </p>
          )
        )
      }
      loading={{ what: 'the escapes', heights: [32, 220, 220] }}
    >
      {(view) =>
        isEmpty(view) && view.store.kind === 'ready' ? (
          <NoDefects
            hidden={view.hidden}
            header="No defect to look at yet"
            once="Once defects name the release that they affect, and where they were found, this page shows what got past you, and what comes back."
          />
        ) : (
          <>
            <StoreNotice store={view.store} projectId={projectId} />
            <Report view={view} filters={filters} />
          </>
        )
      }
    </LivePage>
  );
}

function isEmpty({ defects }: EscapesView): boolean {
  return defects === 0;
}

/** What was opened, and beneath which part of the page its defects stand. */
interface Opened {
  readonly under: 'next' | 'rate' | 'efficiency' | 'counts' | 'matrix' | 'recurrence';
  readonly selection: EscapeSelection;
  /** The choice under which it was opened: under another one the figure is gone. */
  readonly chosen: string;
}

function Report({ view, filters }: { view: EscapesView; filters: EscapeFilters }): ReactElement {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { next, releases, matrix, recurrence, project, revision, hidden } = view;
  const boundary = view.stages.slice(0, -1).find(({ key }) => key === filters.stage);
  const past = boundary?.name ?? null;
  const chosen = JSON.stringify(filters);
  const behind = (under: Opened['under']): ReactElement | null =>
    opened?.under === under && opened.chosen === chosen ? (
      <Behind
        key={JSON.stringify(opened.selection)}
        projectId={project.id}
        filters={filters}
        selection={opened.selection}
        revision={revision}
        onClose={() => setOpened(null)}
      />
    ) : null;
  const open = (under: Opened['under'], selection: EscapeSelection): void => setOpened({ under, selection, chosen });
  return (
    <>
      {next !== null && (
        <p>
          <button
            type="button"
            className="link-button escape-next"
            data-action="next"
            onClick={() => open('next', { kind: 'release', versionId: next.versionId, which: 'escaped' })}
          >
            {next.words}
          </button>
          , or <RouteLink to={{ screen: 'analysis', versionId: next.versionId, which: 'own' }}>say why they escaped</RouteLink>
        </p>
      )}
      {behind('next')}
      <EscapeFiltersBar view={view} filters={filters} />
      {releases.length > 0 && (
        <>
          <RateChart
            view={view}
            window={filters.window}
            past={past}
            onChoose={({ id }) => open('rate', { kind: 'release', versionId: id, which: 'escaped' })}
          />
          {behind('rate')}
          {past === null && (
            <EfficiencyChart
              view={view}
              window={filters.window}
              onChoose={({ id }) => open('efficiency', { kind: 'release', versionId: id, which: 'before' })}
            />
          )}
          {behind('efficiency')}
          <ReleaseCounts
            view={view}
            window={filters.window}
            past={past}
            onOpen={(versionId, which) => open('counts', { kind: 'release', versionId, which })}
          />
          {behind('counts')}
        </>
      )}
      <MatrixChart matrix={matrix} onChoose={(row, column) => open('matrix', { kind: 'cell', row, column })} />
      {behind('matrix')}
      <RecurrenceChart recurrence={recurrence} onChoose={(start) => open('recurrence', { kind: 'recurrences', start })} />
      {behind('recurrence')}
      {hidden > 0 && (
        <p className="subtle">
          {hidden === 1 ? 'There is 1 more defect' : `There are ${hidden.toLocaleString('en')} more defects`} that Jira hides from
          you: no figure here counts them.
        </p>
      )}
    </>
  );
}

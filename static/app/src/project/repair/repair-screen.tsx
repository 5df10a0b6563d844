import { useCallback, useState, type ReactElement } from 'react';
import type { RepairPart, RepairView } from '../../../../../src/contracts/repair';
import { call } from '../../bridge/call';
import { NoDefects } from '../../chart/no-defects';
import { IssueLink } from '../../shared/jira-link';
import { StoreNotice } from '../../shared/store-notice';
import { useChosenView } from '../../shared/use-chosen-view';
import { LivePage } from '../live-page';
import type { RepairFilters } from '../route';
import { DoraSection } from './dora-section';
import { MeasureTable } from './measure-table';
import { RepairFiltersBar } from './repair-filters';
import { RepairList } from './repair-list';
import { RepairSection } from './repair-section';
import './repair.css';

/** How long it takes to find, take up and repair what goes wrong, in two environments; and DORA's measures. */
export function RepairScreen({ projectId, filters }: { projectId: string; filters: RepairFilters }): ReactElement {
  const ask = useCallback((chosen: RepairFilters) => call('repair', { projectId, ...chosen }), [projectId]);
  const live = useChosenView(ask, projectId, filters);
  return (
    <LivePage
      title="Detection and repair"
      live={live}
      summary={(view) =>
        view === null ? (
          <p className="subtle">How long it takes to find, take up and repair what goes wrong.</p>
        ) : (
          !isEmpty(view) && <Summary view={view} />
        )
      }
      loading={{ what: 'the times', heights: [32, 320, 160] }}
    >
      {(view) =>
        isEmpty(view) && view.store.kind === 'ready' ? (
          <NoDefects
            hidden={view.hidden}
            header="Nothing to measure yet"
            once="Once defects are reported, this page shows how soon they are found, taken up and repaired in each environment. Once pipelines tell of deployments and incidents, it shows how delivery goes, too."
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

/** Nothing was ever detected, and nothing deployed, whatever is chosen. */
function isEmpty({ ever, dora }: RepairView): boolean {
  return !ever && dora.since === null;
}

function Summary({ view: { sentence, first } }: { view: RepairView }): ReactElement {
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

/** What is listed beneath the figures. */
interface Listed {
  readonly stage: { readonly key: string; readonly name: string } | null;
  readonly part: RepairPart;
}

interface ReportProps {
  readonly view: RepairView;
  readonly filters: RepairFilters;
  readonly expect: (others: readonly RepairFilters[]) => void;
}

function Report({ view, filters, expect }: ReportProps): ReactElement {
  const [listed, setListed] = useState<Listed | null>(null);
  return (
    <>
      <RepairFiltersBar view={view} filters={filters} expect={expect} />
      <div className="repair-both">
        <RepairSection view={view} />
        <MeasureTable groups={view.groups} open={(stage, part) => setListed({ stage, part })} />
      </div>
      {listed !== null && (
        <RepairList
          key={`${listed.stage?.key ?? ''} ${listed.part} ${filters.range}`}
          projectId={view.project.id}
          range={filters.range}
          stage={listed.stage}
          part={listed.part}
          onClose={() => setListed(null)}
        />
      )}
      <Notes view={view} listUnplaced={() => setListed({ stage: null, part: 'all' })} />
      <DoraSection dora={view.dora} />
    </>
  );
}

/** What no figure counts, and why. */
function Notes({ view, listUnplaced }: { view: RepairView; listUnplaced: () => void }): ReactElement | null {
  const { unplaced, contradicted, hidden, hiddenIncidents } = view;
  if (unplaced + contradicted + hidden + hiddenIncidents === 0) return null;
  return (
    <div className="subtle" data-section="repair-notes">
      {unplaced > 0 && (
        <p>
          Of {unplaced.toLocaleString('en')} in this time nobody said where {unplaced === 1 ? 'it was' : 'they were'} detected, so
          they are in no environment.{' '}
          <button type="button" className="link-button" onClick={listUnplaced}>
            List them
          </button>
        </p>
      )}
      {contradicted > 0 && (
        <p>
          {contradicted === 1 ? 'One seems' : `${contradicted.toLocaleString('en')} seem`} to have come after{' '}
          {contradicted === 1 ? 'it was' : 'they were'} found, so the introduction counts as unknown.
        </p>
      )}
      {hidden > 0 && (
        <p>
          {hidden === 1 ? '1 defect of this project is' : `${hidden.toLocaleString('en')} defects of this project are`} hidden
          from you by Jira. No figure counts {hidden === 1 ? 'it' : 'them'}.
        </p>
      )}
      {hiddenIncidents > 0 && (
        <p>
          {hiddenIncidents === 1 ? '1 incident stands' : `${hiddenIncidents.toLocaleString('en')} incidents stand`} for issues
          that you may not see, and {hiddenIncidents === 1 ? 'is' : 'are'} not counted.
        </p>
      )}
    </div>
  );
}

import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useEffect, useMemo, type ReactElement } from 'react';
import type { DecisionsView } from '../../../../../src/contracts/decisions';
import { nameWindow } from '../../bridge/jira-pages';
import { Loading } from '../../shared/loading';
import { RelativeTime } from '../../shared/moment';
import { usePage } from '../../shared/page-context';
import { ProblemNotice } from '../../shared/problem-notice';
import { allDecisions, type DecisionFilters } from '../route';
import { RouteLink, useRouting } from '../routing';
import { startOfDay } from './days';
import { DecisionFiltersBar } from './decision-filters';
import { DecisionList } from './decision-list';
import { LedgerTools } from './ledger-tools';
import { OverrideReport } from './override-report';
import { Readers } from './readers';
import { TurnedDecisions } from './turned-decisions';
import { useDecisions, type Decisions, type LedgerRequest } from './use-decisions';
import './decisions.css';
import './then-and-now.css';

/** What was decided, when, by whom and on what grounds: the ledger, for people. */
export function DecisionsScreen({ projectId, filters }: { projectId: string; filters: DecisionFilters }): ReactElement {
  const { amend } = useRouting();
  const request = useRequest(projectId, filters);
  const decisions = useDecisions(request);
  useEffect(() => nameWindow('Decisions - Holdpoint'), []);
  const change = (changed: Partial<DecisionFilters>): void => amend({ screen: 'decisions', filters: { ...filters, ...changed } });
  return (
    <div className="stack">
      <header className="stack stack-tight">
        <h1>Decisions</h1>
        {decisions.view !== null && decisions.problem === null && <Summary view={decisions.view} filters={filters} />}
      </header>
      {decisions.view !== null && decisions.problem === null && (
        <LedgerTools key={filters.ledger} request={request} view={decisions.view} />
      )}
      {decisions.view !== null && decisions.problem === null && filters.ledger === 'project' && (
        <OverrideReport projectId={projectId} />
      )}
      {decisions.view?.mayOpenSite === true && decisions.problem === null && filters.ledger === 'project' && (
        <Readers projectId={projectId} />
      )}
      {(decisions.view === null || decisions.view.head.seq > 0 || filters.ledger === 'site') && (
        <DecisionFiltersBar filters={filters} view={decisions.view} change={change} />
      )}
      {filters.hindsight === 'turned' && filters.ledger === 'project' ? (
        <TurnedDecisions projectId={projectId} />
      ) : (
        <Body decisions={decisions} filters={filters} change={change} />
      )}
    </div>
  );
}

/** Keeps its identity while the same is asked for. */
function useRequest(projectId: string, { ledger, version, issue, kind, from, to, entry }: DecisionFilters): LedgerRequest {
  const { timezone } = usePage().context;
  return useMemo(
    () => ({
      ...{ projectId, ledger, versionId: version, issueKey: issue, kind },
      from: from === null ? null : startOfDay(from, timezone),
      to: to === null ? null : startOfDay(to, timezone, 1),
      entry: entry === null ? null : Number(entry),
    }),
    [projectId, ledger, version, issue, kind, from, to, entry, timezone],
  );
}

function isFiltered(filters: DecisionFilters): boolean {
  return JSON.stringify({ ...filters, ledger: allDecisions.ledger }) !== JSON.stringify(allDecisions);
}

function Summary({ view, filters }: { view: DecisionsView; filters: DecisionFilters }): ReactElement {
  const count = view.head.seq;
  const [newest] = view.decisions;
  const all = count === 1 ? 'One decision' : `${count.toLocaleString('en')} decisions`;
  const where = filters.ledger === 'site' ? ' about every project' : '';
  if (count === 0) return <p className="summary">Nothing was decided{where} yet.</p>;
  if (isFiltered(filters) || newest === undefined)
    return (
      <p className="summary">
        {newest === undefined ? `${all}${where} in all.` : `${all}${where} in all; a part of them is shown.`}
      </p>
    );
  return (
    <p className="summary">
      {all}
      {where}; the newest is from <RelativeTime at={newest.at} />: {newest.title.toLowerCase()}
      {newest.version === null ? '' : `, ${newest.version.name}`}
      {newest.stage === null ? '' : `, ${newest.stage}`}.
    </p>
  );
}

interface BodyProps {
  readonly decisions: Decisions;
  readonly filters: DecisionFilters;
  readonly change: (changed: Partial<DecisionFilters>) => void;
}

function Body({ decisions: { view, problem, busy, reload, more }, filters, change }: BodyProps): ReactElement {
  if (problem !== null) {
    return (
      <ProblemNotice problem={problem} retry={() => void reload()}>
        {filters.ledger === 'site' && <Button onClick={() => change(allDecisions)}>Decisions of this project</Button>}
      </ProblemNotice>
    );
  }
  if (view === null) return <Loading what="the decisions" heights={[64, 64, 64, 64]} />;
  if (view.decisions.length === 0)
    return isFiltered(filters) ? <NothingFound filters={filters} /> : <NothingYet site={filters.ledger === 'site'} />;
  return (
    <div className="stack" aria-busy={busy}>
      <DecisionList decisions={view.decisions} projectId={view.project.id} single={filters.entry !== null} />
      {view.next === null ? (
        <p className="subtle">{view.decisions.length > 20 ? 'That is all.' : ''}</p>
      ) : (
        <div className="actions">
          <Button isLoading={busy} onClick={() => void more()}>
            Load more
          </Button>
        </div>
      )}
    </div>
  );
}

function NothingFound({ filters: { issue } }: { filters: DecisionFilters }): ReactElement {
  return (
    <p className="subtle nothing" role="status">
      {issue === null ? 'No decision fits these filters.' : `No decision is known about ${issue}, or you may not see that issue.`}
    </p>
  );
}

function NothingYet({ site }: { site: boolean }): ReactElement {
  return (
    <EmptyState
      header="No decision yet"
      headingLevel={2}
      description={
        site ? (
          <p>Whoever saves the settings leaves an entry here, with what was changed.</p>
        ) : (
          <>
            <p>Whenever the verdict of a release changes, Holdpoint writes down what was decided and on what grounds.</p>
            <p>
              <RouteLink to={{ screen: 'releases' }}>Releases</RouteLink>
            </p>
          </>
        )
      }
    />
  );
}

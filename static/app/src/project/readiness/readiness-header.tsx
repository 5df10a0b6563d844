import type { ReactElement } from 'react';
import type { ReadinessView } from '../../../../../src/contracts/readiness';
import { CopyButton } from '../../shared/copy-button';
import { DataAge } from '../../shared/data-age';
import { IssueLink } from '../../shared/jira-link';
import { ProgressByCategory } from '../../shared/progress-by-category';
import { ReadJiraButton } from '../../shared/read-jira-button';
import { ReleaseDates } from '../release-dates';
import { allDecisions, type ReadinessFilters } from '../route';
import { RouteLink, useRouting } from '../routing';

interface Props {
  readonly view: ReadinessView;
  readonly filters: ReadinessFilters;
  readonly silentSince: string | null;
  readonly reload: () => Promise<void>;
}

export function ReadinessHeader({ view, filters, silentSince, reload }: Props): ReactElement {
  const { address } = useRouting();
  const link = address({ screen: 'readiness', versionId: view.version.id, filters });
  return (
    <header className="stack stack-tight">
      <nav aria-label="Where you are">
        <RouteLink to={{ screen: 'releases' }}>All releases</RouteLink>
      </nav>
      <div className="page-head">
        <div className="release-title">
          <h1>{view.version.name}</h1>
          {view.version.released ? (
            <ReleasedNote view={view} />
          ) : (
            <ReleaseDates date={view.version.releaseDate} daysLeft={view.daysLeft} />
          )}
          {link !== null && <CopyButton text={link} what="the link to this page" />}
        </div>
        <div className="page-head-side">
          <DataAge store={view.store} silentSince={silentSince} />
          {view.store.kind === 'ready' && <ReadJiraButton projectId={view.project.id} then={reload} />}
        </div>
      </div>
      <div className="release-facts">
        {view.store.kind === 'ready' && <ProgressByCategory counts={view.progress} />}
        <Tickets tickets={view.tickets} />
        <RouteLink to={{ screen: 'decisions', filters: { ...allDecisions, version: view.version.id } }}>
          Decisions about this release
        </RouteLink>
        {!view.version.released && <RouteLink to={{ screen: 'scope', versionId: view.version.id }}>Scope: what fits</RouteLink>}
      </div>
    </header>
  );
}

function ReleasedNote({ view }: { view: ReadinessView }): ReactElement {
  return (
    <span className="release-date">
      {view.version.releaseDate === null ? null : <ReleaseDates date={view.version.releaseDate} daysLeft={null} />}
      <strong>Released: its gates are no longer renewed</strong>
    </span>
  );
}

function Tickets({ tickets }: Pick<ReadinessView, 'tickets'>): ReactElement {
  if (tickets.length === 0) return <p className="subtle">No release ticket names this version.</p>;
  return (
    <p className="tickets">
      <span className="subtle">Release ticket{tickets.length === 1 ? '' : 's'}</span>
      {tickets.map(({ key, status }) => (
        <span key={key}>
          <IssueLink issueKey={key} /> {status}
        </span>
      ))}
    </p>
  );
}

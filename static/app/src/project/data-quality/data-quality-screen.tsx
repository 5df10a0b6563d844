import Button from '@atlaskit/button/new';
import CheckIcon from '@atlaskit/icon/core/status-success';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { useEffect, type ReactElement } from 'react';
import type { DataQualityView, QualityCheck } from '../../../../../src/contracts/data-quality';
import { nameWindow } from '../../bridge/jira-pages';
import { Loading } from '../../shared/loading';
import { RelativeTime } from '../../shared/moment';
import { ProblemNotice } from '../../shared/problem-notice';
import { StoreNotice } from '../../shared/store-notice';
import { QualityCard } from './quality-card';
import { SuggestedDuplicates } from './suggested-duplicates';
import { useDataQuality } from './use-data-quality';
import './data-quality.css';

/** What in Jira's own data makes figures doubtful, and what to do about it. */
export function DataQualityScreen({ projectId }: { projectId: string }): ReactElement {
  const { view, problem, busy, reload } = useDataQuality(projectId);
  useEffect(() => nameWindow('Data quality - Holdpoint'), []);
  return (
    <div className="stack">
      <header className="page-head">
        <div className="stack stack-tight">
          <h1>Data quality</h1>
          {view === null ? (
            <p className="subtle">What in Jira&apos;s own data makes figures doubtful.</p>
          ) : (
            problem === null && (
              <p className="summary" role="status">
                {view.sentence}
              </p>
            )
          )}
        </div>
        {view !== null && (
          <div className="page-head-side">
            <span className="subtle">
              Looked at <RelativeTime at={view.now} />
            </span>
            <Button iconBefore={RefreshIcon} isLoading={busy} onClick={() => void reload()}>
              Look again
            </Button>
          </div>
        )}
      </header>
      {problem !== null ? (
        <ProblemNotice problem={problem} retry={() => void reload()} />
      ) : view === null ? (
        <Loading what="what the checks found" heights={[120, 120, 120]} />
      ) : (
        <Report view={view} />
      )}
    </div>
  );
}

function Report({ view }: { view: DataQualityView }): ReactElement {
  const found = view.checks.filter(({ count, hidden }) => count + hidden > 0);
  const clean = view.checks.filter(({ count, hidden }) => count + hidden === 0);
  return (
    <>
      <StoreNotice store={view.store} projectId={view.project.id} />
      {found.length > 0 && (
        <div className="quality-cards">
          {found.map((check) => (
            <QualityCard key={check.id} check={check} />
          ))}
        </div>
      )}
      {clean.length > 0 && view.checked > 0 && <CleanChecks checks={clean} />}
      <SuggestedDuplicates duplicates={view.duplicates} />
    </>
  );
}

function CleanChecks({ checks }: { checks: readonly QualityCheck[] }): ReactElement {
  return (
    <section aria-labelledby="clean-heading">
      <h2 id="clean-heading">Nothing found</h2>
      <ul className="quality-clean">
        {checks.map(({ id, title, definition }) => (
          <li key={id} data-check={id}>
            <CheckIcon label="" color="var(--ds-icon-success)" />
            <details>
              <summary>{title}</summary>
              <p className="subtle">{definition}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

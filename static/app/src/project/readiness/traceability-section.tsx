import Button from '@atlaskit/button/new';
import RefreshIcon from '@atlaskit/icon/core/refresh';
import { useCallback, type ReactElement } from 'react';
import { call } from '../../bridge/call';
import { Loading } from '../../shared/loading';
import { RelativeTime } from '../../shared/moment';
import { NothingTold } from '../deployments/nothing-told';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';
import { TraceRow } from './trace-row';
import './traceability.css';

/** What commits, deployments and defects of the release say of each other. It is looked at once, and again when asked to. */
export function TraceabilitySection({ projectId, versionId }: { projectId: string; versionId: string }): ReactElement {
  const { view, problem, busy, reload } = useFollowed(
    useCallback(() => call('traceability', { projectId, versionId }), [projectId, versionId]),
    '',
  );
  return (
    <section className="told-section" aria-labelledby="traceability-heading" data-section="traceability">
      <div className="section-head trace-section-head">
        <h2 id="traceability-heading">Commits and traceability</h2>
        {view !== null && view.told && (
          <span className="inline">
            <span className="subtle small">
              Looked at <RelativeTime at={view.now} />
            </span>
            <Button appearance="subtle" spacing="compact" iconBefore={RefreshIcon} isLoading={busy} onClick={() => void reload()}>
              Look again
            </Button>
          </span>
        )}
      </div>
      {view === null ? (
        problem === null ? (
          <Loading what="what can be traced" heights={[96]} />
        ) : (
          <NoAnswer problem={problem} retry={() => void reload()} />
        )
      ) : view.told ? (
        <>
          <p role="status">{view.sentence}</p>
          <ul className="trace-list">
            {view.numbers.map((number) => (
              <li key={number.id}>
                <TraceRow number={number} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <NothingTold what="commits or deployments" />
      )}
    </section>
  );
}

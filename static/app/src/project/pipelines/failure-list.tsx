import type { ReactElement } from 'react';
import type { FailureView } from '../../../../../src/contracts/pipelines';
import { CopyButton } from '../../shared/copy-button';
import { IssueLink } from '../../shared/jira-link';
import { RelativeTime } from '../../shared/moment';
import { ToldTime } from '../../shared/told-time';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { fateWords, seenWords } from './pipeline-words';

const columns: readonly Column<FailureView>[] = [
  { name: 'Failure', head: true, cell: (failure) => <Failure failure={failure} /> },
  { name: 'Outcome', cell: (failure) => <Fate failure={failure} /> },
  { name: 'Seen', cell: ({ seen }) => <Seen seen={seen} /> },
];

function Failure({ failure: { title, fingerprint } }: { failure: FailureView }): ReactElement {
  return (
    <div className="cell-lines">
      <span className="failure-title">{title === '' ? 'A failure without a message' : title}</span>
      <span className="inline small subtle">
        <span>
          Fingerprint <code>{fingerprint.slice(0, 20)}…</code>
        </span>
        <CopyButton text={fingerprint} what="the fingerprint" />
      </span>
    </div>
  );
}

function Fate({ failure }: { failure: FailureView }): ReactElement {
  const { issueKey, state, because, closingProposedAt } = failure;
  return (
    <div className="cell-lines" data-failure-state={state}>
      <strong>{issueKey === null ? fateWords(failure) : <IssueFate issueKey={issueKey} />}</strong>
      {closingProposedAt !== null && (
        <span>
          Closing it was proposed <RelativeTime at={closingProposedAt} />.
        </span>
      )}
      <span className="small subtle">{because}</span>
    </div>
  );
}

function IssueFate({ issueKey }: { issueKey: string }): ReactElement {
  return (
    <>
      Defect <IssueLink issueKey={issueKey} />
    </>
  );
}

function Seen({ seen }: Pick<FailureView, 'seen'>): ReactElement {
  if (seen === null) return <span className="subtle">Longer ago than is kept</span>;
  return (
    <div className="cell-lines">
      <span>{seenWords(seen)}</span>
      <span className="small subtle">
        {seen.first === seen.last ? (
          <ToldTime at={seen.last} />
        ) : (
          <>
            First <ToldTime at={seen.first} />, last <ToldTime at={seen.last} />
          </>
        )}
      </span>
    </div>
  );
}

/** What failed, and what became of it; by the last change. */
export function FailureList({ failures }: { failures: readonly FailureView[] }): ReactElement {
  return (
    <ShowMore rows={failures} first={10} what="failures">
      {(shown) => (
        <RowList
          caption="Failures and what became of them"
          columns={columns}
          rows={shown}
          keyOf={({ fingerprint }) => fingerprint}
        />
      )}
    </ShowMore>
  );
}

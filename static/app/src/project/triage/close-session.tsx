import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { TriageSession } from '../../../../../src/contracts/triage-board';
import { IssueLink } from '../../shared/jira-link';
import { ShowMore } from '../show-more';
import '../row-list.css';

interface Props {
  readonly session: TriageSession;
  /** Closes it. @returns why that was not possible; null where it was */
  readonly close: () => Promise<string | null>;
  readonly onCancel: () => void;
}

/** What closing the session will write, before anything is written. */
export function CloseSession({ session, close, onCancel }: Props): ReactElement {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector('button')?.focus(), []);
  const decided = session.items.filter(({ state, row }) => state === 'decided' && row.decision !== null);
  const run = async (): Promise<void> => {
    setBusy(true);
    setProblem(await close());
    setBusy(false);
  };
  return (
    <section className="close-session" aria-labelledby="close-heading" data-section="close">
      <h2 id="close-heading">Close the session</h2>
      <p>
        {commentWords(decided.length)} {leftWords(session.left)}
      </p>
      <div ref={frame} className="actions">
        <Button appearance="primary" isLoading={busy} onClick={() => void run()}>
          Close the session
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Go on deciding
        </Button>
      </div>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <Minutes session={session} />
    </section>
  );
}

function commentWords(count: number): string {
  if (count === 0) return 'Nothing was decided, so no comment is written.';
  return count === 1
    ? 'One comment is written, on the issue that was decided.'
    : `${count} comments are written, one on each issue that was decided.`;
}

function leftWords(left: number): string {
  if (left === 0) return '';
  return left === 1
    ? 'One defect without a decision stays in the queue.'
    : `${left} defects without a decision stay in the queue.`;
}

/** What the comments say: the decision, its note, the middle of the ratings. */
export function Minutes({ session: { items, title } }: { session: TriageSession }): ReactElement | null {
  const lines = items.flatMap(({ state, row, revealed }) =>
    state === 'decided' && row.decision !== null ? [{ row, decision: row.decision, revealed }] : [],
  );
  if (lines.length === 0) return null;
  return (
    <ShowMore rows={lines} first={10} what="comments">
      {(shown) => (
        <ul className="minutes" aria-label="Minutes">
          {shown.map(({ row, decision, revealed }) => (
            <li key={row.defectId}>
              <IssueLink issueKey={row.key} />
              <div className="cell-lines">
                <span>
                  Triage, {title}: <strong>{decision.sentence}</strong>
                </span>
                {decision.note !== '' && decision.kind !== 'need-information' && <span>{decision.note}</span>}
                {revealed !== null && revealed.ratings.length > 0 && (
                  <span className="subtle small">
                    Deployment risk {revealed.risk} of 5, business impact {revealed.impact} of 5
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </ShowMore>
  );
}

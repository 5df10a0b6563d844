import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { TriageSession } from '../../../../../src/contracts/triage-session';
import { Minutes } from './minutes';
import { minutesOf, toComment } from './minutes-lines';

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
  const comments = minutesOf(session).filter(toComment);
  const run = async (): Promise<void> => {
    setBusy(true);
    setProblem(await close());
    setBusy(false);
  };
  return (
    <section className="close-session" aria-labelledby="close-heading" data-section="close">
      <h2 id="close-heading">Close the session</h2>
      <p>
        {commentWords(comments.length)} {leftWords(session.left)}
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
  if (count === 0) return 'Nothing was decided or rated, so no comment is written.';
  return count === 1
    ? 'One comment is written, on the issue that was decided or rated.'
    : `${count} comments are written, one on each issue that was decided or rated.`;
}

function leftWords(left: number): string {
  if (left === 0) return '';
  return left === 1
    ? 'One defect without a decision stays in the queue.'
    : `${left} defects without a decision stay in the queue.`;
}

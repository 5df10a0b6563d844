import type { ReactElement } from 'react';
import type { TriageSession } from '../../../../../src/contracts/triage-board';
import { RelativeTime } from '../../shared/moment';
import { useServerNow } from '../../shared/server-clock';
import { Minutes } from './close-session';
import { progressWords } from './triage-words';

/** A session that is over: what was decided in it. */
export function ClosedSession({ session }: { session: TriageSession }): ReactElement {
  const now = useServerNow();
  return (
    <section className="stack stack-tight" data-section="closed">
      <h1>{session.title}</h1>
      <p className="summary">
        Closed{' '}
        {session.closedAt !== null && (
          <>
            <RelativeTime at={session.closedAt} />
            {': '}
          </>
        )}
        {progressWords(session, now)}.
      </p>
      <p className="subtle">
        {session.decided === 0
          ? 'Nothing was decided.'
          : 'Each decision is written on its issue as a comment within a few minutes, and stands in Decisions.'}{' '}
        {session.left > 0 && 'What is left stays in the queue.'}
      </p>
      <Minutes session={session} />
    </section>
  );
}

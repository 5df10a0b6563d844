import type { ReactElement } from 'react';
import type { TriageSession } from '../../../../../src/contracts/triage-session';
import { RelativeTime } from '../../shared/moment';
import { useServerNow } from '../../shared/server-clock';
import { Minutes } from './minutes';
import { minutesOf, toComment } from './minutes-lines';
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
        {minutesOf(session).some(toComment)
          ? 'Each decision, and the ratings of what was left open, are written on their issue as a comment within a few minutes, and stand in Decisions.'
          : 'Nothing was decided or rated.'}{' '}
        {session.left > 0 && 'What is left stays in the queue.'}
      </p>
      <Minutes session={session} />
    </section>
  );
}

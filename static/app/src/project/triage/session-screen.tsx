import { useEffect, type ReactElement } from 'react';
import { nameWindow } from '../../bridge/jira-pages';
import { Loading } from '../../shared/loading';
import { ProblemNotice } from '../../shared/problem-notice';
import { RouteLink } from '../routing';
import { Board } from './board';
import { ClosedSession } from './closed-session';
import { useDecisions } from './use-decisions';
import { useSession } from './use-session';
import { useTurns } from './use-turns';
import './triage.css';

/** A triage session: everybody looks at the same defect, rates it without seeing the others, and decides. */
export function SessionScreen({ projectId, sessionId }: { projectId: string; sessionId: string }): ReactElement {
  const live = useSession(sessionId);
  const { session, problem, take } = live;
  const inTurn = useTurns();
  const decisions = useDecisions({ sessionId, inTurn, onAnswer: (after) => (after === null ? undefined : take(after)) });
  const title = session?.title ?? 'Triage';
  useEffect(() => nameWindow(`${title} - Holdpoint`), [title]);
  return (
    <div className="stack triage">
      <p className="small">
        <RouteLink to={{ screen: 'triage', sessionId: null }}>Queue of this project</RouteLink>
      </p>
      {problem !== null ? (
        <ProblemNotice problem={problem} retry={live.reload} />
      ) : session === null ? (
        <Loading what="the session" heights={[48, 240, 160]} />
      ) : session.state === 'closed' ? (
        <ClosedSession session={session} />
      ) : (
        <Board live={live} session={session} projectId={projectId} decisions={decisions} inTurn={inTurn} />
      )}
    </div>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { SessionActView, TriageSession } from '../../../../../src/contracts/triage-session';
import { call, type Problem } from '../../bridge/call';
import type { Answer } from '../../../../../src/contracts/screen';
import { setServerNow } from '../../shared/server-clock';
import { isOlder } from './ahead';

const pollMs = 1500;
const slowestMs = 30_000;

export interface LiveSession {
  readonly session: TriageSession | null;
  readonly problem: Problem | null;
  /** Since when nothing answers, by the viewer's clock; null while all is well. */
  readonly silentSince: string | null;
  /** Takes a session that came with another answer; an older one than what is shown is left. */
  readonly take: (session: TriageSession) => void;
  /** Takes the answer of an act. @returns why it was not done; null where it was */
  readonly taken: (answer: Answer<SessionActView>) => string | null;
  readonly reload: () => void;
}

/** Follows a session while its page is seen. Asking also says that the viewer is there. */
export function useSession(sessionId: string): LiveSession {
  const [session, setSession] = useState<TriageSession | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [silentSince, setSilentSince] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const shown = useRef<TriageSession | null>(null);

  const take = useCallback((next: TriageSession) => {
    if (shown.current !== null && isOlder(next, shown.current)) return;
    shown.current = next;
    setServerNow(next.now);
    setSession(next);
    setProblem(null);
    setSilentSince(null);
  }, []);
  const taken = useCallback(
    (answer: Answer<SessionActView>) => {
      if (answer.kind !== 'ok') return answer.message;
      take(answer.view.session);
      return answer.view.refused;
    },
    [take],
  );

  useEffect(() => {
    let left = false;
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(timer);
      if (!left) timer = setTimeout(() => void turn(), Math.min(slowestMs, pollMs * 2 ** failures));
    };
    const turn = async (): Promise<void> => {
      if (document.hidden && shown.current !== null) return later();
      const answer = await call('sessionView', { sessionId, known: shown.current?.revision ?? null });
      if (left) return;
      failures = answer.kind === 'ok' ? 0 : failures + 1;
      if (answer.kind === 'ok') {
        if (answer.view.kind === 'session') take(answer.view);
        setSilentSince(null);
      } else if (answer.kind === 'refused' || shown.current === null) setProblem(answer);
      else setSilentSince((since) => since ?? new Date().toISOString());
      if (shown.current?.state !== 'closed') later();
    };
    const seen = (): void => {
      if (document.hidden || shown.current?.state === 'closed') return;
      failures = 0;
      clearTimeout(timer);
      void turn();
    };
    void turn();
    document.addEventListener('visibilitychange', seen);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [sessionId, round, take]);

  const reload = useCallback(() => {
    setProblem(null);
    setRound((before) => before + 1);
  }, []);
  return { session, problem, silentSince, take, taken, reload };
}

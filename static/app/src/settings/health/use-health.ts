import { useCallback, useEffect, useRef, useState } from 'react';
import type { HealthView } from '../../../../../src/contracts/health';
import { call, type Problem } from '../../bridge/call';
import { setServerNow } from '../../shared/server-clock';
import { pollDelay } from './health-poll';

export interface Health {
  readonly view: HealthView | null;
  readonly problem: Problem | null;
  /** Since when nothing answers while an older view stays on the screen; null while all is well. */
  readonly silentSince: string | null;
  /** Settles when the answer is on the screen. */
  readonly reload: () => Promise<void>;
}

/** Reads the health view, and reads it again while the page can be seen. An older view stays until a newer one is there. */
export function useHealth(): Health {
  const [view, setView] = useState<HealthView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [silentSince, setSilentSince] = useState<string | null>(null);
  const newestRead = useRef(0);
  const shown = useRef<HealthView | null>(null);

  const reload = useCallback(async () => {
    const mine = ++newestRead.current;
    const answer = await call('health', {});
    if (mine !== newestRead.current) return;
    if (answer.kind === 'failed' && shown.current !== null) {
      setSilentSince((since) => since ?? new Date().toISOString());
      return;
    }
    setSilentSince(null);
    shown.current = answer.kind === 'ok' ? answer.view : null;
    if (answer.kind === 'ok') setServerNow(answer.view.now);
    setView(shown.current);
    setProblem(answer.kind === 'ok' ? null : answer);
  }, []);

  useEffect(() => void reload(), [reload]);
  useEffect(() => {
    const look = (): void => (document.hidden ? undefined : void reload());
    const timer = setInterval(look, pollDelay(view));
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [view, reload]);

  return { view, problem, silentSince, reload };
}

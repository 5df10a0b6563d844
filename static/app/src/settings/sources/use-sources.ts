import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Problem } from '../../bridge/call';
import { setServerNow } from '../../shared/server-clock';
import type { SourcesView } from './source-words';

const lookAgainMs = 20_000;

export interface Sources {
  readonly view: SourcesView | null;
  /** Why there is no view. */
  readonly problem: Problem | null;
  /** Settles when the answer is on the screen. */
  readonly reload: () => Promise<void>;
}

/** Reads who may send deliveries. An older view stays until a newer one is there. */
export function useSources(): Sources {
  const [view, setView] = useState<SourcesView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const newestRead = useRef(0);
  const reload = useCallback(async () => {
    const mine = ++newestRead.current;
    const answer = await call('sources', {});
    if (mine !== newestRead.current) return;
    setProblem(answer.kind === 'ok' ? null : answer);
    if (answer.kind !== 'ok') return;
    setServerNow(answer.view.now);
    setView(answer.view);
  }, []);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void reload();
  }, [reload]);
  return { view, problem, reload };
}

/** Looks again while the page can be seen, so that a pipeline's first delivery shows by itself. */
export function useLookAgain(reload: () => Promise<void>): void {
  useEffect(() => {
    const look = (): void => (document.hidden ? undefined : void reload());
    const timer = setInterval(look, lookAgainMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload]);
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Problem } from '../bridge/call';
import type { Answer, StoreState } from '../../../../src/contracts/screen';
import { setServerNow } from './server-clock';
import { watchRevision } from './watch-revision';

/** What a live screen shows: the newest view, and what stands in the way of a newer one. */
export interface Live<View> {
  readonly view: View | null;
  readonly problem: Problem | null;
  /** Since when nothing answers while an older view stays on the screen, by the viewer's clock; null while all is well. */
  readonly silentSince: string | null;
  /** Settles when the answer is on the screen. */
  readonly reload: () => Promise<void>;
}

interface LiveView {
  readonly now: string;
  /** Views without one do not change by themselves. */
  readonly revision?: string;
  readonly store?: StoreState;
}

/**
 * Reads a screen's view, and reads it again whenever the project's revision changes. An older view stays until a newer one is there.
 * @param read the call of the screen; a screen that turns to something else is another one (give it a `key`)
 * @param projectId whose revision is watched
 */
export function useLiveView<View extends LiveView>(read: () => Promise<Answer<View>>, projectId: string): Live<View> {
  const [view, setView] = useState<View | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [silentSince, setSilentSince] = useState<string | null>(null);
  const newestRead = useRef(0);
  const reading = useRef(false);
  const shown = useRef<View | null>(null);

  const reload = useCallback(async () => {
    const mine = ++newestRead.current;
    reading.current = true;
    const answer = await read();
    if (mine !== newestRead.current) return;
    reading.current = false;
    if (answer.kind === 'failed' && shown.current !== null) {
      setSilentSince((since) => since ?? new Date().toISOString());
      return;
    }
    setSilentSince(null);
    shown.current = answer.kind === 'ok' ? answer.view : null;
    if (answer.kind === 'ok') setServerNow(answer.view.now);
    setView(shown.current);
    setProblem(answer.kind === 'ok' ? null : answer);
  }, [read]);

  useEffect(() => {
    void reload();
    const watch = watchRevision({
      ask: async () => {
        const answer = await call('revision', { projectId });
        return answer.kind === 'ok' ? answer.view.revision : null;
      },
      onAnswer: (revision) => {
        const current = shown.current;
        if (reading.current) return;
        if (revision === null) return setSilentSince((since) => since ?? (current === null ? null : new Date().toISOString()));
        if (current === null || current.store?.kind === 'reading') return void reload();
        if (current.revision !== undefined && current.revision !== revision) return void reload();
        setSilentSince(null);
      },
      isHidden: () => document.hidden,
    });
    const seen = (): void => (document.hidden ? undefined : watch.askNow());
    document.addEventListener('visibilitychange', seen);
    return () => {
      newestRead.current += 1;
      watch.stop();
      document.removeEventListener('visibilitychange', seen);
    };
  }, [reload, projectId]);

  return { view, problem, silentSince, reload };
}

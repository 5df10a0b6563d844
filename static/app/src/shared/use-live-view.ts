import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Problem } from '../bridge/call';
import type { Answer, StoreState } from '../../../../src/contracts/screen';
import { answerFor, keepAnswer, noAnswers, type KeptAnswers } from './kept-answers';
import { setServerNow } from './server-clock';
import { watchRevision } from './watch-revision';

/** What a live screen shows: the newest view, and what stands in the way of a newer one. */
export interface Live<View> {
  readonly view: View | null;
  readonly problem: Problem | null;
  /** Since when nothing answers while an older view stays on the screen, by the viewer's clock; null while all is well. */
  readonly silentSince: string | null;
  /** Whether something else was chosen than what the view shows, and its answer is under way. */
  readonly waiting: boolean;
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
 * @param choice what of the call the viewer chose, as a text: going back to it asks nothing while the revision is the same. Null where each
 *   other call is asked anew
 */
export function useLiveView<View extends LiveView>(
  read: () => Promise<Answer<View>>,
  projectId: string,
  choice: string | null = null,
): Live<View> {
  const [answers, setAnswers] = useState<KeptAnswers<View>>(noAnswers);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [silentSince, setSilentSince] = useState<string | null>(null);
  const newestRead = useRef(0);
  const reading = useRef(false);
  const kept = useRef<KeptAnswers<View>>(noAnswers);
  const name = choice ?? '';
  const keep = useCallback((next: KeptAnswers<View>) => {
    kept.current = next;
    setAnswers(next);
  }, []);

  const reload = useCallback(async () => {
    const mine = ++newestRead.current;
    reading.current = true;
    const answer = await read();
    if (mine !== newestRead.current) return;
    reading.current = false;
    if (answer.kind === 'failed' && answerFor(kept.current, name).view !== null) {
      setSilentSince((since) => since ?? new Date().toISOString());
      return;
    }
    setSilentSince(null);
    if (answer.kind === 'ok') setServerNow(answer.view.now);
    keep(answer.kind === 'ok' ? keepAnswer(kept.current, name, answer.view) : noAnswers);
    setProblem(answer.kind === 'ok' ? null : answer);
  }, [read, name, keep]);

  useEffect(() => {
    const isThere = choice !== null && kept.current.views.has(choice);
    if (isThere) {
      reading.current = false;
      keep({ ...kept.current, latest: choice });
    } else void reload();
    const watch = watchRevision({
      ask: async () => {
        const answer = await call('revision', { projectId });
        return answer.kind === 'ok' ? answer.view.revision : null;
      },
      onAnswer: (revision) => {
        const { view: current, waiting } = answerFor(kept.current, name);
        if (reading.current) return;
        if (revision === null) return setSilentSince((since) => since ?? (current === null ? null : new Date().toISOString()));
        if (current === null || waiting || current.store?.kind === 'reading') return void reload();
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
  }, [reload, projectId, choice, name, keep]);

  return { ...answerFor(answers, name), problem, silentSince, reload };
}

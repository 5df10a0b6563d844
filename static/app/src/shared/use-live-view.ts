import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { call, type Problem } from '../bridge/call';
import type { Answer, StoreState } from '../../../../src/contracts/screen';
import { holdAnswers } from './held-answers';
import { answerFor, keepAnswer, keepBeside, noAnswers } from './kept-answers';
import { makeReadAhead, whenIdle, type Likely } from './read-ahead';
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

/** The same, and what may be chosen next can be asked for ahead, the likeliest first; with none, nothing is any more. */
export interface LiveAhead<View> extends Live<View> {
  readonly readAhead: (likely: readonly Likely<View>[]) => void;
}

export interface LiveView {
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
): LiveAhead<View> {
  const [held] = useState(() => holdAnswers<View>());
  const [ahead] = useState(() =>
    makeReadAhead<View>({
      isKept: (other) => held.get().answers.views.has(other),
      keep: (other, view) => held.change({ answers: keepBeside(held.get().answers, other, view) }),
      idle: whenIdle,
    }),
  );
  const newestRead = useRef(0);
  const reading = useRef(false);
  const name = choice ?? '';

  const load = useCallback(
    async (underWay?: Promise<Answer<View>>) => {
      const asked = underWay ?? read();
      const mine = ++newestRead.current;
      reading.current = true;
      ahead.after(asked);
      const answer = await asked;
      if (mine !== newestRead.current) return;
      reading.current = false;
      const { answers, silentSince } = held.get();
      if (answer.kind === 'failed' && answerFor(answers, name).view !== null)
        return held.change({ silentSince: silentSince ?? new Date().toISOString() });
      if (answer.kind !== 'ok') return held.change({ answers: noAnswers, problem: answer, silentSince: null });
      setServerNow(answer.view.now);
      held.change({ answers: keepAnswer(answers, name, answer.view), problem: null, silentSince: null });
    },
    [read, name, held, ahead],
  );
  const reload = useCallback(() => load(), [load]);

  useEffect(() => {
    const { answers } = held.get();
    const isThere = choice !== null && answers.views.has(choice);
    if (isThere) {
      reading.current = false;
      held.change({ answers: { ...answers, latest: choice } });
    } else void load(ahead.underWay(name));
    const watch = watchRevision({
      ask: async () => {
        const answer = await call('revision', { projectId });
        return answer.kind === 'ok' ? answer.view.revision : null;
      },
      onAnswer: (revision) => {
        const { answers: known, silentSince: since } = held.get();
        const { view: current, waiting } = answerFor(known, name);
        if (reading.current) return;
        if (revision === null) return held.change({ silentSince: since ?? (current === null ? null : new Date().toISOString()) });
        if (current === null || waiting || current.store?.kind === 'reading') return void load();
        if (current.revision !== undefined && current.revision !== revision) return void load();
        held.change({ silentSince: null });
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
  }, [load, projectId, choice, name, held, ahead]);
  useEffect(() => () => ahead.expect([]), [ahead]);

  const view = useSyncExternalStore(held.subscribe, () => answerFor(held.get().answers, name).view);
  const waiting = useSyncExternalStore(held.subscribe, () => answerFor(held.get().answers, name).waiting);
  const problem = useSyncExternalStore(held.subscribe, () => held.get().problem);
  const silentSince = useSyncExternalStore(held.subscribe, () => held.get().silentSince);
  return { view, waiting, problem, silentSince, reload, readAhead: ahead.expect };
}

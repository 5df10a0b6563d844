import type { Problem } from '../bridge/call';
import { noAnswers, type KeptAnswers } from './kept-answers';

/** What a screen holds: its answers, and what stands in the way of any, or of a newer one. */
export interface Held<View> {
  readonly answers: KeptAnswers<View>;
  readonly problem: Problem | null;
  /** Since when nothing answers while an older view stays on the screen, by the viewer's clock; null while all is well. */
  readonly silentSince: string | null;
}

/** What a screen holds, beside what it draws: an answer that it does not show yet draws nothing anew. */
export interface HeldAnswers<View> {
  readonly get: () => Held<View>;
  readonly change: (changed: Partial<Held<View>>) => void;
  /** @returns the way to hear no more of changes */
  readonly subscribe: (listener: () => void) => () => void;
}

export function holdAnswers<View>(): HeldAnswers<View> {
  let held: Held<View> = { answers: noAnswers, problem: null, silentSince: null };
  const listeners = new Set<() => void>();
  return {
    get: () => held,
    change: (changed) => {
      held = { ...held, ...changed };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

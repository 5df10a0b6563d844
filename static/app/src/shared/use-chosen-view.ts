import { useCallback } from 'react';
import type { Answer } from '../../../../src/contracts/screen';
import { useLiveView, type Live, type LiveView } from './use-live-view';

/** What a screen shows of what was chosen on it. */
export interface Chosen<View, Filters> extends Live<View> {
  /** To be told what may be chosen next, the likeliest first, so that its answer is there by then; none: nothing is about to be chosen. */
  readonly expect: (others: readonly Filters[]) => void;
}

/**
 * A live view of what somebody chose on the screen: going back to an earlier choice asks nothing while nothing has changed, and what they
 * are about to choose is asked for ahead.
 * @param ask the call of the screen
 * @param filters all that can be chosen on it
 */
export function useChosenView<View extends LiveView, Filters>(
  ask: (filters: Filters) => Promise<Answer<View>>,
  projectId: string,
  filters: Filters,
): Chosen<View, Filters> {
  const read = useCallback(() => ask(filters), [ask, filters]);
  const { readAhead, ...live } = useLiveView(read, projectId, JSON.stringify(filters));
  const expect = useCallback(
    (others: readonly Filters[]) => readAhead(others.map((other) => ({ choice: JSON.stringify(other), read: () => ask(other) }))),
    [readAhead, ask],
  );
  return { ...live, expect };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { BridgePayload } from '../../../../../src/contracts/bridge';
import type { DecisionsView } from '../../../../../src/contracts/decisions';
import { call, type Problem } from '../../bridge/call';
import { setServerNow } from '../../shared/server-clock';

export type LedgerRequest = Omit<BridgePayload<'decisions'>, 'before'>;

export interface Decisions {
  /** All that was loaded so far; null before the first answer. */
  readonly view: DecisionsView | null;
  readonly problem: Problem | null;
  /** Another answer is on its way; an older view stays meanwhile. */
  readonly busy: boolean;
  readonly reload: () => Promise<void>;
  /** Adds the next page. */
  readonly more: () => Promise<void>;
}

interface Loaded {
  readonly request: LedgerRequest;
  readonly view: DecisionsView | null;
  readonly problem: Problem | null;
}

/** Reads decisions page by page. @param request must keep its identity until something else is asked for */
export function useDecisions(request: LedgerRequest): Decisions {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [asking, setAsking] = useState(false);
  const newest = useRef(0);

  const read = useCallback(
    async (before: DecisionsView | null): Promise<Loaded | null> => {
      const mine = ++newest.current;
      const answer = await call('decisions', { ...request, before: before?.next ?? null });
      if (mine !== newest.current) return null;
      if (answer.kind !== 'ok') return { request, view: before, problem: answer };
      setServerNow(answer.view.now);
      const decisions = [...(before?.decisions ?? []), ...answer.view.decisions];
      return { request, view: { ...answer.view, decisions }, problem: null };
    },
    [request],
  );
  useEffect(() => {
    void read(null).then((answered) => (answered === null ? undefined : setLoaded(answered)));
    return () => void (newest.current += 1);
  }, [read]);
  const ask = async (before: DecisionsView | null): Promise<void> => {
    setAsking(true);
    const answered = await read(before);
    if (answered !== null) setLoaded(answered);
    setAsking(false);
  };
  const view = loaded?.view ?? null;
  return {
    view,
    problem: loaded?.problem ?? null,
    busy: asking || loaded?.request !== request,
    reload: () => ask(null),
    more: () => ask(view),
  };
}

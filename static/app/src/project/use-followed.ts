import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../../src/contracts/screen';
import type { Problem } from '../bridge/call';

/** A part of a screen that is read on its own. */
export interface Followed<View> {
  readonly view: View | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly reload: () => Promise<void>;
}

/**
 * Reads a part of a screen, and again when the revision of the screen changes; meanwhile what is there stays.
 * @param revision of the screen around it; one that never changes reads once
 */
export function useFollowed<View>(read: () => Promise<Answer<View>>, revision: string): Followed<View> {
  const [answer, setAnswer] = useState<Answer<View> | null>(null);
  const [busy, setBusy] = useState(false);
  const newest = useRef(0);
  const ask = useCallback(async () => {
    const mine = ++newest.current;
    const answered = await read();
    if (mine === newest.current) setAnswer((before) => (answered.kind === 'failed' && before?.kind === 'ok' ? before : answered));
  }, [read]);
  useEffect(() => {
    void ask();
    return () => void (newest.current += 1);
  }, [ask, revision]);
  const reload = async (): Promise<void> => {
    setBusy(true);
    await ask();
    setBusy(false);
  };
  return {
    view: answer?.kind === 'ok' ? answer.view : null,
    problem: answer === null || answer.kind === 'ok' ? null : answer,
    busy,
    reload,
  };
}

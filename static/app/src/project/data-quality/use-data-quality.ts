import { useCallback, useEffect, useRef, useState } from 'react';
import type { DataQualityView } from '../../../../../src/contracts/data-quality';
import type { Answer } from '../../../../../src/contracts/screen';
import { call, type Problem } from '../../bridge/call';
import { setServerNow } from '../../shared/server-clock';

/** Looks at the data once, and again when asked to: every defect is gone through for it. */
export function useDataQuality(projectId: string): {
  readonly view: DataQualityView | null;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly reload: () => Promise<void>;
} {
  const [answer, setAnswer] = useState<Answer<DataQualityView> | null>(null);
  const [asking, setAsking] = useState(false);
  const newest = useRef(0);
  const read = useCallback(async (): Promise<Answer<DataQualityView> | null> => {
    const mine = ++newest.current;
    const answered = await call('dataQuality', { projectId });
    if (mine !== newest.current) return null;
    if (answered.kind === 'ok') setServerNow(answered.view.now);
    return answered;
  }, [projectId]);
  useEffect(() => {
    void read().then((answered) => (answered === null ? undefined : setAnswer(answered)));
    return () => void (newest.current += 1);
  }, [read]);
  const reload = async (): Promise<void> => {
    setAsking(true);
    const answered = await read();
    if (answered !== null) setAnswer(answered);
    setAsking(false);
  };
  return {
    view: answer?.kind === 'ok' ? answer.view : null,
    problem: answer === null || answer.kind === 'ok' ? null : answer,
    busy: asking,
    reload,
  };
}

import { useCallback, useEffect, useState } from 'react';
import { call, type Problem } from '../../bridge/call';

export interface Status {
  readonly id: string;
  readonly name: string;
}

interface Found {
  readonly statuses: readonly Status[] | null;
  readonly problem: Problem | null;
}

/** Statuses of the site; null while they are read. */
export function useStatuses(): Found & { readonly reload: () => void } {
  const [found, setFound] = useState<Found>({ statuses: null, problem: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    void call('statusChoices', {}).then((answer) => {
      if (!current) return;
      setFound(answer.kind === 'ok' ? { statuses: answer.view.statuses, problem: null } : { statuses: [], problem: answer });
    });
    return () => {
      current = false;
    };
  }, [round]);
  return { ...found, reload: useCallback(() => setRound((n) => n + 1), []) };
}

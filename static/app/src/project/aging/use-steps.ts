import { useCallback, useMemo } from 'react';
import type { AgingStepsView } from '../../../../../src/contracts/aging';
import type { Answer } from '../../../../../src/contracts/screen';
import { call } from '../../bridge/call';
import { useFollowed } from '../use-followed';

export type StepRow = AgingStepsView['rows'][number];

/** Who owns these defects now and what to do next, by id; null until it has been read, or where it cannot be. */
export function useSteps(projectId: string, ids: readonly string[], revision: string): ReadonlyMap<string, StepRow> | null {
  const asked = ids.join(' ');
  const read = useCallback(async (): Promise<Answer<AgingStepsView>> => {
    if (asked === '') return { kind: 'ok', view: { now: '', rows: [] } };
    return call('agingSteps', { projectId, ids: asked.split(' ') });
  }, [projectId, asked]);
  const { view } = useFollowed(read, revision);
  return useMemo(() => (view === null ? null : new Map(view.rows.map((row) => [row.id, row]))), [view]);
}

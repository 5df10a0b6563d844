import { useCallback, useEffect, useState } from 'react';
import type { WorkflowSetupView } from '../../../../../src/contracts/workflow-setup';
import { call, type Problem } from '../../bridge/call';
import { setServerNow } from '../../shared/server-clock';

export interface WorkflowSetup {
  readonly view: WorkflowSetupView | null;
  readonly problem: Problem | null;
  /** Settles when the answer is on the screen. */
  readonly reload: () => Promise<void>;
}

/** Reads the workflows of a project; null for the first one. What was shown before goes, because it is of another project. */
export function useWorkflowSetup(projectId: string | null): WorkflowSetup {
  const [answered, setAnswered] = useState<{
    readonly of: string | null;
    readonly view: WorkflowSetupView | null;
    readonly problem: Problem | null;
  } | null>(null);
  const reload = useCallback(async () => {
    const answer = await call('workflowSetup', { projectId });
    if (answer.kind === 'ok') setServerNow(answer.view.now);
    setAnswered(
      answer.kind === 'ok' ? { of: projectId, view: answer.view, problem: null } : { of: projectId, view: null, problem: answer },
    );
  }, [projectId]);
  useEffect(() => {
    void Promise.resolve().then(reload);
  }, [reload]);
  const mine = answered?.of === projectId ? answered : null;
  return { view: mine?.view ?? null, problem: mine?.problem ?? null, reload };
}

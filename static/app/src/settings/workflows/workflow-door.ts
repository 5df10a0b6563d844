import { createContext } from 'react';

/** Opens the section Workflows at a project, from wherever on the page it is told that something is not guarded. */
export const WorkflowDoor = createContext<(projectId: string) => void>(() => undefined);

/** Id of the section in the page. */
export const workflowsId = 'workflows';

/** The section may be closed and far away. */
export function openWorkflows(): void {
  const fold = document.querySelector<HTMLDetailsElement>(`#${workflowsId} > details`);
  if (fold === null) return;
  fold.open = true;
  const summary = fold.querySelector('summary');
  summary?.focus({ preventScroll: true });
  summary?.scrollIntoView({ block: 'start' });
}

import type { Transition, Workflow } from '../model';

/** The transition that creates an issue; a workflow may have none, then its first status is the beginning. */
export function initialTransition(workflow: Workflow): Transition | undefined {
  return workflow.transitions.find((transition) => transition.from !== '*' && transition.from.length === 0);
}

/** Transitions that leave a status, global ones included. */
export function transitionsFrom(workflow: Workflow, statusId: string): Transition[] {
  return workflow.transitions.filter(({ from, to }) => (from === '*' ? to !== statusId : from.includes(statusId)));
}

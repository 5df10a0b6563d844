import { z } from 'zod';
import { sha256 } from '../../kernel/hash';
import { transitionRulesSchema } from '../../platform/jira';
import { workflowActs, workflowStates } from '../workflow';
import type { WorkflowChange } from '../workflow';
import { controlStore } from './control-store';
import type { Stored } from './control-store';

const named = z.object({ id: z.string(), name: z.string() });
const bodySchema = z.object({
  id: z.string(),
  projectId: z.string(),
  workflow: named,
  state: z.enum(workflowStates),
  transitions: z.array(
    z.object({
      line: z.object({ transition: named, to: z.string(), now: z.string(), then: z.string() }),
      before: transitionRulesSchema,
      after: transitionRulesSchema,
    }),
  ),
  events: z.array(z.object({ act: z.enum(workflowActs), at: z.string(), who: z.string().nullable() })),
});
export type StoredWorkflowChange = Stored<WorkflowChange>;

export const workflowChangeStore = controlStore<WorkflowChange>('workflow', bodySchema, () => ({}));

/** Ids of workflows may be of any length and letters. */
const place = (workflowId: string) => sha256(workflowId).slice(0, 32);

/** Of two who begin a change of a workflow at once, one finds the id taken. @param n counts the changes of the workflow, from 1 */
export function changeId(workflowId: string, n: number): string {
  return `${place(workflowId)}-${n}`;
}

/** All changes of a workflow, in the order in which they were begun. */
export function changesOfWorkflow(workflowId: string): Promise<StoredWorkflowChange[]> {
  return workflowChangeStore.where('id LIKE ?', [`${place(workflowId)}-%`]);
}

/** Null where there is none of this id. */
export async function workflowChange(id: string): Promise<StoredWorkflowChange | null> {
  return (await workflowChangeStore.where('id = ?', [id]))[0] ?? null;
}

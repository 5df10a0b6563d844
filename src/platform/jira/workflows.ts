import { route } from '@forge/api';
import { z } from 'zod';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

/** A rule of an app on a transition. */
export interface AppRule {
  /** Key of the module: the end of the rule's ARI. */
  readonly module: string;
  /** What the rule's page saved, parsed; null where it is no JSON. */
  readonly config: unknown;
}

/** A transition of a workflow and the rules of apps that hold whatever else is on it. */
export interface WorkflowTransition {
  readonly workflow: { readonly id: string; readonly name: string };
  readonly id: string;
  readonly name: string;
  /** Name of the status that it leads to. */
  readonly to: string;
  readonly rules: readonly AppRule[];
}

const ruleSchema = z.object({ parameters: z.record(z.string(), z.string().nullish()).nullish() });
type Rule = z.infer<typeof ruleSchema>;
interface Group {
  readonly operation: 'ALL' | 'ANY';
  readonly conditions?: readonly Rule[] | null | undefined;
  readonly conditionGroups?: readonly Group[] | null | undefined;
}
const groupSchema: z.ZodType<Group> = z.lazy(() =>
  z.object({
    operation: z.enum(['ALL', 'ANY']),
    conditions: z.array(ruleSchema).nullish(),
    conditionGroups: z.array(groupSchema).nullish(),
  }),
);
const answerSchema = z.object({
  statuses: z.array(z.object({ statusReference: z.string(), name: z.string() })).default([]),
  workflows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      transitions: z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            toStatusReference: z.string().nullish(),
            conditions: groupSchema.nullish(),
            validators: z.array(ruleSchema).nullish(),
          }),
        )
        .default([]),
    }),
  ),
});

/**
 * Transitions of the workflows that work types of a project follow, with the rules of apps on them: POST /rest/api/3/workflows. One
 * point, and one a workflow.
 */
export async function readTransitions(
  projectId: string,
  issueTypeIds: readonly string[],
): Promise<JiraOutcome<WorkflowTransition[]>> {
  const projectAndIssueTypes = issueTypeIds.map((issueTypeId) => ({ projectId, issueTypeId }));
  const call = { as: 'app', method: 'POST', path: route`/rest/api/3/workflows`, body: { projectAndIssueTypes } } as const;
  const answer = await askJira(call, answerSchema);
  if (answer.kind !== 'ok') return answer;
  const names = new Map(answer.value.statuses.map((status) => [status.statusReference, status.name]));
  return ok(
    answer.value.workflows.flatMap(({ id: workflowId, name: workflowName, transitions }) =>
      transitions.map(({ id, name, toStatusReference, conditions, validators }) => ({
        ...{ workflow: { id: workflowId, name: workflowName }, id, name, to: names.get(toStatusReference ?? '') ?? '' },
        rules: [...binding(conditions), ...(validators ?? [])].flatMap(appRule),
      })),
    ),
  );
}

/** Conditions that must be met in any case; one of several of which any suffices binds nobody. */
function binding(group: Group | null | undefined): Rule[] {
  if (!group) return [];
  const [conditions, groups] = [group.conditions ?? [], group.conditionGroups ?? []];
  if (group.operation === 'ANY' && conditions.length + groups.length > 1) return [];
  return [...conditions, ...groups.flatMap(binding)];
}

function appRule({ parameters }: Rule): AppRule[] {
  const key = parameters?.['key'];
  if (key == null || parameters?.['disabled'] === 'true') return [];
  return [{ module: key.slice(key.lastIndexOf('/') + 1), config: parsed(parameters?.['config'] ?? '') }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

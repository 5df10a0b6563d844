import { z } from 'zod';
import { defaultSwitches } from '../switches';
import type { ChromeParts } from './parts';
import type { ViewerJira } from './viewer-jira';

/** What the workflow pages read of `WorkflowReadResponse` (OpenAPI); the rest goes back to Jira untouched. */
const ruleSchema = z.looseObject({
  id: z.string(),
  ruleKey: z.string(),
  parameters: z.looseObject({ key: z.string(), config: z.string() }),
});
const transitionSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
  toStatusReference: z.string(),
  links: z.array(z.looseObject({ fromStatusReference: z.string() })),
  conditions: z.looseObject({ operation: z.string(), conditions: z.array(ruleSchema) }).optional(),
  validators: z.array(ruleSchema),
});
const workflowSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  statuses: z.array(z.looseObject({ statusReference: z.string() })),
  transitions: z.array(transitionSchema),
  version: z.unknown(),
});
const answerSchema = z.object({
  statuses: z.array(z.looseObject({ statusReference: z.string(), name: z.string() })),
  workflows: z.array(workflowSchema),
});

export type WorkflowsAnswer = z.infer<typeof answerSchema>;
export type WorkflowAnswer = z.infer<typeof workflowSchema>;
export type TransitionAnswer = z.infer<typeof transitionSchema>;
export type RuleAnswer = z.infer<typeof ruleSchema>;

export interface FoundRule {
  readonly workflow: WorkflowAnswer;
  readonly transition: TransitionAnswer;
  readonly rule: RuleAnswer;
  readonly kind: 'condition' | 'validator';
}

/** The workflows as they stand now; rejects with JiraRefusal for who is no Jira administrator. */
export async function readWorkflows(jira: ViewerJira, { seed }: ChromeParts, id?: string): Promise<WorkflowsAnswer> {
  const workflowIds = id === undefined ? seed.workflows.map((workflow) => workflow.id) : [id];
  return answerSchema.parse(await jira.write('POST', '/rest/api/3/workflows', { workflowIds }));
}

/** Publishes a workflow with other rules; gives it as it stands then. */
export async function publishTransitions(
  jira: ViewerJira,
  workflow: WorkflowAnswer,
  transitions: readonly unknown[],
): Promise<WorkflowsAnswer> {
  const { id, version, statuses } = workflow;
  const body = { statuses: [], workflows: [{ id, version, statuses, transitions }] };
  return answerSchema.parse(await jira.write('POST', '/rest/api/3/workflows/update', body));
}

export function rulesOf(workflow: WorkflowAnswer): readonly FoundRule[] {
  return workflow.transitions.flatMap((transition) => [
    ...(transition.conditions?.conditions ?? []).map((rule) => ({ workflow, transition, rule, kind: 'condition' as const })),
    ...transition.validators.map((rule) => ({ workflow, transition, rule, kind: 'validator' as const })),
  ]);
}

export async function findRule(jira: ViewerJira, parts: ChromeParts, ruleId: string): Promise<FoundRule | null> {
  const { workflows } = await readWorkflows(jira, parts);
  return workflows.flatMap(rulesOf).find(({ rule }) => rule.id === ruleId) ?? null;
}

/** The module that a rule is of: the last part of its ARI. */
export const moduleKeyOf = ({ parameters }: RuleAnswer): string => parameters.key.slice(parameters.key.lastIndexOf('/') + 1);

export const conditionConfigKey = (parts: ChromeParts): string => (parts.switches?.() ?? defaultSwitches).conditionConfigName;

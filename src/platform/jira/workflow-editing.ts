import { getAppContext, route } from '@forge/api';
import { z } from 'zod';
import type { ConditionGroup, TransitionRules } from '../../kernel/workflow-rules';
import { ok } from './outcome';
import { askJira } from './request';
import type { JiraOutcome } from './outcome';

const ruleSchema = z.looseObject({
  id: z.string().nullish(),
  ruleKey: z.string(),
  parameters: z.record(z.string(), z.string().nullable()).nullish(),
});
const conditionGroupSchema: z.ZodType<ConditionGroup> = z.lazy(() =>
  z.object({
    operation: z.enum(['ALL', 'ANY']),
    conditions: z.array(ruleSchema).nullish(),
    conditionGroups: z.array(conditionGroupSchema).nullish(),
  }),
);
/** What stands between an issue and a transition, as it comes from Jira or from where it was kept. */
export const transitionRulesSchema = z.object({
  conditions: conditionGroupSchema.nullable(),
  validators: z.array(ruleSchema),
});

/** What nobody here looks into goes back to Jira as it came. */
const workflowSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  isEditable: z.boolean().default(true),
  taskId: z.string().nullish(),
  version: z.object({ id: z.string(), versionNumber: z.number() }),
  statuses: z.array(z.looseObject({ statusReference: z.string() })),
  transitions: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
      toStatusReference: z.string().nullish(),
      links: z.array(z.looseObject({ fromStatusReference: z.string().nullish() })).nullish(),
      conditions: conditionGroupSchema.nullish(),
      validators: z.array(ruleSchema).nullish(),
    }),
  ),
});
const statusSchema = z.looseObject({
  statusReference: z.string(),
  id: z.string().nullish(),
  name: z.string(),
  statusCategory: z.string(),
});
const answerSchema = z.object({
  statuses: z.array(statusSchema).default([]),
  workflows: z.array(workflowSchema).default([]),
  taskId: z.string().nullish(),
});
type Answer = z.infer<typeof answerSchema>;
type Bean = Answer['workflows'][number];

/** A workflow as Jira has it, and all that Jira wants back with a change of it. */
export interface EditableWorkflow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly isEditable: boolean;
  readonly isBusy: boolean;
  readonly transitions: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
    /** Names of the statuses that it starts from; none for one that starts from every status. */
    readonly from: readonly string[];
    /** And their ids. */
    readonly fromIds: readonly string[];
    readonly to: { readonly reference: string; readonly id: string; readonly name: string; readonly isDone: boolean };
    readonly rules: TransitionRules;
  }[];
  readonly source: { readonly bean: Bean; readonly statuses: Answer['statuses'] };
}

type Asker = 'viewer' | 'app';
type Wanted =
  | { readonly workflowIds: readonly string[] }
  | { readonly projectAndIssueTypes: readonly { readonly projectId: string; readonly issueTypeId: string }[] };

/** Workflows by their ids or by who follows them: POST /rest/api/3/workflows. One point, and one a workflow. */
export async function readWorkflows(as: Asker, wanted: Wanted): Promise<JiraOutcome<EditableWorkflow[]>> {
  const answer = await askJira({ as, method: 'POST', path: route`/rest/api/3/workflows`, body: wanted }, answerSchema);
  return answer.kind === 'ok' ? ok(workflowsOf(answer.value)) : answer;
}

function workflowsOf({ workflows, statuses }: Answer): EditableWorkflow[] {
  const known = new Map(statuses.map((status) => [status.statusReference, status]));
  const nameOf = (reference: string | null | undefined) => known.get(reference ?? '')?.name ?? '';
  const idOf = (reference: string | null | undefined) => known.get(reference ?? '')?.id ?? reference ?? '';
  return workflows.map((bean) => ({
    ...{ id: bean.id, name: bean.name, version: bean.version.versionNumber },
    ...{ isEditable: bean.isEditable, isBusy: bean.taskId != null },
    transitions: bean.transitions.map(({ id, name, type, links, toStatusReference, conditions, validators }) => ({
      ...{ id, name, type, from: (links ?? []).map((link) => nameOf(link.fromStatusReference)).filter((from) => from !== '') },
      fromIds: (links ?? []).map((link) => idOf(link.fromStatusReference)).filter((from) => from !== ''),
      to: {
        ...{ reference: toStatusReference ?? '', id: idOf(toStatusReference), name: nameOf(toStatusReference) },
        isDone: known.get(toStatusReference ?? '')?.statusCategory === 'DONE',
      },
      rules: { conditions: conditions ?? null, validators: validators ?? [] },
    })),
    source: { bean, statuses },
  }));
}

/** Other rules by the ids of their transitions; the others stay as they are. */
type NewRules = ReadonlyMap<string, TransitionRules>;

/** The whole workflow, as Jira wants it for an update of any part of it (`WorkflowUpdateRequest`). */
function updateOf({ source: { bean, statuses } }: EditableWorkflow, rules: NewRules): Record<string, unknown> {
  const { id, version, description, startPointLayout, loopedTransitionContainerLayout } = bean;
  const workflow = {
    ...given({ id, version, description, startPointLayout, loopedTransitionContainerLayout }),
    statuses: bean.statuses.map(({ statusReference, layout, properties, approvalConfiguration }) =>
      given({ statusReference, layout, properties: properties ?? {}, approvalConfiguration }),
    ),
    transitions: bean.transitions.map((transition) => ({ ...given(transition), ...rules.get(transition.id) })),
  };
  const used = new Set(bean.statuses.map(({ statusReference }) => statusReference));
  const named = statuses.filter(({ statusReference }) => used.has(statusReference));
  return {
    statuses: named.map(({ id: statusId, name, description: words, statusCategory, statusReference }) =>
      given({ id: statusId, name, description: words, statusCategory, statusReference }),
    ),
    workflows: [workflow],
  };
}

/** Without what is not set. */
function given(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value != null));
}

const validationSchema = z.object({
  errors: z
    .array(z.object({ level: z.enum(['WARNING', 'ERROR']).default('ERROR'), message: z.string().default('') }))
    .default([]),
});

/** What Jira would say to other rules, without taking them: POST /rest/api/3/workflows/update/validation, one point. */
export async function validateWorkflow(
  workflow: EditableWorkflow,
  rules: NewRules,
): Promise<JiraOutcome<z.infer<typeof validationSchema>['errors']>> {
  const body = { payload: updateOf(workflow, rules), validationOptions: { levels: ['ERROR', 'WARNING'] } };
  const path = route`/rest/api/3/workflows/update/validation`;
  const answer = await askJira({ as: 'viewer', method: 'POST', path, body }, validationSchema);
  return answer.kind === 'ok' ? ok(answer.value.errors) : answer;
}

/**
 * Puts other rules on transitions of a workflow and publishes it, as the person at the screen; Jira refuses where it was published since
 * it was read: POST /rest/api/3/workflows/update, one point.
 * @returns the workflow as it is then; null where Jira does not show it, or is still carrying it out
 */
export async function updateWorkflow(workflow: EditableWorkflow, rules: NewRules): Promise<JiraOutcome<EditableWorkflow | null>> {
  const body = updateOf(workflow, rules);
  const answer = await askJira({ as: 'viewer', method: 'POST', path: route`/rest/api/3/workflows/update`, body }, answerSchema);
  if (answer.kind !== 'ok') return answer;
  const then = workflowsOf(answer.value).find(({ id }) => id === workflow.id) ?? null;
  return ok(answer.value.taskId != null || then?.isBusy === true ? null : then);
}

/** A rule of an app as Jira offers it for a workflow. */
interface OfferedModule {
  readonly module: string;
  readonly ruleKey: string;
  readonly ari: string;
}

const capabilitiesSchema = z.object({
  forgeRules: z.array(z.object({ id: z.string(), ruleKey: z.string() })).default([]),
});

/**
 * The rules of Holdpoint that may be put on a workflow, with the keys that Jira knows them by (docs/platform.md A.10):
 * GET /rest/api/3/workflows/capabilities, one point.
 */
export async function offeredRules(workflowId: string): Promise<JiraOutcome<OfferedModule[]>> {
  const path = route`/rest/api/3/workflows/capabilities?workflowId=${workflowId}`;
  const answer = await askJira({ as: 'viewer', method: 'GET', path }, capabilitiesSchema);
  if (answer.kind !== 'ok') return answer;
  const { appAri, environmentAri } = getAppContext();
  const own = answer.value.forgeRules.filter(({ id }) => id.includes(appAri.appId));
  // Where the app is installed from two environments, its own comes first.
  const here = own.filter(({ id }) => id.includes(environmentAri.environmentId));
  const rules = here.length > 0 ? here : own;
  return ok(rules.map(({ id, ruleKey }) => ({ module: id.slice(id.lastIndexOf('/') + 1), ruleKey, ari: id })));
}

const usagesSchema = z.object({
  projects: z.object({ values: z.array(z.object({ id: z.string() })).default([]), nextPageToken: z.string().nullish() }),
});
const mostPages = 10;

/** Ids of the projects that use a workflow: GET /rest/api/3/workflow/{id}/projectUsages, one point for each 200 of at most 2,000. */
export async function projectsUsing(workflowId: string): Promise<JiraOutcome<string[]>> {
  const ids: string[] = [];
  let token = '';
  for (let page = 0; page < mostPages; page += 1) {
    const path =
      token === ''
        ? route`/rest/api/3/workflow/${workflowId}/projectUsages?maxResults=200`
        : route`/rest/api/3/workflow/${workflowId}/projectUsages?maxResults=200&nextPageToken=${token}`;
    const answer = await askJira({ as: 'viewer', method: 'GET', path }, usagesSchema);
    if (answer.kind !== 'ok') return answer;
    ids.push(...answer.value.projects.values.map(({ id }) => id));
    token = answer.value.projects.nextPageToken ?? '';
    if (token === '') break;
  }
  return ok(ids);
}

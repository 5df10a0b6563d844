import { formOf, redirect, textAnswer } from '../exchange';
import type { Answer } from '../exchange';
import type { PageContext } from '../page-context';
import { isAdmin } from '../permissions';
import { publishTransitions, readWorkflows, rulesOf } from '../workflow-rules';
import type { TransitionAnswer, WorkflowAnswer } from '../workflow-rules';
import { needsAdmin, notFound } from './refusal-page';

function without(transition: TransitionAnswer, ruleId: string): unknown {
  const { conditions: tree, validators } = transition;
  return {
    ...transition,
    ...(tree === undefined ? {} : { conditions: { ...tree, conditions: tree.conditions.filter(({ id }) => id !== ruleId) } }),
    validators: validators.filter(({ id }) => id !== ruleId),
  };
}

/** With a rule that its page has yet to configure. */
function withRule({ parts }: PageContext, transition: TransitionAnswer, moduleKey: string): unknown {
  const { conditions: tree, validators } = transition;
  const app = parts.forge.appId.slice(parts.forge.appId.lastIndexOf('/') + 1);
  const key = `ari:cloud:ecosystem::extension/${app}/${parts.forge.environmentId}/static/${moduleKey}`;
  const parameters = { key, config: '{}', disabled: 'false' };
  const isCondition = parts.forge.uiModules.some(({ key: own, type }) => own === moduleKey && type === 'jira:workflowCondition');
  if (!isCondition) return { ...transition, validators: [...validators, { ruleKey: 'forge:expression-validator', parameters }] };
  const conditions = [...(tree?.conditions ?? []), { ruleKey: 'forge:expression-condition', parameters }];
  return { ...transition, conditions: { operation: 'ALL', conditionGroups: [], ...tree, conditions } };
}

async function remove({ jira }: PageContext, workflow: WorkflowAnswer, form: URLSearchParams): Promise<string> {
  const transitions = workflow.transitions.map((transition) => without(transition, form.get('rule') ?? ''));
  await publishTransitions(jira, workflow, transitions);
  return '';
}

/** Leads on to the new rule's configuration page, as Jira's editor does. */
async function add(context: PageContext, workflow: WorkflowAnswer, form: URLSearchParams): Promise<string> {
  const transitions = workflow.transitions.map((transition) =>
    transition.id === form.get('transition') ? withRule(context, transition, form.get('module') ?? '') : transition,
  );
  const { workflows } = await publishTransitions(context.jira, workflow, transitions);
  const before = rulesOf(workflow).map(({ rule }) => rule.id);
  const made = workflows.flatMap(rulesOf).find(({ rule }) => !before.includes(rule.id));
  return made === undefined ? '' : `/rules/${encodeURIComponent(made.rule.id)}`;
}

const actions = { remove, add } as const;
const isAction = (name: string): name is keyof typeof actions => Object.hasOwn(actions, name);

/** POST `/settings/workflows/<id>`: removes a rule of the app from a transition, or adds one. */
export async function changeWorkflow(context: PageContext, id: string): Promise<Answer> {
  if (!(await isAdmin(context.jira))) return needsAdmin(context);
  const form = formOf(context.exchange);
  const name = form.get('action') ?? '';
  if (!isAction(name)) return textAnswer(400, `The page has no action ${name}.`);
  const [workflow] = (await readWorkflows(context.jira, context.parts, id)).workflows;
  if (workflow === undefined) return notFound(context, `There is no workflow ${id}.`);
  return redirect(`/settings/workflows/${encodeURIComponent(id)}${await actions[name](context, workflow, form)}`);
}

import { extensionAri } from '../site/app-extension';
import { workflowVersion } from '../site/workflow-version';
import { known } from '../site/find';
import type { AppRegistration } from '../jira';
import type { Site } from '../site/site';
import type { RuleUse, StatusCategoryKey, Transition, Workflow } from '../model';

/** The keys of an app's rules (OpenAPI, workflow capabilities, "Forge rules"): one for every validator, whether expression or function. */
export const RULE_KEYS = { condition: 'forge:expression-condition', validator: 'forge:expression-validator' } as const;

const CATEGORIES: Readonly<Record<StatusCategoryKey, string>> = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' };

/** Workflows and the statuses that they refer to, as the bulk operations of workflows answer (`WorkflowReadResponse`). */
export function workflowsBean(site: Site, app: AppRegistration, workflows: readonly Workflow[]): Record<string, unknown> {
  const places = new Map(workflows.flatMap((workflow) => workflow.statusIds.map((id) => [id, scopeOf(site, workflow)] as const)));
  return {
    statuses: [...places].map(([id, scope]) => workflowStatusBean(site, id, scope)),
    workflows: workflows.map((workflow) => workflowBean(site, app, workflow)),
  };
}

export function workflowBean(site: Site, app: AppRegistration, workflow: Workflow) {
  return {
    id: workflow.id,
    name: workflow.name,
    description: '',
    scope: scopeOf(site, workflow),
    isEditable: true,
    statuses: workflow.statusIds.map((statusReference) => ({ statusReference, deprecated: false, properties: {} })),
    transitions: workflow.transitions.map((transition) => transitionBean(app, transition)),
    version: workflowVersion(site, workflow.id),
  };
}

/** A workflow of a team-managed project belongs to it; the others are the site's. */
function scopeOf(site: Site, workflow: Workflow): Record<string, unknown> {
  const owner = [...site.projects.values()].find(
    (project) => project.style === 'next-gen' && Object.values(project.workflows).includes(workflow.id),
  );
  return owner === undefined ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: owner.id } };
}

export function workflowStatusBean(site: Site, id: string, scope: Record<string, unknown>): Record<string, unknown> {
  const { name, description, category } = known(site.statuses, id, 'status');
  return { id, name, description, scope, statusCategory: CATEGORIES[category], statusReference: id };
}

function transitionBean(app: AppRegistration, transition: Transition) {
  const { id, name, from, to } = transition;
  const rules = (kind: keyof typeof RULE_KEYS, uses: readonly RuleUse[]) => uses.map((use) => ruleBean(app, kind, use));
  const conditions = rules('condition', transition.conditions);
  return {
    id,
    name,
    description: '',
    type: from === '*' ? 'GLOBAL' : from.length === 0 ? 'INITIAL' : 'DIRECTED',
    toStatusReference: to,
    links: from === '*' ? [] : from.map((fromStatusReference) => ({ fromStatusReference, fromPort: 0, toPort: 1 })),
    actions: [],
    triggers: [],
    properties: {},
    ...(conditions.length === 0 ? {} : { conditions: { operation: 'ALL', conditions, conditionGroups: [] } }),
    validators: rules('validator', transition.validators),
  };
}

function ruleBean(app: AppRegistration, kind: keyof typeof RULE_KEYS, { id, moduleKey, config }: RuleUse) {
  const parameters = { key: extensionAri(app, moduleKey), config: JSON.stringify(config), id, disabled: 'false', tag: '' };
  return { id, ruleKey: RULE_KEYS[kind], parameters };
}

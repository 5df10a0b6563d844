import { page } from './page';
import { badRequest, forbidden } from './refusal';
import { queryList } from './read-request';
import { ok } from './route';
import type { Call, Route } from './route';
import type { RuleUse, Workflow } from '../model';

const PATH = '/rest/api/3/workflow/rule/config';
const TYPES = ['postfunction', 'condition', 'validator'];

/** Where the app's rules stand on the site's workflows, with their configurations; for the app alone. */
export const workflowRules: readonly Route[] = [{ method: 'GET', path: PATH, handle: (call) => ok(rules(call)) }];

function rules(call: Call): Record<string, unknown> {
  if (call.actor.kind !== 'app') {
    throw forbidden('Only the app that provides the rules can read their configurations.');
  }
  const types = queryList(call, 'types');
  const unknownType = types.find((type) => !TYPES.includes(type));
  if (types.length === 0 || unknownType !== undefined) {
    throw badRequest(`The query parameter 'types' takes ${TYPES.join(', ')}.`);
  }
  const names = queryList(call, 'workflowNames');
  const keys = queryList(call, 'keys');
  const found = [...call.site.workflows.values()]
    .filter((workflow) => names.length === 0 || names.includes(workflow.name))
    .map((workflow) => ruleBean(workflow, types, keys))
    .filter((bean) => bean.conditions.length + bean.validators.length > 0);
  return page(call, PATH, found, (bean) => bean, 10);
}

function ruleBean(workflow: Workflow, types: readonly string[], keys: readonly string[]) {
  const uses = (type: string, of: (transition: Workflow['transitions'][number]) => readonly RuleUse[]) =>
    types.includes(type)
      ? workflow.transitions.flatMap((transition) =>
          of(transition)
            .filter((use) => keys.length === 0 || keys.includes(use.moduleKey))
            .map((use) => ({
              id: use.id,
              key: use.moduleKey,
              configuration: { value: JSON.stringify(use.config), disabled: false },
              transition: { id: Number(transition.id), name: transition.name },
            })),
        )
      : [];
  return {
    workflowId: { name: workflow.name, draft: false },
    postFunctions: [],
    conditions: uses('condition', (transition) => transition.conditions),
    validators: uses('validator', (transition) => transition.validators),
  };
}

import { RULE_KEYS } from '../beans/workflow-bean';
import { extensionAri } from '../site/app-extension';
import { badRequest } from './refusal';
import type { Call } from './route';
import type { AppRegistration } from '../jira';

/**
 * Which rules of the app may be put on a workflow (OpenAPI, `WorkflowCapabilities`). The lists of Jira's own rules and triggers are left
 * out, which the OpenAPI allows.
 */
export function capabilities(call: Call, app: AppRegistration): Record<string, unknown> {
  const workflowId = call.query.get('workflowId');
  if (workflowId === null) throw badRequest("The query parameter 'workflowId' is needed.");
  if (!call.site.workflows.has(workflowId)) throw badRequest(`The workflow '${workflowId}' does not exist.`);
  const owner = [...call.site.projects.values()].find(
    ({ style, workflows }) => style === 'next-gen' && Object.values(workflows).includes(workflowId),
  );
  const of = (
    kind: keyof typeof RULE_KEYS,
    ruleType: string,
    modules: AppRegistration['conditions'] | AppRegistration['validators'],
  ) =>
    modules.map(({ moduleKey, name, description }) => ({
      ...{ id: extensionAri(app, moduleKey), name, description },
      ...{ ruleKey: RULE_KEYS[kind], ruleType },
    }));
  return {
    editorScope: owner === undefined ? 'GLOBAL' : 'PROJECT',
    projectTypes: ['software', 'business'],
    forgeRules: [...of('condition', 'Condition', app.conditions), ...of('validator', 'Validator', app.validators)],
  };
}

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { RULE_KEYS, workflowBean, workflowsBean, workflowStatusBean } from '../beans/workflow-bean';
import { moduleOfAri } from '../site/app-extension';
import { derivedUuid } from '../site/derived-uuid';
import { publishWorkflow } from '../site/workflow-version';
import { parseRuleConfig } from '../workflow/save-rule-config';
import { badRequest, Refusal } from './refusal';
import { readBody } from './read-request';
import type { Call } from './route';
import type { AppRegistration } from '../jira';
import type { RuleUse, Transition, Workflow } from '../model';

const rule = z.strictObject({ id: z.string().nullish(), ruleKey: z.string(), parameters: z.record(z.string(), z.string()) });
const group = z.strictObject({
  operation: z.enum(['ALL', 'ANY']),
  conditions: z.array(rule).default([]),
  conditionGroups: z.array(z.unknown()).default([]),
});
const transition = z.looseObject({ id: z.string(), conditions: group.nullish(), validators: z.array(rule).default([]) });
const workflow = z.looseObject({
  id: z.string(),
  version: z.strictObject({ id: z.string(), versionNumber: z.number() }),
  statuses: z.array(z.looseObject({ statusReference: z.string() })),
  transitions: z.array(transition),
});
const body = z.strictObject({
  statuses: z
    .array(z.looseObject({ statusReference: z.string() }))
    .max(1000)
    .default([]),
  workflows: z.array(workflow).min(1).max(20),
});

/**
 * Puts other rules of the app on the transitions of a workflow; all of the workflow is sent, as Jira wants it.
 * @throws Refusal 501 where anything but the rules would change
 */
export function updateWorkflows(call: Call, app: AppRegistration): Record<string, unknown> {
  const changed = planned(call, app, readBody(call, body));
  if (call.site.switches.workflowUpdate.startsWith('refuse')) throw badRequest(objection);
  changed.forEach((one) => publishWorkflow(call.site, one));
  return { ...workflowsBean(call.site, app, changed), taskId: null };
}

/** Words of Jira as the switch `workflowUpdate` asks for them. */
const objection = 'The workflow has a rule that this site does not allow.';

const level = z.enum(['WARNING', 'ERROR']);
const validation = z.strictObject({
  payload: body,
  validationOptions: z.strictObject({ levels: z.array(level).max(2).optional() }).optional(),
});

/**
 * What an update would be refused for, without carrying it out. UNCONFIRMED: the OpenAPI says what such an error is made of, and not
 * which ones there are.
 * @throws Refusal 501 where anything but the rules would change
 */
export function validateUpdate(call: Call, app: AppRegistration): Record<string, unknown> {
  const { payload, validationOptions } = readBody(call, validation);
  const levels = validationOptions?.levels ?? [];
  const found = objectionTo(call, app, payload);
  if (found === null || (levels.length > 0 && !levels.includes(found.level))) return { errors: [] };
  return { errors: [{ code: 'INVALID_UPDATE', ...found, type: 'WORKFLOW' }] };
}

function objectionTo(
  call: Call,
  app: AppRegistration,
  payload: z.infer<typeof body>,
): { level: z.infer<typeof level>; message: string } | null {
  try {
    planned(call, app, payload);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 400) throw error;
    return { level: 'ERROR', message: error.errorMessages[0] ?? '' };
  }
  const { workflowUpdate } = call.site.switches;
  if (workflowUpdate === 'warn') return { level: 'WARNING', message: objection };
  return workflowUpdate === 'refuse' ? { level: 'ERROR', message: objection } : null;
}

/** The workflows as they would be. */
function planned(call: Call, app: AppRegistration, given: z.infer<typeof body>): Workflow[] {
  for (const status of given.statuses) {
    const known = call.site.statuses.has(status.statusReference);
    demandSame('statuses', status, known ? workflowStatusBean(call.site, status.statusReference, {}) : {}, ['scope']);
  }
  return given.workflows.map((update) => updated(call, app, update));
}

function updated(call: Call, app: AppRegistration, update: z.infer<typeof workflow>): Workflow {
  const before = call.site.workflows.get(update.id);
  if (before === undefined) throw badRequest(`The workflow '${update.id}' does not exist.`);
  const bean = workflowBean(call.site, app, before);
  if (!isDeepStrictEqual(wire(update.version), wire(bean.version))) {
    throw badRequest(`The workflow '${before.name}' has changed since version ${update.version.versionNumber}.`);
  }
  demandSame('workflow', update, bean, ['statuses', 'transitions', 'defaultStatusMappings', 'statusMappings']);
  demandNone(update['defaultStatusMappings'], update['statusMappings']);
  const references = (of: readonly { statusReference: string }[]) => of.map(({ statusReference }) => statusReference).sort();
  const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id).sort();
  demandSame(
    'workflow',
    { statuses: references(update.statuses), transitions: ids(update.transitions) },
    { statuses: references(bean.statuses), transitions: ids(bean.transitions) },
  );
  const transitions = before.transitions.map((one) => {
    const wanted = update.transitions.find(({ id }) => id === one.id);
    const shown = bean.transitions.find(({ id }) => id === one.id);
    if (wanted === undefined || shown === undefined) return one;
    demandSame(`transition ${one.id}`, wanted, shown, ['conditions', 'validators']);
    return withRules(call, app, one, wanted);
  });
  return { ...before, transitions };
}

function withRules(call: Call, app: AppRegistration, before: Transition, wanted: z.infer<typeof transition>): Transition {
  const { conditions: tree, validators } = wanted;
  if (tree?.operation === 'ANY') throw new Refusal(501, ['The sandbox does not model conditions of which any one suffices.']);
  demandNone(tree?.conditionGroups);
  return {
    ...before,
    conditions: (tree?.conditions ?? []).map((one) => ruleUse(call, app, 'condition', one)),
    validators: validators.map((one) => ruleUse(call, app, 'validator', one)),
  };
}

/** A rule keeps the id that it is sent with, so that one that was removed can be put back; a new one gets an id. */
function ruleUse(call: Call, app: AppRegistration, kind: keyof typeof RULE_KEYS, given: z.infer<typeof rule>): RuleUse {
  const { key = '', config = '{}', disabled = 'false', id: own } = given.parameters;
  const moduleKey = moduleOfAri(app, key);
  if (given.ruleKey !== RULE_KEYS[kind] || moduleKey === null || disabled !== 'false') {
    throw new Refusal(501, [`The sandbox does not model the rule ${given.ruleKey} of ${key || 'Jira'} on a transition.`]);
  }
  const modules = kind === 'condition' ? app.conditions : app.validators;
  if (!modules.some((one) => one.moduleKey === moduleKey)) throw badRequest(`The app has no ${kind} '${moduleKey}'.`);
  const id = given.id ?? own ?? derivedUuid(`rule ${call.site.nextId('rule')}`);
  return { id, moduleKey, config: ruleConfig(config) };
}

function ruleConfig(text: string): Record<string, unknown> {
  try {
    return parseRuleConfig(text);
  } catch {
    throw badRequest('The config of a rule must be a JSON object of at most 32 KB, as text.');
  }
}

/** @throws Refusal 501 where a member that is given differs from what is there */
function demandSame(
  what: string,
  given: Readonly<Record<string, unknown>>,
  there: Readonly<Record<string, unknown>>,
  but: readonly string[] = [],
): void {
  const other = Object.keys(given).find((key) => !but.includes(key) && !isDeepStrictEqual(wire(given[key]), wire(there[key])));
  if (other !== undefined) throw new Refusal(501, [`The sandbox does not model changing ${other} of ${what}.`]);
}

/** As it goes over the wire; what is absent counts as null. */
function wire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function demandNone(...lists: readonly unknown[]): void {
  if (lists.some((list) => Array.isArray(list) && list.length > 0)) {
    throw new Refusal(501, ['The sandbox does not model status mappings and groups of conditions.']);
  }
}

import type { ConditionGroup, TransitionRules, WorkflowRule } from '../../kernel/workflow-rules';

/** Modules of the manifest that guard a transition. */
export const ownModules = {
  condition: 'gate-open-condition',
  published: 'gate-open-published',
  decided: 'gate-open-decided',
  deferral: 'deferral-approved',
  freeze: 'not-frozen',
  map: 'transition-allowed',
} as const;

/** What a transition can ask of a defect: an approved deferral, no frozen release, what the transition map says. Each is a rule without a stage. */
export const defectChecks = ['deferral', 'freeze', 'map'] as const;
export type DefectCheck = (typeof defectChecks)[number];
const stageless: ReadonlySet<string> = new Set(defectChecks.map((check) => ownModules[check]));

/** Whether a rule of this module is about the stage that an admin picks in it. */
export function hasStage(module: string): boolean {
  return !stageless.has(module);
}

const modules: readonly string[] = Object.values(ownModules);

/** Key of the module that a rule of an app is of: the end of its ARI. Null for Jira's own rules. */
export function moduleOf({ parameters }: WorkflowRule): string | null {
  const ari = parameters?.['key'];
  return ari == null ? null : ari.slice(ari.lastIndexOf('/') + 1);
}

/** Whether a rule is one of Holdpoint's. */
export function isOwn(rule: WorkflowRule): boolean {
  return modules.includes(moduleOf(rule) ?? '');
}

/** The stage that an admin picked in a rule; null where none is, or its configuration cannot be read. */
export function stageOf({ parameters }: WorkflowRule): string | null {
  try {
    const config: unknown = JSON.parse(parameters?.['config'] ?? '');
    const stage = typeof config === 'object' && config !== null && 'stage' in config ? config.stage : null;
    return typeof stage === 'string' && stage !== '' ? stage : null;
  } catch {
    return null;
  }
}

/** An admin may switch off a rule of an app without taking it off. */
export function isOn({ parameters }: WorkflowRule): boolean {
  return parameters?.['disabled'] !== 'true';
}

/** Conditions that must be met in any case; one of several of which any suffices binds nobody. */
export function bindingConditions(group: ConditionGroup | null | undefined): WorkflowRule[] {
  if (!group) return [];
  const [conditions, groups] = [group.conditions ?? [], group.conditionGroups ?? []];
  if (group.operation === 'ANY' && conditions.length + groups.length > 1) return [];
  return [...conditions, ...groups.flatMap(bindingConditions)];
}

/** The rules of Holdpoint that hold whatever else is on the transition. */
export function bindingRules({ conditions, validators }: TransitionRules): WorkflowRule[] {
  return [...bindingConditions(conditions), ...validators].filter((rule) => isOwn(rule) && isOn(rule));
}

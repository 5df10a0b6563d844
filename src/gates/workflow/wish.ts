import type { ConditionGroup, TransitionRules, WorkflowRule } from '../../kernel/workflow-rules';
import { bindingConditions, defectChecks, hasStage, isOn, isOwn, moduleOf, ownModules, stageOf } from './own-rules';
import type { DefectCheck } from './own-rules';

/** What an admin wants of a transition: the gate of a stage, and what it asks of a defect. */
export interface TransitionWish extends Readonly<Record<DefectCheck, boolean>> {
  readonly transitionId: string;
  /** Key of the stage that it leads into; null for no gate. */
  readonly stage: string | null;
  /** Whether it is hidden while the gate is held; else it is seen, and refuses with the reason. */
  readonly hide: boolean;
}

/** A rule of Holdpoint as Jira offers it for a workflow. */
export interface OfferedRule {
  readonly module: string;
  readonly ruleKey: string;
  readonly ari: string;
}

/** Modules that a wish asks for, in the order in which Jira tries them. */
export function wantedModules(wish: TransitionWish): string[] {
  const { stage, hide } = wish;
  const gate = stage === null ? [] : [...(hide ? [ownModules.condition] : []), ownModules.published, ownModules.decided];
  return [...gate, ...defectChecks.filter((check) => wish[check]).map((check) => ownModules[check])];
}

/**
 * The rules of a transition as a wish asks for them. Rules that are right already keep their place and id; other rules of Holdpoint go,
 * among them damaged ones and those that are there twice; rules of Jira and of other apps stay as they are.
 * @param offered holds every wanted module
 */
export function wishedRules(now: TransitionRules, wish: TransitionWish, offered: readonly OfferedRule[]): TransitionRules {
  const wanted = offered.filter(({ module }) => wantedModules(wish).includes(module));
  const kept = new Map(
    wanted.flatMap((one) => {
      const there = one.module === ownModules.condition ? bindingConditions(now.conditions) : now.validators;
      const right = there.find((rule) => isRight(rule, one, wish.stage));
      return right === undefined ? [] : [[one.module, right] as const];
    }),
  );
  const stays = (rule: WorkflowRule) => !isOwn(rule) || kept.get(moduleOf(rule) ?? '') === rule;
  const lacking = wantedModules(wish).flatMap((module) => {
    const one = wanted.find((candidate) => candidate.module === module);
    return one === undefined || kept.has(module) ? [] : [{ module, rule: newRule(one, wish.stage) }];
  });
  const [condition] = lacking.filter(({ module }) => module === ownModules.condition);
  const pruned = without(now.conditions, stays);
  return {
    conditions: condition === undefined ? pruned : withCondition(pruned, condition.rule),
    validators: [
      ...now.validators.filter(stays),
      ...lacking.flatMap(({ module, rule }) => (module === ownModules.condition ? [] : [rule])),
    ],
  };
}

function isRight(rule: WorkflowRule, { ruleKey, ari, module }: OfferedRule, stage: string | null): boolean {
  const placed = !hasStage(module) || stageOf(rule) === stage;
  return rule.ruleKey === ruleKey && rule.parameters?.['key'] === ari && isOn(rule) && placed;
}

/** Without an id: Jira gives it one. */
function newRule({ ruleKey, ari, module }: OfferedRule, stage: string | null): WorkflowRule {
  const config = hasStage(module) ? { stage } : {};
  return { ruleKey, parameters: { key: ari, config: JSON.stringify(config), disabled: 'false', tag: '' } };
}

/** A group without some of its conditions; null where none is left. A group that stays as it was is the same object. */
function without(group: ConditionGroup | null | undefined, stays: (rule: WorkflowRule) => boolean): ConditionGroup | null {
  if (!group) return null;
  const [before, groupsBefore] = [group.conditions ?? [], group.conditionGroups ?? []];
  const conditions = before.filter(stays);
  const conditionGroups = groupsBefore.flatMap((one) => without(one, stays) ?? []);
  const same = conditions.length === before.length && groupsBefore.every((one, n) => one === conditionGroups[n]);
  if (same) return group;
  const [only, ...more] = conditionGroups;
  // What stood around Holdpoint's condition alone goes with it.
  if (conditions.length === 0 && more.length === 0) return only ?? null;
  return { ...group, conditions, conditionGroups };
}

/** Beside what must be met already; where any one of several suffices, those stay together in a group of their own. */
function withCondition(group: ConditionGroup | null, rule: WorkflowRule): ConditionGroup {
  if (group === null) return { operation: 'ALL', conditions: [rule], conditionGroups: [] };
  if (group.operation === 'ALL') return { ...group, conditions: [...(group.conditions ?? []), rule] };
  return { operation: 'ALL', conditions: [rule], conditionGroups: [group] };
}

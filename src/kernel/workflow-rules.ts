import { canonical } from './json';
import type { Json } from './json';

/** A rule on a transition as Jira's API for workflows has it, Jira's own or of an app. What else it carries goes along untouched. */
export interface WorkflowRule {
  readonly id?: string | null | undefined;
  readonly ruleKey: string;
  readonly parameters?: Readonly<Record<string, string | null>> | null | undefined;
}

/** Conditions of a transition: all of them must be met, or any one. */
export interface ConditionGroup {
  readonly operation: 'ALL' | 'ANY';
  readonly conditions?: readonly WorkflowRule[] | null | undefined;
  readonly conditionGroups?: readonly ConditionGroup[] | null | undefined;
}

/** Everything that stands between an issue and a transition. */
export interface TransitionRules {
  readonly conditions: ConditionGroup | null;
  readonly validators: readonly WorkflowRule[];
}

/**
 * Whether a transition asks for the same twice, whatever ids Jira gave the rules and however it writes what is not set. Conditions of a
 * group may stand in any order; validators run in theirs.
 */
export function sameRules(one: TransitionRules, other: TransitionRules): boolean {
  return said(one) === said(other);
}

function said({ conditions, validators }: TransitionRules): string {
  return canonical([conditions === null ? null : group(conditions), validators.map(rule)]);
}

function group({ operation, conditions, conditionGroups }: ConditionGroup): Json {
  const rules = (conditions ?? []).map((one) => canonical(rule(one))).sort();
  const groups = (conditionGroups ?? []).map((one) => canonical(group(one))).sort();
  return rules.length + groups.length === 0 ? null : [operation, rules, groups];
}

/** Parameters that say nothing where they are left out. */
const unset: Readonly<Record<string, string>> = { disabled: 'false', tag: '' };

function rule({ ruleKey, parameters }: WorkflowRule): Json {
  const set = Object.entries(parameters ?? {}).filter(([key, value]) => key !== 'id' && value !== null && value !== unset[key]);
  return [ruleKey, Object.fromEntries(set)];
}

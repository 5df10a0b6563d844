import type { RuleUse, SiteSeed, Transition, Workflow } from '../jira/model';
import { defaultSwitches } from '../switches';
import type { ChromeParts } from './parts';

export interface FoundRule {
  readonly workflow: Workflow;
  readonly transition: Transition;
  readonly rule: RuleUse;
  readonly kind: 'condition' | 'validator';
}

export function rulesOf(workflow: Workflow): readonly FoundRule[] {
  return workflow.transitions.flatMap((transition) => [
    ...transition.conditions.map((rule) => ({ workflow, transition, rule, kind: 'condition' as const })),
    ...transition.validators.map((rule) => ({ workflow, transition, rule, kind: 'validator' as const })),
  ]);
}

export const findRule = (seed: SiteSeed, ruleId: string): FoundRule | null =>
  seed.workflows.flatMap(rulesOf).find(({ rule }) => rule.id === ruleId) ?? null;

/** Configurations saved since the sandbox started, for Jira took its own copy of the seed. */
const saved = new WeakMap<SiteSeed, Map<string, string>>();

/** A rule's configuration as the JSON string that its page handed out. */
export function savedConfig({ seed }: ChromeParts, rule: RuleUse): string {
  return saved.get(seed)?.get(rule.id) ?? JSON.stringify(rule.config);
}

export function rememberConfig({ seed }: ChromeParts, ruleId: string, config: string): void {
  const configs = saved.get(seed) ?? new Map<string, string>();
  saved.set(seed, configs.set(ruleId, config));
}

export const conditionConfigKey = (parts: ChromeParts): string => (parts.switches?.() ?? defaultSwitches).conditionConfigName;

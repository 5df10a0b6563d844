import type { ConditionGroup, TransitionRules, WorkflowRule } from '../../kernel/workflow-rules';
import { ownModules } from './own-rules';
import type { SetupTransition, SetupWorkflow } from './proposal';
import type { OfferedRule, TransitionWish } from './wish';

const ari = (module: string) => `ari:cloud:ecosystem::extension/app/environment/static/${module}`;
export const offered: readonly OfferedRule[] = Object.values(ownModules).map((module) => ({
  ...{ module, ari: ari(module) },
  ruleKey: module === ownModules.condition ? 'forge:expression-condition' : 'forge:expression-validator',
}));
export const stages = [
  { key: 'staging', name: 'Staging', environments: ['uat'] },
  { key: 'production', name: 'Production', environments: ['prod', 'live'] },
];
export const condition = ownModules.condition;
export const { published, decided, deferral, freeze, map } = ownModules;

/** A rule of Holdpoint with a configuration as text. */
export function own(module: string, config = '{"stage":"production"}', id = `rule ${module}`): WorkflowRule {
  const ruleKey = module === ownModules.condition ? 'forge:expression-condition' : 'forge:expression-validator';
  return { id, ruleKey, parameters: { key: ari(module), config, id, disabled: 'false' } };
}

export const ofJira: WorkflowRule = { id: 'j1', ruleKey: 'system:restrict-issue-transition', parameters: { roleIds: '10002' } };
export const alsoOfJira: WorkflowRule = { ruleKey: 'system:check-permission-validator', parameters: { permissionKey: 'X' } };

export const all = (...conditions: WorkflowRule[]): ConditionGroup => ({ operation: 'ALL', conditions, conditionGroups: [] });
export const any = (...conditions: WorkflowRule[]): ConditionGroup => ({ operation: 'ANY', conditions, conditionGroups: [] });
export const bare: TransitionRules = { conditions: null, validators: [] };
export const guarded: TransitionRules = { conditions: all(own(condition)), validators: [own(published), own(decided)] };

export function aTransition(part: Partial<SetupTransition> = {}): SetupTransition {
  const to = { reference: '5', name: 'Released', isDone: true };
  return { id: '31', name: 'Deploy to production', type: 'DIRECTED', to, rules: bare, ...part };
}

export function aWorkflow(transitions: readonly SetupTransition[], part: Partial<SetupWorkflow> = {}): SetupWorkflow {
  return { id: 'w', name: 'Release workflow', version: 3, isEditable: true, isBusy: false, transitions, ...part };
}

export function aWish(part: Partial<TransitionWish> = {}): TransitionWish {
  return { transitionId: '31', stage: 'production', hide: true, deferral: false, freeze: false, map: false, ...part };
}

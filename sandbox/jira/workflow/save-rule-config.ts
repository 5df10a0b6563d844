import { z } from 'zod';
import { publishWorkflow } from '../site/workflow-version';
import type { Site } from '../site/site';
import type { RuleUse } from '../model';

/** A configuration is an object; 32 KB in the new workflow editor (developer.atlassian.com, Custom UI jira-bridge, workflowRules). */
const configSchema = z.record(z.string(), z.unknown());
const mostBytes = 32 * 1024;

/**
 * Gives a rule of a transition another configuration.
 * @throws where no transition has such a rule, or the text is no JSON object of at most 32 KB
 */
export function saveRuleConfig(site: Site, ruleUseId: string, configJson: string): void {
  const config = parseRuleConfig(configJson);
  const isIt = ({ id }: RuleUse) => id === ruleUseId;
  const workflow = [...site.workflows.values()].find(({ transitions }) =>
    transitions.some(({ conditions, validators }) => conditions.some(isIt) || validators.some(isIt)),
  );
  if (workflow === undefined) throw new Error(`No transition has the rule ${ruleUseId}.`);
  const saved = (uses: readonly RuleUse[]) => uses.map((use) => (isIt(use) ? { ...use, config } : use));
  const transitions = workflow.transitions.map((transition) => ({
    ...transition,
    conditions: saved(transition.conditions),
    validators: saved(transition.validators),
  }));
  publishWorkflow(site, { ...workflow, transitions });
}

/** @throws where the text is no JSON object of at most 32 KB */
export function parseRuleConfig(configJson: string): Record<string, unknown> {
  if (Buffer.byteLength(configJson) > mostBytes) throw new Error('The configuration of a rule has at most 32 KB.');
  return configSchema.parse(JSON.parse(configJson));
}

import { z } from 'zod';
import type { Site } from '../site/site';

/** A configuration is an object; 32 KB in the new workflow editor (developer.atlassian.com, Custom UI jira-bridge, workflowRules). */
const configSchema = z.record(z.string(), z.unknown());
const mostBytes = 32 * 1024;

/**
 * Gives a rule of a transition another configuration.
 * @throws where no transition has such a rule, or the text is no JSON object of at most 32 KB
 */
export function saveRuleConfig(site: Site, ruleUseId: string, configJson: string): void {
  if (Buffer.byteLength(configJson) > mostBytes) throw new Error('The configuration of a rule has at most 32 KB.');
  const config = configSchema.parse(JSON.parse(configJson));
  const rules = [...site.workflows.values()].flatMap(({ transitions }) =>
    transitions.flatMap(({ conditions, validators }) => [...conditions, ...validators]),
  );
  const rule = rules.find(({ id }) => id === ruleUseId);
  if (rule === undefined) throw new Error(`No transition has the rule ${ruleUseId}.`);
  rule.config = config;
}

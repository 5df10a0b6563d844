import { evaluateExpression, ExpressionEvaluationError, ExpressionSyntaxError } from '../expressions';
import { ruleContext } from '../expression-context/rule-context';
import { jiraConstructors } from '../expression-context/constructors';
import { extensionAri } from '../site/app-extension';
import { permissionsOf } from '../site/permissions';
import type { RuleSetting } from '../expression-context/rule-context';
import type { Site } from '../site/site';
import type { Value } from '../expressions';
import type { RuleUse } from '../model';

export type RuleResult =
  { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'failed'; readonly messages: readonly string[] };

/** Evaluates an expression of a rule, in the eyes of the user who is about to make the transition. */
export function evaluateRule(site: Site, expression: string, setting: RuleSetting): RuleResult {
  const viewer = permissionsOf(site, setting.accountId);
  const timeZone = site.users.get(setting.accountId ?? '')?.timeZone ?? 'UTC';
  try {
    const { value } = evaluateExpression(expression, ruleContext(site, setting, viewer), {
      now: new Date(site.now()),
      timeZone,
      missingMapKey: site.switches.missingMapKey,
      constructors: jiraConstructors(site, viewer),
    });
    return { kind: 'value', value };
  } catch (error) {
    if (error instanceof ExpressionEvaluationError || error instanceof ExpressionSyntaxError) {
      return { kind: 'failed', messages: [error.message] };
    }
    throw error;
  }
}

/** `avi:jira:failed:expression`, as Forge's events reference shows it ("Expression evaluation failed"). */
export function emitFailedExpression(
  site: Site,
  rule: { readonly use: RuleUse; readonly kind: 'condition' | 'validator'; readonly expression: string },
  setting: RuleSetting,
  errorMessages: readonly string[],
): void {
  const { app } = site;
  const { issue, transition, workflow, accountId } = setting;
  const eventType = 'avi:jira:failed:expression';
  const project = site.projects.get(issue.projectId);
  const context = {
    user: { accountId },
    issue: { id: issue.id, key: issue.key },
    project: { id: issue.projectId, key: project?.key ?? '' },
    transition: { id: transition.id, name: transition.name },
    config: rule.use.config,
  };
  const payload = {
    eventType,
    timestamp: String(Date.parse(site.now())),
    extensionId: app === null ? '' : extensionAri(app, rule.use.moduleKey),
    workflowId: workflow.id,
    workflowName: workflow.name,
    [`${rule.kind}Id`]: rule.use.id,
    expression: rule.expression,
    errorMessages,
    context,
  };
  site.emit({ eventType, selfGenerated: false, actorAccountId: accountId, payload });
}

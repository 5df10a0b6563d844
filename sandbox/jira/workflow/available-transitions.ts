import { typeOf } from '../expressions';
import { projectOf, workflowOf } from '../site/find';
import { emitFailedExpression, evaluateRule } from './evaluate-rule';
import { transitionsFrom } from './find-transition';
import type { Author } from '../changes/author';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';
import type { Issue, RuleUse, Transition, Workflow } from '../model';

/** Transitions that this user is offered: from the issue's status, with Transition issues, and with every condition true. */
export function availableTransitions(site: Site, issue: Issue, viewer: Permissions, author: Author): Transition[] {
  const project = projectOf(site, issue);
  if (!viewer.has('TRANSITION_ISSUES', project)) {
    return [];
  }
  const workflow = workflowOf(site, project, issue.issueTypeId);
  return transitionsFrom(workflow, issue.statusId).filter((transition) =>
    transition.conditions.every((use) => conditionHolds(site, use, { issue, transition, workflow, accountId: author.accountId })),
  );
}

interface ConditionSetting {
  readonly issue: Issue;
  readonly transition: Transition;
  readonly workflow: Workflow;
  readonly accountId: string | null;
}

/**
 * True only where the expression gives true. An error or another value than a Boolean is false and raises
 * `avi:jira:failed:expression`; a rule of an app that is not installed is false (docs/platform.md A.3).
 */
function conditionHolds(site: Site, use: RuleUse, { issue, transition, workflow, accountId }: ConditionSetting): boolean {
  const condition = site.app?.conditions.find((candidate) => candidate.moduleKey === use.moduleKey);
  if (condition === undefined) {
    return false;
  }
  const setting = { issue, originalIssue: null, transition, workflow, accountId, config: use.config };
  const result = evaluateRule(site, condition.expression, setting);
  if (result.kind === 'value' && typeof result.value === 'boolean') {
    return result.value;
  }
  const messages = result.kind === 'failed' ? result.messages : [`The expression gave ${typeOf(result.value)}, not a Boolean.`];
  emitFailedExpression(site, { use, kind: 'condition', expression: condition.expression }, setting, messages);
  return false;
}

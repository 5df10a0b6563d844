import { fromJson } from '../expressions';
import { known, projectOf } from '../site/find';
import { issueHost } from './issue-host';
import { transitionHost, workflowHost } from './option-hosts';
import { projectHost } from './project-host';
import { userHostOf } from './user-host';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';
import type { Value } from '../expressions';
import type { Issue, Transition, Workflow } from '../model';

export interface RuleSetting {
  /** For validators with the edits of the transition screen. */
  readonly issue: Issue;
  /** Validators: the issue before those edits; undefined where the transition creates the issue. Null for conditions. */
  readonly originalIssue: Issue | null | undefined;
  readonly transition: Transition;
  readonly workflow: Workflow;
  readonly accountId: string | null;
  readonly config: Readonly<Record<string, unknown>>;
}

/**
 * Variables of a workflow rule (docs/platform.md A.3, A.4): `user issue project transition workflow config`, and
 * `originalIssue` for validators, `groupOperator` for conditions. `app` is not among them.
 */
export function ruleContext(site: Site, setting: RuleSetting, viewer: Permissions): Record<string, Value> {
  const { issue, originalIssue, transition, workflow, accountId, config } = setting;
  const from = known(site.statuses, issue.statusId, 'status');
  return {
    user: userHostOf(site, accountId),
    issue: issueHost(site, issue, viewer),
    project: projectHost(site, projectOf(site, issue)),
    transition: transitionHost(transition, from, known(site.statuses, transition.to, 'status')),
    workflow: workflowHost(workflow),
    config: fromJson(config),
    ...(originalIssue === null ? { groupOperator: 'AND' } : {}),
    ...(originalIssue ? { originalIssue: issueHost(site, originalIssue, viewer) } : {}),
  };
}

import { z } from 'zod';
import { jiraInstant } from '../beans/instant';
import { userBeanOf } from '../beans/user-bean';
import { changeIssue } from '../changes/change-issue';
import { findIssue, known, projectOf } from '../site/find';
import { listOf, selectedFields } from './bulk-edit-fields';
import type { FieldEdit } from './bulk-edit-fields';
import { FieldProblem, referenced } from './form-values';
import { changedList } from './issue-form';
import { param, readBody } from './read-request';
import { Refusal } from './refusal';
import { created, ok } from './route';
import type { Answer, Call, Route } from './route';
import type { IssueChanges } from '../changes/change-issue';
import type { BulkTask } from '../site/site';
import type { Issue } from '../model';

/**
 * Jira's bulk edit, as its screen and REST do it: one task for many issues, and for each of them what a single edit does, with a history
 * and an event of its own. The sandbox is through with the task before it answers; each account holds the global permission Bulk change,
 * as on a new site. Nobody is mailed.
 */
export const bulkEdit: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/bulk/issues/fields', handle: asBulk(submit) },
  { method: 'GET', path: '/rest/api/3/bulk/queue/{taskId}', handle: asBulk(progress) },
];

/** Documented with the operation: subtasks count too. */
const MOST_ISSUES = 1000;
/** "You can view task progress for up to 14 days from creation." */
const KEPT = 14 * 24 * 3_600_000;

/** These operations write what is wrong as `{errors: [{message}]}` and not as Jira's others do. */
function asBulk(handle: (call: Call) => Answer): (call: Call) => Answer {
  return (call) => {
    try {
      return handle(call);
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.status !== 400) throw problem;
      return { status: 400, body: { errors: problem.errorMessages.map((message) => ({ message })) } };
    }
  };
}

const body = z.strictObject({
  selectedIssueIdsOrKeys: z.array(z.string()).min(1).max(MOST_ISSUES, `at most ${MOST_ISSUES} issues can be edited at once`),
  selectedActions: z.array(z.string()).min(1).max(200, 'at most 200 fields can be edited at once'),
  editedFieldsInput: z.record(z.string(), z.unknown()),
  sendBulkNotification: z.boolean().nullish(),
});

function submit(call: Call): Answer {
  const asked = readBody(call, body);
  const edits = selectedFields(asked.editedFieldsInput, asked.selectedActions);
  const { site } = call;
  const at = site.now();
  const wanted = [...new Set(asked.selectedIssueIdsOrKeys.map((idOrKey) => findIssue(site, idOrKey)?.id ?? idOrKey))];
  const processed: string[] = [];
  const failed: Record<string, string[]> = {};
  for (const id of wanted) {
    const issue = site.issues.get(id);
    if (issue === undefined || !call.viewer.sees(issue)) continue;
    const problems = editOne(call, issue, edits);
    if (problems.length === 0) processed.push(id);
    else failed[id] = problems;
  }
  const task = { id: site.nextId('task'), at, by: call.author.accountId, processed, failed, total: wanted.length };
  site.bulkTasks.set(task.id, task);
  return created({ taskId: task.id });
}

/** All fields of an issue, or none. @returns what stands in the way */
function editOne(call: Call, issue: Issue, edits: readonly FieldEdit[]): string[] {
  if (!call.viewer.has('EDIT_ISSUES', projectOf(call.site, issue))) {
    return ['You do not have permission to edit issues in this project.'];
  }
  const problems: string[] = [];
  const changes: IssueChanges = {};
  for (const edit of edits) {
    try {
      Object.assign(changes, changeOf(call, issue, edit));
    } catch (problem) {
      if (!(problem instanceof FieldProblem)) throw problem;
      problems.push(problem.message);
    }
  }
  if (problems.length === 0) changeIssue(call.site, issue.id, changes, call.author);
  return problems;
}

function changeOf({ site }: Call, issue: Issue, edit: FieldEdit): IssueChanges {
  if (edit.field === 'priority') {
    return { priorityId: referenced({ id: edit.priorityId }, [...site.priorities.values()], 'Priority').id };
  }
  const setting = { site, project: projectOf(site, issue), issue };
  return changedList(setting, edit.field, (now, values) => listOf(edit.option, now, values), edit.values);
}

/** Issues that who asks may not see are counted and not named, whatever became of them. */
function progress(call: Call): Answer {
  const task = call.site.bulkTasks.get(param(call, 'taskId'));
  if (task === undefined || Date.parse(call.site.now()) - Date.parse(task.at) > KEPT) {
    throw new Refusal(400, ['The task associated with this taskId is not a bulk operation task']);
  }
  return ok(progressBean(call, task));
}

function progressBean(call: Call, { id, at, by, processed, failed, total }: BulkTask): Record<string, unknown> {
  const seen = (issueId: string) => call.site.issues.has(issueId) && call.viewer.sees(known(call.site.issues, issueId, 'issue'));
  const done = processed.filter(seen);
  const wrong = Object.entries(failed).filter(([issueId]) => seen(issueId));
  const when = jiraInstant(at);
  return {
    ...{ taskId: id, status: 'COMPLETE', progressPercent: 100, created: when, started: when, updated: when },
    submittedBy: userBeanOf(call.site, by),
    totalIssueCount: total,
    processedAccessibleIssues: done.map(Number),
    ...(wrong.length === 0 ? {} : { failedAccessibleIssues: Object.fromEntries(wrong) }),
    invalidOrInaccessibleIssueCount: total - done.length - wrong.length,
  };
}

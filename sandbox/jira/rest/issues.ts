import { changeIssue, deleteIssue } from '../changes/change-issue';
import { historyBean } from '../beans/history-bean';
import { issueBean } from '../beans/issue-bean';
import { known, workflowOf } from '../site/find';
import { addComments, comments, readComments } from './comments';
import { propertiesOf, setProperties } from './properties';
import { availableTransitions } from '../workflow/available-transitions';
import { create } from './create-issue';
import { demand, issueFor, projectFor, projectOfFor } from './find-for-call';
import { account, FieldProblem } from './form-values';
import { issueForm, readIssueForm } from './issue-form';
import { issueViewOfQuery } from './issue-view';
import { page } from './page';
import { badRequest, fieldErrors } from './refusal';
import { queryFlag, readBody } from './read-request';
import { noContent, ok } from './route';
import { transitionBean } from './transition-bean';
import type { Answer, Call, Route } from './route';
import type { Issue, Project } from '../model';

const ISSUE = '/rest/api/3/issue/{issueIdOrKey}';
const MOST_HISTORIES = 100;

export const issues: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/issue', handle: create },
  { method: 'GET', path: ISSUE, handle: read },
  { method: 'PUT', path: ISSUE, handle: edit },
  { method: 'DELETE', path: ISSUE, handle: remove },
  { method: 'PUT', path: `${ISSUE}/assignee`, handle: assign },
  {
    method: 'GET',
    path: `${ISSUE}/changelog`,
    handle: (call) => {
      const issue = issueFor(call);
      const path = `/rest/api/3/issue/${issue.id}/changelog`;
      return ok(page(call, path, issue.histories, (history) => historyBean(call.site, history), 100));
    },
  },
  ...comments,
];

function read(call: Call): Answer {
  const issue = issueFor(call);
  const view = issueViewOfQuery(call, { fields: '*all', base: '*all', histories: MOST_HISTORIES, transitions: true });
  const bean = issueBean(call.site, issue, view, call.viewer);
  if (!view.expand.has('transitions')) {
    return ok(bean);
  }
  const transitions = availableTransitions(call.site, issue, call.viewer, call.author);
  return ok({ ...bean, transitions: transitions.map((transition) => transitionBean(call.site, transition)) });
}

function edit(call: Call): Answer {
  const issue = issueFor(call);
  const project = projectOfFor(call, issue);
  demand(call, 'EDIT_ISSUES', project, 403, 'You do not have permission to edit issues in this project.');
  const form = readBody(call, issueForm);
  if (form.fields === undefined && form.update === undefined && form.properties === undefined) {
    throw badRequest("one of 'fields' or 'update' required");
  }
  const changes = readIssueForm(call, form, project, issue);
  const comments = readComments(form);
  demandSameWorkflow(call, project, issue, changes.issueTypeId);
  setProperties(call, issue, propertiesOf(call, form));
  changeIssue(call.site, issue.id, changes, call.author);
  addComments(call, issue.id, comments);
  if (!queryFlag(call, 'returnIssue', false)) {
    return noContent;
  }
  const view = issueViewOfQuery(call, { fields: '*all', base: '*all', histories: MOST_HISTORIES });
  return ok(issueBean(call.site, known(call.site.issues, issue.id, 'issue'), view, call.viewer));
}

/** An edit cannot take an issue into a workflow that lacks its status; that takes Jira's Move. */
function demandSameWorkflow(call: Call, project: Project, issue: Issue, issueTypeId: string | undefined): void {
  if (issueTypeId !== undefined && !workflowOf(call.site, project, issueTypeId).statusIds.includes(issue.statusId)) {
    throw fieldErrors({ issuetype: 'The issue type selected is invalid.' });
  }
}

function remove(call: Call): Answer {
  const issue = issueFor(call);
  demand(call, 'DELETE_ISSUES', projectOfFor(call, issue), 403, 'You do not have permission to delete issues in this project.');
  deleteIssue(call.site, issue, call.author);
  return noContent;
}

function assign(call: Call): Answer {
  const issue = issueFor(call);
  demand(call, 'ASSIGN_ISSUES', projectFor(call, issue.projectId), 403, 'You do not have permission to assign issues.');
  try {
    changeIssue(call.site, issue.id, { assignee: account(call.site, call.body) }, call.author);
  } catch (problem) {
    if (!(problem instanceof FieldProblem)) throw problem;
    throw fieldErrors({ assignee: problem.message });
  }
  return noContent;
}

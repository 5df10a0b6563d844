import { z } from 'zod';
import { addIssue, changeIssue, deleteIssue } from '../changes/change-issue';
import { historyBean } from '../beans/history-bean';
import { issueBean } from '../beans/issue-bean';
import { initialTransition } from '../workflow/find-transition';
import { known, workflowOf } from '../site/find';
import { addComments, comments, readComments } from './comments';
import { propertiesOf, setProperties } from './properties';
import { availableTransitions } from '../workflow/available-transitions';
import { demand, issueFor, projectFor, projectOfFor } from './find-for-call';
import { account, FieldProblem } from './form-values';
import { issueForm, readIssueForm } from './issue-form';
import { issueViewOfQuery } from './issue-view';
import { page } from './page';
import { badRequest, fieldErrors, Refusal } from './refusal';
import { queryFlag, readBody } from './read-request';
import { created, noContent, ok } from './route';
import { transitionBean } from './transition-bean';
import type { Answer, Call, Route } from './route';
import type { IssueForm } from './issue-form';
import type { Issue, Project, Workflow } from '../model';

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

function create(call: Call): Answer {
  const form = readBody(call, issueForm);
  const project = targetProject(call, form);
  const blank = blankIssue(call, project, form);
  const fields = Object.fromEntries(Object.entries(form.fields ?? {}).filter(([field]) => field !== 'project'));
  const changes = readIssueForm(call, { ...form, fields }, project, blank);
  const comments = readComments(form);
  if (changes.summary === undefined) {
    throw fieldErrors({ summary: 'You must specify a summary of the issue.' });
  }
  const issue = { ...blank, ...changes, properties: propertiesOf(call, form) };
  call.site.lastIssueNumber.set(project.id, numberOf(issue));
  addIssue(call.site, issue, call.author);
  addComments(call, issue.id, comments);
  return created({ id: issue.id, key: issue.key, self: call.site.url(`/rest/api/3/issue/${issue.id}`) });
}

const named = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  key: z.string().optional(),
  name: z.string().optional(),
});

function targetProject(call: Call, form: IssueForm): Project {
  const asked = named.safeParse(form.fields?.['project']);
  const idOrKey = asked.success ? (asked.data.id ?? asked.data.key) : undefined;
  const project = [...call.site.projects.values()].find(
    (candidate) => candidate.id === String(idOrKey) || candidate.key === idOrKey,
  );
  if (project === undefined || !call.viewer.browses(project.id)) {
    throw fieldErrors({ project: 'Specify a valid project ID or key' });
  }
  if (!call.viewer.has('CREATE_ISSUES', project)) {
    throw fieldErrors({ project: 'You do not have permission to create issues in this project.' });
  }
  return project;
}

/** The issue that a form is filled into: type, first status, people and priority as Jira defaults them. */
function blankIssue(call: Call, project: Project, form: IssueForm): Issue {
  const { site } = call;
  const asked = named.safeParse(form.fields?.['issuetype']);
  const types = project.issueTypeIds.flatMap((id) => site.issueTypes.get(id) ?? []);
  const type = types.find((candidate) =>
    asked.success
      ? asked.data.id === undefined
        ? candidate.name === asked.data.name
        : candidate.id === String(asked.data.id)
      : false,
  );
  if (type === undefined) {
    throw fieldErrors({ issuetype: 'Specify a valid issue type' });
  }
  if (type.subtask) {
    throw new Refusal(501, ['The sandbox does not model creating sub-tasks.']);
  }
  const priorities = [...site.priorities.values()];
  const now = site.now();
  return {
    id: site.nextId('issue'),
    key: `${project.key}-${(site.lastIssueNumber.get(project.id) ?? 0) + 1}`,
    projectId: project.id,
    issueTypeId: type.id,
    statusId: firstStatus(call, workflowOf(site, project, type.id)),
    summary: '',
    description: null,
    priorityId: (priorities.find((priority) => priority.name === 'Medium') ?? priorities[0])?.id ?? null,
    resolutionId: null,
    assignee: null,
    reporter: call.author.accountId,
    creator: call.author.accountId,
    labels: [],
    componentIds: [],
    fixVersionIds: [],
    affectsVersionIds: [],
    securityLevelId: null,
    created: now,
    updated: now,
    resolutionDate: null,
    dueDate: null,
    customFields: {},
    comments: [],
    properties: {},
    histories: [],
  };
}

/** Where the workflow's first transition leads. */
function firstStatus(call: Call, workflow: Workflow): string {
  const initial = initialTransition(workflow);
  if (initial !== undefined && initial.conditions.length + initial.validators.length > 0) {
    throw new Refusal(501, [`The sandbox does not model rules on the first transition of the workflow ${workflow.name}.`]);
  }
  return initial?.to ?? known(call.site.statuses, workflow.statusIds[0] ?? '', 'status').id;
}

function numberOf(issue: Issue): number {
  return Number(issue.key.slice(issue.key.lastIndexOf('-') + 1));
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

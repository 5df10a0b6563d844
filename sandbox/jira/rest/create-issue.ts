import { z } from 'zod';
import { addIssue } from '../changes/change-issue';
import { initialTransition } from '../workflow/find-transition';
import { refusals } from '../workflow/run-validators';
import { known, workflowOf } from '../site/find';
import { addComments, readComments } from './comments';
import { issueForm, readIssueForm } from './issue-form';
import { modifiedBy } from './modified-fields';
import { propertiesOf } from './properties';
import { readBody } from './read-request';
import { fieldErrors, Refusal } from './refusal';
import { created } from './route';
import type { Answer, Call } from './route';
import type { IssueForm } from './issue-form';
import type { Issue, Project, Transition, Workflow } from '../model';

/**
 * Creates an issue. The validators of the workflow's first transition decide before there is one (docs/platform.md A.4): they see the form,
 * and no issue before it.
 */
export async function create(call: Call): Promise<Answer> {
  const form = readBody(call, issueForm);
  const project = targetProject(call, form);
  const initial = initialOf(call, project, form);
  const blank = blankIssue(call, project, initial);
  const fields = Object.fromEntries(Object.entries(form.fields ?? {}).filter(([field]) => field !== 'project'));
  const changes = readIssueForm(call, { ...form, fields }, project, blank);
  const comments = readComments(form);
  if (changes.summary === undefined) {
    throw fieldErrors({ summary: 'You must specify a summary of the issue.' });
  }
  const filled = { ...blank, ...changes, properties: propertiesOf(call, form) };
  await demandValid(call, { ...form, fields }, initial, filled);
  // While a validator took its time, another issue may have taken the number.
  const issue = { ...filled, key: nextKey(call, project) };
  call.site.lastIssueNumber.set(project.id, numberOf(issue));
  addIssue(call.site, issue, call.author);
  addComments(call, issue.id, comments);
  return created({ id: issue.id, key: issue.key, self: call.site.url(`/rest/api/3/issue/${issue.id}`) });
}

/** @throws Refusal 400 with the reasons of the validators that refuse */
async function demandValid(call: Call, form: IssueForm, { workflow, transition }: Initial, issue: Issue): Promise<void> {
  if (transition === undefined || transition.validators.length === 0) return;
  const { accountId } = call.author;
  const modifiedFields = modifiedBy(call, form, null, issue);
  const messages = await refusals(call.site, { before: null, after: issue, transition, workflow, accountId, modifiedFields });
  if (messages.length > 0) throw new Refusal(400, messages);
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

interface Initial {
  readonly issueTypeId: string;
  readonly workflow: Workflow;
  readonly transition: Transition | undefined;
}

/** The work type that a form asks for, and the transition that creates such an issue. */
function initialOf(call: Call, project: Project, form: IssueForm): Initial {
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
  const workflow = workflowOf(site, project, type.id);
  const transition = initialTransition(workflow);
  if (transition !== undefined && transition.conditions.length > 0) {
    throw new Refusal(501, [`The sandbox does not model conditions on the first transition of the workflow ${workflow.name}.`]);
  }
  return { issueTypeId: type.id, workflow, transition };
}

/** The issue that a form is filled into: first status, people and priority as Jira defaults them. */
function blankIssue(call: Call, project: Project, { issueTypeId, workflow, transition }: Initial): Issue {
  const { site } = call;
  const priorities = [...site.priorities.values()];
  const now = site.now();
  return {
    id: site.nextId('issue'),
    key: nextKey(call, project),
    projectId: project.id,
    issueTypeId,
    statusId: transition?.to ?? known(site.statuses, workflow.statusIds[0] ?? '', 'status').id,
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

function nextKey({ site }: Call, project: Project): string {
  return `${project.key}-${(site.lastIssueNumber.get(project.id) ?? 0) + 1}`;
}

function numberOf(issue: Issue): number {
  return Number(issue.key.slice(issue.key.lastIndexOf('-') + 1));
}

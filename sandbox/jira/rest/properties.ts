import { emitIssueProperty } from '../changes/issue-events';
import { demand, issueFor, projectFor, projectOfFor } from './find-for-call';
import { LONGEST_PROPERTY, propertyKeys, readProperty, withoutProperty, withProperty } from './entity-property';
import { badRequest } from './refusal';
import { param } from './read-request';
import type { Answer, Call, Route } from './route';
import type { IssueForm } from './issue-form';
import type { Issue, Project, Property } from '../model';

const PROJECT = '/rest/api/3/project/{projectIdOrKey}/properties';
const ISSUE = '/rest/api/3/issue/{issueIdOrKey}/properties';

/** Who browses reads, who administers the project (or edits issues) writes; of project properties no event speaks. */
export const properties: readonly Route[] = [
  {
    method: 'GET',
    path: PROJECT,
    handle: (call) =>
      propertyKeys(call, projectFor(call).properties, `/rest/api/3/project/${param(call, 'projectIdOrKey')}/properties`),
  },
  { method: 'GET', path: `${PROJECT}/{propertyKey}`, handle: (call) => readProperty(call, projectFor(call).properties) },
  { method: 'PUT', path: `${PROJECT}/{propertyKey}`, handle: (call) => changeProject(call, withProperty) },
  { method: 'DELETE', path: `${PROJECT}/{propertyKey}`, handle: (call) => changeProject(call, withoutProperty) },
  {
    method: 'GET',
    path: ISSUE,
    handle: (call) =>
      propertyKeys(call, issueFor(call).properties, `/rest/api/3/issue/${param(call, 'issueIdOrKey')}/properties`),
  },
  { method: 'GET', path: `${ISSUE}/{propertyKey}`, handle: (call) => readProperty(call, issueFor(call).properties) },
  { method: 'PUT', path: `${ISSUE}/{propertyKey}`, handle: setOnIssue },
  { method: 'DELETE', path: `${ISSUE}/{propertyKey}`, handle: deleteOnIssue },
];

type Change = typeof withProperty;

function changeProject(call: Call, change: Change): Answer {
  const project: Project = projectFor(call);
  demand(call, 'ADMINISTER_PROJECTS', project, 403, 'You do not have permission to edit the properties of this project.');
  const { properties: after, answer } = change(call, project.properties);
  call.site.projects.set(project.id, { ...project, properties: after });
  return answer;
}

function setOnIssue(call: Call): Answer {
  const issue = editable(call);
  const key = param(call, 'propertyKey');
  const { properties: after, answer } = withProperty(call, issue.properties);
  const unchanged = JSON.stringify(issue.properties[key]?.value) === JSON.stringify(call.body);
  put(call, issue, after);
  if (!unchanged) {
    emitIssueProperty(call.site, 'set', issue, key, call.body, call.author);
  }
  return answer;
}

function deleteOnIssue(call: Call): Answer {
  const issue = editable(call);
  const { properties: after, answer } = withoutProperty(call, issue.properties);
  put(call, issue, after);
  emitIssueProperty(call.site, 'deleted', issue, param(call, 'propertyKey'), undefined, call.author);
  return answer;
}

function editable(call: Call): Issue {
  const issue = issueFor(call);
  demand(call, 'EDIT_ISSUES', projectOfFor(call, issue), 403, 'You do not have permission to edit the properties of this issue.');
  return issue;
}

/** A property is no field: neither `updated` nor the history tells of it. */
function put(call: Call, issue: Issue, after: Record<string, Property>): void {
  call.site.issues.set(issue.id, { ...issue, properties: after });
}

/** `properties` of a form of an issue. @throws Refusal 400 for one that is too long */
export function propertiesOf(call: Call, form: IssueForm): Record<string, Property> {
  const updated = call.site.now();
  const entries = (form.properties ?? []).map(({ key, value }) => {
    if (value === undefined || JSON.stringify(value).length > LONGEST_PROPERTY) {
      throw badRequest(`The value of the property ${key} must be JSON of at most ${LONGEST_PROPERTY} characters.`);
    }
    return [key, { value, updated }] as const;
  });
  return Object.fromEntries(entries);
}

/** Sets some properties of an issue along with an edit. */
export function setProperties(call: Call, issue: Issue, set: Readonly<Record<string, Property>>): void {
  put(call, issue, { ...issue.properties, ...set });
  for (const [key, { value }] of Object.entries(set)) {
    emitIssueProperty(call.site, 'set', issue, key, value, call.author);
  }
}

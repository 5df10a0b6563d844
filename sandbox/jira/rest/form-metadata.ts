import { customFieldDefinition, fieldCatalogue } from '../beans/field-catalogue';
import { componentBean, issueTypeBean, priorityBean, securityLevelBean } from '../beans/option-beans';
import { versionInIssueBean } from '../beans/version-bean';
import { versionsOf } from '../site/find';
import { demand, issueFor, projectFor, projectOfFor } from './find-for-call';
import { notFound } from './refusal';
import { param, queryNumber } from './read-request';
import { ok } from './route';
import type { Call, Route } from './route';
import type { FieldDefinition } from '../beans/field-catalogue';
import type { Project } from '../model';

const TYPES = '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes';

/** What the forms of creating and editing an issue hold. Every screen of the sandbox has the same fields. */
export const formMetadata: readonly Route[] = [
  { method: 'GET', path: TYPES, handle: (call) => ok(paged(call, 'issueTypes', typesOf(call, projectFor(call)))) },
  {
    method: 'GET',
    path: `${TYPES}/{issueTypeId}`,
    handle: (call) => {
      const project = projectFor(call);
      if (!project.issueTypeIds.includes(param(call, 'issueTypeId'))) {
        throw notFound(`The issue type ${param(call, 'issueTypeId')} is not in this project.`);
      }
      return ok(
        paged(
          call,
          'fields',
          formFields(call, project).map((field) => ({ fieldId: field.id, ...bean(call, project, field) })),
        ),
      );
    },
  },
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/editmeta',
    handle: (call) => {
      const project = projectOfFor(call, issueFor(call));
      demand(call, 'EDIT_ISSUES', project);
      const editable = formFields(call, project).filter((field) => field.id !== 'project');
      return ok({ fields: Object.fromEntries(editable.map((field) => [field.id, bean(call, project, field)])) });
    },
  },
];

const REQUIRED = ['summary', 'issuetype', 'project'];
const ON_FORMS = [
  ...REQUIRED,
  'description',
  'priority',
  'assignee',
  'reporter',
  'labels',
  'components',
  'fixVersions',
  'versions',
  'duedate',
  'security',
];

function formFields(call: Call, project: Project): FieldDefinition[] {
  const system = fieldCatalogue(call.site).filter((field) => ON_FORMS.includes(field.id));
  const custom = [...call.site.customFields.values()].filter((field) => field.app?.readOnly !== true).map(customFieldDefinition);
  return [...system.filter((field) => field.id !== 'security' || project.securityLevels.length > 0), ...custom];
}

function bean(call: Call, project: Project, field: FieldDefinition): Record<string, unknown> {
  const allowedValues = allowed(call, project, field.id);
  const operations = field.schema?.['type'] === 'array' ? ['add', 'set', 'remove'] : ['set'];
  const hasDefaultValue = field.id === 'priority' || field.id === 'reporter';
  return {
    required: REQUIRED.includes(field.id),
    schema: field.schema,
    name: field.name,
    key: field.key,
    hasDefaultValue,
    operations,
    ...(allowedValues === null ? {} : { allowedValues }),
  };
}

function allowed(call: Call, project: Project, fieldId: string): unknown[] | null {
  const { site } = call;
  switch (fieldId) {
    case 'issuetype':
      return typesOf(call, project);
    case 'priority':
      return [...site.priorities.values()].map((priority) => priorityBean(site, priority));
    case 'components':
      return [...site.components.values()]
        .filter((component) => component.projectId === project.id)
        .map((one) => componentBean(site, one));
    case 'fixVersions':
    case 'versions':
      return versionsOf(site, project.id)
        .filter((version) => !version.archived)
        .map((version) => versionInIssueBean(site, version));
    case 'security':
      return project.securityLevels.map((level) => securityLevelBean(site, level));
    default:
      return null;
  }
}

function typesOf(call: Call, project: Project): unknown[] {
  return project.issueTypeIds.flatMap((id) => call.site.issueTypes.get(id) ?? []).map((type) => issueTypeBean(call.site, type));
}

function paged(call: Call, name: string, items: readonly unknown[]): Record<string, unknown> {
  const startAt = queryNumber(call, 'startAt', 0);
  const maxResults = queryNumber(call, 'maxResults', 50);
  return { startAt, maxResults, total: items.length, [name]: items.slice(startAt, startAt + maxResults) };
}

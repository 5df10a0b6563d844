import { customFieldNumber } from '../site/custom-field';
import type { CustomField } from '../site/custom-field';
import type { Site } from '../site/site';

/** A field as `GET /rest/api/3/field` describes it. */
export interface FieldDefinition {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly custom: boolean;
  readonly orderable: boolean;
  readonly clauseNames: readonly string[];
  readonly schema: Readonly<Record<string, unknown>> | null;
}

function system(
  id: string,
  name: string,
  clauseNames: readonly string[],
  schema: Record<string, unknown> | null,
  orderable = true,
): FieldDefinition {
  return { id, key: id, name, custom: false, orderable, clauseNames, schema: schema === null ? null : { ...schema, system: id } };
}

const list = (items: string) => ({ type: 'array', items });
const one = (type: string) => ({ type });

/** The system fields that the sandbox's issues have. */
const SYSTEM_FIELDS: readonly FieldDefinition[] = [
  system('summary', 'Summary', ['summary'], one('string')),
  system('issuetype', 'Issue Type', ['issuetype', 'type'], one('issuetype')),
  system('project', 'Project', ['project'], one('project'), false),
  system('status', 'Status', ['status'], one('status'), false),
  {
    ...system('statusCategory', 'Status Category', ['statusCategory'], null, false),
    schema: { type: 'statusCategory', system: 'statuscategory' },
  },
  system('priority', 'Priority', ['priority'], one('priority')),
  system('resolution', 'Resolution', ['resolution'], one('resolution')),
  system('resolutiondate', 'Resolved', ['resolutiondate', 'resolved'], one('datetime'), false),
  system('assignee', 'Assignee', ['assignee'], one('user')),
  system('reporter', 'Reporter', ['reporter'], one('user')),
  system('creator', 'Creator', ['creator'], one('user'), false),
  system('created', 'Created', ['created', 'createdDate'], one('datetime'), false),
  system('updated', 'Updated', ['updated', 'updatedDate'], one('datetime'), false),
  system('duedate', 'Due date', ['due', 'duedate'], one('date')),
  system('labels', 'Labels', ['labels'], list('string')),
  system('components', 'Components', ['component'], list('component')),
  system('fixVersions', 'Fix versions', ['fixVersion'], list('version')),
  system('versions', 'Affects versions', ['affectedVersion'], list('version')),
  system('security', 'Security Level', ['level'], one('securitylevel')),
  system('description', 'Description', ['description'], one('string')),
  system('issuelinks', 'Linked Issues', ['issueLink'], list('issuelinks')),
  system('comment', 'Comment', ['comment'], one('comments-page')),
];

/** All fields of the site, the app's included. */
export function fieldCatalogue(site: Site): FieldDefinition[] {
  const key: FieldDefinition = {
    id: 'issuekey',
    key: 'issuekey',
    name: 'Key',
    custom: false,
    orderable: false,
    clauseNames: ['id', 'issue', 'issuekey', 'key'],
    schema: null,
  };
  return [key, ...SYSTEM_FIELDS, ...[...site.customFields.values()].map(customFieldDefinition)];
}

export function customFieldDefinition(field: CustomField): FieldDefinition {
  const customId = customFieldNumber(field);
  const custom =
    field.app === null
      ? `com.atlassian.jira.plugin.system.customfieldtypes:${field.type}`
      : `ari:cloud:ecosystem::extension/${field.key}`;
  return {
    id: field.id,
    key: field.key,
    name: field.name,
    custom: true,
    orderable: true,
    clauseNames: [`cf[${customId}]`, field.name],
    schema: { type: field.type, custom, customId },
  };
}

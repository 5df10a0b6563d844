import type { Field } from '@atlaskit/jql-ast';
import { choiceField } from './choice-field';
import { customField } from './custom-fields';
import { dayField, instantField } from './date-fields';
import { keyField, linkField } from './issue-fields';
import { labelField } from './label-field';
import { propertyField } from './property-field';
import { refusals, unmodelled } from './refusal';
import type { SearchContext } from './search-context';
import type { SearchField } from './search-field';
import { categoryChanged, STATUS_CATEGORIES } from './status-category';
import { allTextField, commentField, documentText, textField } from './text-fields';
import { userField } from './user-fields';
import { TYPE_FUNCTIONS, VERSION_FUNCTIONS } from './value-functions';

type MakeField = (context: SearchContext) => SearchField;

const one = (id: string | null): readonly string[] => (id === null ? [] : [id]);
const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, names: [name] });
const plain = { less: null, functions: {} } as const;

function versionField(read: 'fixVersionIds' | 'affectsVersionIds', history: { readonly historyId?: string }): MakeField {
  return (context) =>
    choiceField(
      {
        ids: (issue) => issue[read],
        choices: (site) => site.versions().map((version) => ({ ...named(version), scale: version.projectId })),
        less: 'earlier',
        functions: VERSION_FUNCTIONS,
        ...history,
      },
      context,
    );
}

const project: MakeField = (context) =>
  choiceField(
    {
      ...plain,
      ids: ({ projectId }) => [projectId],
      choices: (site) => site.projects().map(({ id, key, name }) => ({ id, names: [name, key] })),
    },
    context,
  );

const status: MakeField = (context) =>
  choiceField(
    { ...plain, ids: ({ statusId }) => [statusId], choices: (site) => site.statuses().map(named), historyId: 'status' },
    context,
  );

const statusCategory: MakeField = (context) => {
  const categories = new Map(context.site.statuses().map(({ id, category }) => [id, [category]]));
  return choiceField(
    { ...plain, ids: ({ statusId }) => categories.get(statusId) ?? [], choices: () => STATUS_CATEGORIES },
    context,
  );
};

const issueType: MakeField = (context) =>
  choiceField(
    {
      ids: ({ issueTypeId }) => [issueTypeId],
      choices: (site) => site.issueTypes().map(named),
      less: null,
      functions: TYPE_FUNCTIONS,
    },
    context,
  );

/** The highest priority is the first of the list and the greatest. */
const priority: MakeField = (context) =>
  choiceField(
    {
      ids: ({ priorityId }) => one(priorityId),
      choices: (site) => site.priorities().map(named),
      less: 'later',
      functions: {},
      historyId: 'priority',
    },
    context,
  );

const resolution: MakeField = (context) =>
  choiceField(
    {
      ids: ({ resolutionId }) => one(resolutionId),
      choices: (site) => site.resolutions().map(named),
      less: 'earlier',
      functions: {},
      emptyWord: 'unresolved',
      historyId: 'resolution',
    },
    context,
  );

const component: MakeField = (context) =>
  choiceField({ ...plain, ids: ({ componentIds }) => componentIds, choices: (site) => site.components().map(named) }, context);

const level: MakeField = (context) =>
  choiceField(
    {
      ...plain,
      ids: ({ securityLevelId }) => one(securityLevelId),
      choices: (site) => site.projects().flatMap(({ securityLevels }) => securityLevels.map(named)),
    },
    context,
  );

const SYSTEM_FIELDS: Readonly<Record<string, MakeField>> = {
  project,
  status,
  statuscategory: statusCategory,
  issuetype: issueType,
  priority,
  resolution,
  component,
  level,
  key: keyField,
  issuelink: linkField,
  summary: () => textField(({ summary }) => (summary === '' ? null : summary)),
  description: () => textField(({ description }) => (description === null ? null : documentText(description).trim() || null)),
  comment: commentField,
  text: allTextField,
  assignee: (context) => userField(({ assignee }) => assignee, context, 'assignee'),
  reporter: (context) => userField(({ reporter }) => reporter, context, 'reporter'),
  creator: (context) => ({ ...userField(({ creator }) => creator, context), history: null }),
  labels: labelField,
  fixversion: versionField('fixVersionIds', { historyId: 'fixVersions' }),
  affectedversion: versionField('affectsVersionIds', {}),
  created: (context) => instantField(({ created }) => created, context),
  updated: (context) => instantField(({ updated }) => updated, context),
  resolved: (context) => instantField(({ resolutionDate }) => resolutionDate, context),
  statuscategorychangeddate: (context) => instantField(categoryChanged(context), context),
  due: (context) => dayField(({ dueDate }) => dueDate, context),
};

const ALIASES: Readonly<Record<string, string>> = {
  issuekey: 'key',
  issue: 'key',
  id: 'key',
  type: 'issuetype',
  createddate: 'created',
  updateddate: 'updated',
  resolutiondate: 'resolved',
  duedate: 'due',
};

/** Fields of Jira's JQL fields page that the sandbox has no data for. */
const UNMODELLED_FIELDS = new Set(
  (
    'approvals attachments category comment.by development environment filter request savedfilter searchrequest hierarchylevel ' +
    'issuelinktype lastviewed organizations originalestimate timeoriginalestimate parent parentproject rank remainingestimate ' +
    'timeestimate request-channel-type request-last-activity-time sprint timespent voter votes watcher watchers workratio ' +
    'worklogauthor worklogcomment worklogdate team'
  ).split(' '),
)
  .add('epic link')
  .add('customer request type');

/** The field that a query means; throws a refusal where Jira has none or the sandbox does not model it. */
export function searchField(field: Field, context: SearchContext): SearchField {
  if (field.properties && field.properties.length > 0) return propertyField(field);
  const written = field.value.toLowerCase();
  const name = Object.hasOwn(ALIASES, written) ? (ALIASES[written] ?? written) : written;
  const make = Object.hasOwn(SYSTEM_FIELDS, name) ? SYSTEM_FIELDS[name] : undefined;
  const found = make?.(context) ?? customField(field.value, context);
  if (found !== undefined) return found;
  throw UNMODELLED_FIELDS.has(written) ? unmodelled(`the JQL field '${field.value}'`) : refusals.unknownField(field.value);
}

import { plainText } from './plain-text';
import type { Site } from '../site/site';
import type { HistoryItem, Issue, NamedOption } from '../model';

interface Shown {
  readonly id: string | null;
  readonly text: string | null;
}

interface SingleField {
  readonly field: string;
  readonly fieldId: string;
  shown(site: Site, issue: Issue): Shown;
}

interface ListField {
  readonly field: string;
  readonly fieldId: string;
  values(site: Site, issue: Issue): readonly NamedOption[];
}

const NOTHING: Shown = { id: null, text: null };

/** Fields whose change is one item with the old and the new value. */
const SINGLE: readonly SingleField[] = [
  { field: 'project', fieldId: 'project', shown: (site, issue) => named(site.projects, issue.projectId) },
  { field: 'Key', fieldId: '', shown: (_site, issue) => ({ id: null, text: issue.key }) },
  { field: 'issuetype', fieldId: 'issuetype', shown: (site, issue) => named(site.issueTypes, issue.issueTypeId) },
  { field: 'resolution', fieldId: 'resolution', shown: (site, issue) => named(site.resolutions, issue.resolutionId) },
  { field: 'status', fieldId: 'status', shown: (site, issue) => named(site.statuses, issue.statusId) },
  { field: 'assignee', fieldId: 'assignee', shown: (site, issue) => person(site, issue.assignee) },
  { field: 'reporter', fieldId: 'reporter', shown: (site, issue) => person(site, issue.reporter) },
  { field: 'priority', fieldId: 'priority', shown: (site, issue) => named(site.priorities, issue.priorityId) },
  { field: 'summary', fieldId: 'summary', shown: (_site, issue) => ({ id: null, text: issue.summary }) },
  { field: 'description', fieldId: 'description', shown: (_site, issue) => description(issue) },
  { field: 'duedate', fieldId: 'duedate', shown: (_site, issue) => dueDate(issue) },
  { field: 'security', fieldId: 'security', shown: securityLevel },
];

/** Fields whose change is one item for each value that went or came. */
const LISTS: readonly ListField[] = [
  { field: 'Component', fieldId: 'components', values: (site, issue) => options(site.components, issue.componentIds) },
  { field: 'Fix Version', fieldId: 'fixVersions', values: (site, issue) => options(site.versions, issue.fixVersionIds) },
  { field: 'Version', fieldId: 'versions', values: (site, issue) => options(site.versions, issue.affectsVersionIds) },
];

/**
 * The changelog items of a change, shaped as Jira Cloud writes them: ids in `from` and `to` for what has one, names in
 * `fromString` and `toString`, lists one item for each value (source: histories of a real export, jira-export/issues.json).
 */
export function describeChanges(site: Site, before: Issue, after: Issue): HistoryItem[] {
  return [
    ...SINGLE.flatMap((field) => singleItem(field, field.shown(site, before), field.shown(site, after))),
    ...LISTS.flatMap((field) => listItems(field, field.values(site, before), field.values(site, after))),
    ...labelItem(before.labels, after.labels),
    ...customItems(site, before, after),
  ];
}

function singleItem(field: SingleField, from: Shown, to: Shown): HistoryItem[] {
  if (from.id === to.id && from.text === to.text) {
    return [];
  }
  const { field: name, fieldId } = field;
  return [{ field: name, fieldtype: 'jira', fieldId, from: from.id, fromString: from.text, to: to.id, toString: to.text }];
}

function listItems(field: ListField, before: readonly NamedOption[], after: readonly NamedOption[]): HistoryItem[] {
  const base = { field: field.field, fieldtype: 'jira', fieldId: field.fieldId } as const;
  const missing = (from: readonly NamedOption[], where: readonly NamedOption[]) =>
    from.filter((value) => !where.some((other) => other.id === value.id));
  return [
    ...missing(before, after).map((gone) => ({ ...base, from: gone.id, fromString: gone.name, to: null, toString: null })),
    ...missing(after, before).map((come) => ({ ...base, from: null, fromString: null, to: come.id, toString: come.name })),
  ];
}

function labelItem(before: readonly string[], after: readonly string[]): HistoryItem[] {
  const from = before.join(' ');
  const to = after.join(' ');
  return from === to
    ? []
    : [{ field: 'labels', fieldtype: 'jira', fieldId: 'labels', from: '', fromString: from, to: '', toString: to }];
}

function customItems(site: Site, before: Issue, after: Issue): HistoryItem[] {
  const ids = new Set([...Object.keys(before.customFields), ...Object.keys(after.customFields)]);
  return [...ids].flatMap((fieldId) => {
    const fromString = customText(before.customFields[fieldId]);
    const toString = customText(after.customFields[fieldId]);
    const field = site.customFields.get(fieldId)?.name ?? fieldId;
    return fromString === toString ? [] : [{ field, fieldtype: 'custom', fieldId, from: null, fromString, to: null, toString }];
  });
}

function customText(value: unknown): string | null {
  if (value === null || value === undefined) {
    return null;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function named(map: ReadonlyMap<string, NamedOption>, id: string | null): Shown {
  return id === null ? NOTHING : { id, text: map.get(id)?.name ?? id };
}

function person(site: Site, accountId: string | null): Shown {
  return accountId === null ? NOTHING : { id: accountId, text: site.users.get(accountId)?.displayName ?? accountId };
}

function options(map: ReadonlyMap<string, NamedOption>, ids: readonly string[]): NamedOption[] {
  return ids.map((id) => map.get(id) ?? { id, name: id });
}

function description(issue: Issue): Shown {
  return issue.description === null || issue.description === undefined
    ? NOTHING
    : { id: null, text: plainText(issue.description) };
}

function dueDate(issue: Issue): Shown {
  return issue.dueDate === null ? NOTHING : { id: issue.dueDate, text: `${issue.dueDate} 00:00:00.0` };
}

function securityLevel(site: Site, issue: Issue): Shown {
  const level = site.projects.get(issue.projectId)?.securityLevels.find((candidate) => candidate.id === issue.securityLevelId);
  return level === undefined ? NOTHING : { id: level.id, text: level.name };
}

import type { HistoryItem, Issue, NamedOption, SiteSeed } from '../jira/model';
import type { AppField, AppFieldValue } from './app-fields';
import { APP_FIELDS, seedFieldId } from './app-fields';
import { instantOf } from './time';

/** One change of one field, by the ids of the new value. */
export type Change =
  | { readonly field: 'status'; readonly to: string }
  | { readonly field: 'resolution' | 'priority' | 'assignee'; readonly to: string | null }
  | { readonly field: 'fixVersions'; readonly remove: string | null; readonly add: string | null }
  | { readonly field: 'labels'; readonly add: string }
  | { readonly field: 'app'; readonly key: AppField; readonly to: AppFieldValue }
  | { readonly field: 'link'; readonly key: string; readonly phrase: string };

/** Changes that one person makes at one instant (milliseconds); they become one history. */
export interface Step {
  readonly at: number;
  readonly author: string;
  readonly changes: readonly Change[];
}

/** How Jira shows an id in a changelog. */
export type NameOf = (kind: 'status' | 'resolution' | 'priority' | 'assignee' | 'fixVersions', id: string) => string;

export const nameLookup = (site: Pick<SiteSeed, 'statuses' | 'resolutions' | 'priorities' | 'users' | 'versions'>): NameOf => {
  const named = (options: readonly NamedOption[]): [string, string][] => options.map(({ id, name }) => [id, name]);
  const names = {
    status: new Map(site.statuses.map(({ id, name }) => [id, name])),
    resolution: new Map(named(site.resolutions)),
    priority: new Map(named(site.priorities)),
    assignee: new Map(site.users.map(({ accountId, displayName }) => [accountId, displayName])),
    fixVersions: new Map(site.versions.map(({ id, name }) => [id, name])),
  };
  return (kind, id) => {
    const name = names[kind].get(id);
    if (name === undefined) throw new Error(`no ${kind} with the id ${id} on this site`);
    return name;
  };
};

type Side = readonly [id: string | null, shown: string | null];
const NOTHING: Side = [null, null];

const item = (fieldId: string, field: string, [from, fromString]: Side, [to, toString]: Side): HistoryItem => ({
  field,
  fieldtype: fieldId.startsWith('app:') ? 'custom' : 'jira',
  fieldId,
  from,
  fromString,
  to,
  toString,
});

const CURRENT = {
  status: (issue: Issue) => issue.statusId,
  resolution: (issue: Issue) => issue.resolutionId,
  priority: (issue: Issue) => issue.priorityId,
  assignee: (issue: Issue) => issue.assignee,
} as const;

const setSingle = (issue: Issue, at: number, change: Extract<Change, { field: keyof typeof CURRENT }>): void => {
  if (change.field === 'status') issue.statusId = change.to;
  if (change.field === 'priority') issue.priorityId = change.to;
  if (change.field === 'assignee') issue.assignee = change.to;
  if (change.field === 'resolution') {
    issue.resolutionId = change.to;
    issue.resolutionDate = change.to === null ? null : instantOf(at);
  }
};

const changeFixVersions = (issue: Issue, change: Extract<Change, { field: 'fixVersions' }>, name: NameOf): HistoryItem[] => {
  const { remove, add } = change;
  const items: HistoryItem[] = [];
  // Jira writes a moved version as two items: one taken away, one added.
  if (remove !== null && issue.fixVersionIds.includes(remove)) {
    issue.fixVersionIds = issue.fixVersionIds.filter((id) => id !== remove);
    items.push(item('fixVersions', 'Fix Version', [remove, name('fixVersions', remove)], NOTHING));
  }
  if (add !== null && !issue.fixVersionIds.includes(add)) {
    issue.fixVersionIds = [...issue.fixVersionIds, add];
    items.push(item('fixVersions', 'Fix Version', NOTHING, [add, name('fixVersions', add)]));
  }
  return items;
};

const changeLabels = (issue: Issue, label: string): HistoryItem[] => {
  if (issue.labels.includes(label)) return [];
  const before = issue.labels.join(' ');
  issue.labels = [...issue.labels, label];
  return [item('labels', 'labels', ['', before], ['', issue.labels.join(' ')])];
};

const changeAppField = (issue: Issue, key: AppField, to: AppFieldValue): HistoryItem[] => {
  const id = seedFieldId(key);
  const before = issue.customFields[id] ?? null;
  if (before === to) return [];
  if (to === null) delete issue.customFields[id];
  else issue.customFields[id] = to;
  const shown = (value: unknown): Side => [null, typeof value === 'string' || typeof value === 'number' ? String(value) : null];
  return [item(id, APP_FIELDS[key], shown(before), shown(to))];
};

const itemsOf = (issue: Issue, at: number, change: Change, name: NameOf): HistoryItem[] => {
  if (change.field === 'fixVersions') return changeFixVersions(issue, change, name);
  if (change.field === 'labels') return changeLabels(issue, change.add);
  if (change.field === 'app') return changeAppField(issue, change.key, change.to);
  if (change.field === 'link')
    return [item('issuelinks', 'Link', NOTHING, [change.key, `This issue ${change.phrase} ${change.key}`])];
  const before = CURRENT[change.field](issue);
  if (before === change.to) return [];
  setSingle(issue, at, change);
  const side = (id: string | null): Side => (id === null ? NOTHING : [id, name(change.field, id)]);
  return [item(change.field, change.field, side(before), side(change.to))];
};

/** Makes a step happen: the issue's values change and its changelog says so. What changes nothing leaves no history. */
export const takeStep = (issue: Issue, step: Step, name: NameOf): void => {
  const items = step.changes.flatMap((change) => itemsOf(issue, step.at, change, name));
  if (items.length === 0) return;
  const created = instantOf(step.at);
  // Ids are given at the end, when the histories of all issues are known in the order of time.
  issue.histories.push({ id: '', author: step.author, created, items });
  if (created > issue.updated) issue.updated = created;
};

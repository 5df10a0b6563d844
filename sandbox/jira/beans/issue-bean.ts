import { fieldNames, issueFields, selectFields } from './issue-fields';
import { historyBean } from './history-bean';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';
import type { Issue } from '../model';

export interface IssueView {
  readonly fields: readonly string[];
  readonly fieldsByKeys: boolean;
  readonly expand: ReadonlySet<string>;
  readonly properties: readonly string[];
  /** Most histories that `expand=changelog` shows; the newest come first. */
  readonly histories: number;
}

const EXPAND = 'operations,versionedRepresentations,editmeta,changelog,renderedFields';

/** An issue as REST answers it. A search for ids alone (`fields` empty or `id`, `key`) has no `fields`. */
export function issueBean(site: Site, issue: Issue, view: IssueView, viewer: Permissions): Record<string, unknown> {
  const selected = selectFields(site, view.fields, view.fieldsByKeys);
  return {
    expand: EXPAND,
    id: issue.id,
    self: site.url(`/rest/api/3/issue/${issue.id}`),
    key: issue.key,
    ...(selected.length === 0 ? {} : { fields: issueFields(site, issue, selected, viewer) }),
    ...(view.expand.has('changelog') ? { changelog: changelogOf(site, issue, view.histories) } : {}),
    ...(view.expand.has('names') ? { names: fieldNames(site, selected) } : {}),
    ...(view.properties.length === 0 ? {} : { properties: propertiesOf(issue, view.properties) }),
  };
}

function changelogOf(site: Site, issue: Issue, most: number): Record<string, unknown> {
  const newestFirst = [...issue.histories].reverse();
  const histories = newestFirst.slice(0, most).map((history) => historyBean(site, history));
  return { startAt: 0, maxResults: histories.length, total: newestFirst.length, histories };
}

function propertiesOf(issue: Issue, asked: readonly string[]): Record<string, unknown> {
  const keys = asked.includes('*all') ? Object.keys(issue.properties) : asked;
  return Object.fromEntries(keys.flatMap((key) => (key in issue.properties ? [[key, issue.properties[key]?.value]] : [])));
}

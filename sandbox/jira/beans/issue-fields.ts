import { attachmentBean } from './attachment-bean';
import { commentBean } from './comment-bean';
import { componentBean, issueTypeBean, priorityBean, resolutionBean, securityLevelBean } from './option-beans';
import { fieldCatalogue } from './field-catalogue';
import { jiraInstant } from './instant';
import { linkOnIssueBean } from './issue-link-bean';
import { projectBean } from './project-bean';
import { statusBean, statusCategoryBean } from './status-bean';
import { userBeanOf } from './user-bean';
import { versionInIssueBean } from './version-bean';
import { known, projectOf, statusOf } from '../site/find';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';
import type { Issue } from '../model';

type Reader = (site: Site, issue: Issue, viewer: Permissions) => unknown;

/** How each system field of an issue reads in REST. */
const READERS: Readonly<Record<string, Reader>> = {
  summary: (_site, issue) => issue.summary,
  issuetype: (site, issue) => issueTypeBean(site, known(site.issueTypes, issue.issueTypeId, 'issue type')),
  project: (site, issue) => projectBean(site, projectOf(site, issue)),
  status: (site, issue) => statusBean(site, statusOf(site, issue)),
  statusCategory: (site, issue) => statusCategoryBean(site, statusOf(site, issue).category),
  statuscategorychangedate: (_site, issue) => jiraInstant(lastStatusChange(issue)),
  priority: (site, issue) => optional(site.priorities, issue.priorityId, (priority) => priorityBean(site, priority)),
  resolution: (site, issue) => optional(site.resolutions, issue.resolutionId, (resolution) => resolutionBean(site, resolution)),
  resolutiondate: (_site, issue) => (issue.resolutionDate === null ? null : jiraInstant(issue.resolutionDate)),
  assignee: (site, issue) => userBeanOf(site, issue.assignee),
  reporter: (site, issue) => userBeanOf(site, issue.reporter),
  creator: (site, issue) => userBeanOf(site, issue.creator),
  created: (_site, issue) => jiraInstant(issue.created),
  updated: (_site, issue) => jiraInstant(issue.updated),
  duedate: (_site, issue) => issue.dueDate,
  labels: (_site, issue) => issue.labels,
  components: (site, issue) => present(site.components, issue.componentIds).map((component) => componentBean(site, component)),
  fixVersions: (site, issue) => present(site.versions, issue.fixVersionIds).map((version) => versionInIssueBean(site, version)),
  versions: (site, issue) => present(site.versions, issue.affectsVersionIds).map((version) => versionInIssueBean(site, version)),
  security: (site, issue) => {
    const level = projectOf(site, issue).securityLevels.find((candidate) => candidate.id === issue.securityLevelId);
    return level === undefined ? null : securityLevelBean(site, level);
  },
  description: (_site, issue) => issue.description ?? null,
  issuelinks: links,
  subtasks: () => [],
  attachment: (site, issue) => (site.attachments.get(issue.id) ?? []).map((attachment) => attachmentBean(site, attachment)),
  comment: (site, issue) => {
    const comments = issue.comments.map((comment) => commentBean(site, issue, comment));
    const self = site.url(`/rest/api/3/issue/${issue.id}/comment`);
    return { comments, self, maxResults: comments.length, total: comments.length, startAt: 0 };
  },
};

/** Fields left out of `*navigable`, as in Jira. */
const NOT_NAVIGABLE = new Set(['comment', 'attachment']);

/**
 * The ids that a `fields` parameter asks for: ids, `*all`, `*navigable`, a `-` before what to leave out; unknown names are
 * ignored, as Jira does. With `byKeys` custom fields go by their keys.
 */
export function selectFields(site: Site, asked: readonly string[], byKeys: boolean): { id: string; shownAs: string }[] {
  const custom = [...site.customFields.values()].map((field) => ({ id: field.id, shownAs: byKeys ? field.key : field.id }));
  const every = [...Object.keys(READERS).map((id) => ({ id, shownAs: id })), ...custom];
  const left = new Set(asked.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const wanted = asked.filter((name) => !name.startsWith('-'));
  const all = wanted.includes('*all');
  const navigable = wanted.includes('*navigable');
  return every.filter(
    ({ id, shownAs }) =>
      !left.has(id) &&
      !left.has(shownAs) &&
      (all || (navigable && !NOT_NAVIGABLE.has(id)) || wanted.includes(id) || wanted.includes(shownAs)),
  );
}

export function issueFields(
  site: Site,
  issue: Issue,
  selected: readonly { id: string; shownAs: string }[],
  viewer: Permissions,
): Record<string, unknown> {
  return Object.fromEntries(
    selected.map(({ id, shownAs }) => [shownAs, READERS[id]?.(site, issue, viewer) ?? issue.customFields[id] ?? null] as const),
  );
}

/** `names` of `expand=names`. */
export function fieldNames(site: Site, selected: readonly { id: string; shownAs: string }[]): Record<string, string> {
  const names = new Map(fieldCatalogue(site).map((field) => [field.id, field.name]));
  return Object.fromEntries(selected.map(({ id, shownAs }) => [shownAs, names.get(id) ?? id]));
}

function links(site: Site, issue: Issue, viewer: Permissions): unknown[] {
  return [...site.issueLinks.values()].flatMap((link) => {
    if (link.inwardIssueId !== issue.id && link.outwardIssueId !== issue.id) {
      return [];
    }
    const other = site.issues.get(link.inwardIssueId === issue.id ? link.outwardIssueId : link.inwardIssueId);
    return other === undefined || !viewer.sees(other) ? [] : [linkOnIssueBean(site, link, issue, other)];
  });
}

function lastStatusChange(issue: Issue): string {
  return issue.histories.findLast((history) => history.items.some((item) => item.fieldId === 'status'))?.created ?? issue.created;
}

function present<T>(map: ReadonlyMap<string, T>, ids: readonly string[]): T[] {
  return ids.flatMap((id) => map.get(id) ?? []);
}

function optional<T>(map: ReadonlyMap<string, T>, id: string | null, shown: (value: T) => unknown): unknown {
  const value = id === null ? undefined : map.get(id);
  return value === undefined ? null : shown(value);
}

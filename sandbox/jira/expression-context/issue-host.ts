import { calendarDateValue, dateValue, fromJson } from '../expressions';
import { plainText } from '../changes/plain-text';
import { known, projectOf, statusOf } from '../site/find';
import { componentHost, issueTypeHost, optionHost, securityLevelHost, statusHost, versionHost } from './option-hosts';
import { changelogHosts, newestChangelog } from './changelog-hosts';
import { entityProperties } from './entity-properties';
import { expensive, host, method, plain } from './members';
import { issueLinkHosts } from './issue-link-hosts';
import { projectHost } from './project-host';
import { userHostOf } from './user-host';
import type { Member } from './members';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';
import type { ExpenseMeter, HostObject, Value } from '../expressions';
import type { Comment, Issue } from '../model';

/**
 * An issue with the members of the Jira expressions types (developer.atlassian.com/cloud/jira/platform/jira-expressions-types).
 * Properties, comments, changelogs, links and custom fields load more data and are expensive operations. Members that the
 * sandbox's issues have nothing of (worklogs, sprints, estimates) are unknown here, so that no rule leans on them.
 */
export function issueHost(site: Site, issue: Issue, viewer: Permissions): HostObject {
  return host({
    typeName: 'Issue',
    identity: issue.id,
    members: { ...details(site, issue), ...people(site, issue), ...lists(site, issue), ...loaded(site, issue, viewer) },
    other: (member, cost) => customField(site, issue, member, cost),
    toJson: () => ({ id: Number(issue.id), key: issue.key }),
  });
}

function details(site: Site, issue: Issue): Record<string, Member> {
  const level = projectOf(site, issue).securityLevels.find((candidate) => candidate.id === issue.securityLevelId);
  const named = (typeName: string, map: Site['priorities'], id: string | null) =>
    id === null ? null : optionHost(typeName, known(map, id, typeName));
  return {
    ...plain({
      id: Number(issue.id),
      key: issue.key,
      summary: issue.summary,
      priority: named('IssuePriority', site.priorities, issue.priorityId),
      resolution: named('Resolution', site.resolutions, issue.resolutionId),
      created: dateValue(new Date(issue.created)),
      updated: dateValue(new Date(issue.updated)),
      resolutionDate: issue.resolutionDate === null ? null : dateValue(new Date(issue.resolutionDate)),
      dueDate: issue.dueDate === null ? null : calendarDateValue(issue.dueDate),
      securityLevel: level === undefined ? null : securityLevelHost(level),
      parent: null,
      environment: null,
    }),
    project: () => projectHost(site, projectOf(site, issue)),
    status: () => statusHost(statusOf(site, issue)),
    issueType: () => issueTypeHost(site, known(site.issueTypes, issue.issueTypeId, 'issue type')),
    description: () => (issue.description === null || issue.description === undefined ? null : richText(issue.description)),
  };
}

function people(site: Site, issue: Issue): Record<string, Member> {
  return {
    assignee: () => userHostOf(site, issue.assignee),
    reporter: () => userHostOf(site, issue.reporter),
    creator: () => userHostOf(site, issue.creator),
  };
}

function lists(site: Site, issue: Issue): Record<string, Member> {
  const versions = (ids: readonly string[]) => ids.flatMap((id) => site.versions.get(id) ?? []).map(versionHost);
  return {
    labels: () => issue.labels,
    components: () => issue.componentIds.flatMap((id) => site.components.get(id) ?? []).map(componentHost),
    fixVersions: () => versions(issue.fixVersionIds),
    versions: () => versions(issue.affectsVersionIds),
    subtasks: () => [],
    childIssues: () => [],
  };
}

function loaded(site: Site, issue: Issue, viewer: Permissions): Record<string, Member> {
  return {
    properties: entityProperties(issue.properties),
    comments: expensive(() => issue.comments.map((comment) => commentHost(site, comment))),
    links: expensive(() => issueLinkHosts(site, issue, viewer, issueHost)),
    changelogs: expensive(() => changelogHosts(site, issue)),
    getNewestChangelog: method('getNewestChangelog', ([field], cost) => {
      cost.expensive();
      return newestChangelog(site, issue, typeof field === 'string' ? field : null);
    }),
  };
}

/** By id (`customfield_10100`) or by key. */
function customField(site: Site, issue: Issue, member: string, cost: ExpenseMeter): Value | undefined {
  const field = site.customFields.get(member) ?? [...site.customFields.values()].find((candidate) => candidate.key === member);
  if (field === undefined) {
    return undefined;
  }
  cost.expensive();
  return fromJson(issue.customFields[field.id]);
}

function commentHost(site: Site, comment: Comment): HostObject {
  return host({
    typeName: 'Comment',
    identity: comment.id,
    members: {
      ...plain({
        id: Number(comment.id),
        created: dateValue(new Date(comment.created)),
        updated: dateValue(new Date(comment.updated)),
        body: richText(comment.body),
      }),
      author: () => userHostOf(site, comment.author),
      properties: entityProperties({}),
    },
  });
}

export function richText(document: unknown): HostObject {
  return host({ typeName: 'RichText', members: plain({ plainText: plainText(document) }) });
}

import { statusBean } from './status-bean';
import { issueTypeBean, priorityBean } from './option-beans';
import { statusOf } from '../site/find';
import type { Site } from '../site/site';
import type { Issue, IssueLink, IssueLinkType } from '../model';

export function issueLinkTypeBean(site: Site, type: IssueLinkType): Record<string, unknown> {
  return {
    id: type.id,
    name: type.name,
    inward: type.inward,
    outward: type.outward,
    self: site.url(`/rest/api/3/issueLinkType/${type.id}`),
  };
}

export function linkedIssueBean(site: Site, issue: Issue): Record<string, unknown> {
  const type = site.issueTypes.get(issue.issueTypeId);
  const priority = issue.priorityId === null ? undefined : site.priorities.get(issue.priorityId);
  return {
    id: issue.id,
    key: issue.key,
    self: site.url(`/rest/api/3/issue/${issue.id}`),
    fields: {
      summary: issue.summary,
      status: statusBean(site, statusOf(site, issue)),
      ...(priority === undefined ? {} : { priority: priorityBean(site, priority) }),
      ...(type === undefined ? {} : { issuetype: issueTypeBean(site, type) }),
    },
  };
}

/** A link within an issue's `issuelinks`: only the other end is named, under the side on which it stands. */
export function linkOnIssueBean(site: Site, link: IssueLink, issue: Issue, other: Issue): Record<string, unknown> {
  const type = site.issueLinkTypes.get(link.typeId);
  return {
    id: link.id,
    self: site.url(`/rest/api/3/issueLink/${link.id}`),
    type: type === undefined ? { id: link.typeId } : issueLinkTypeBean(site, type),
    [link.inwardIssueId === issue.id ? 'outwardIssue' : 'inwardIssue']: linkedIssueBean(site, other),
  };
}

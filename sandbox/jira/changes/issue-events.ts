import { issueEventBean } from '../beans/issue-event-bean';
import { statusBean } from '../beans/status-bean';
import { historyItemBean } from '../beans/history-bean';
import { commentBean } from '../beans/comment-bean';
import { issueLinkTypeBean } from '../beans/issue-link-bean';
import type { Author } from './author';
import type { Site } from '../site/site';
import type { Comment, HistoryItem, Issue, IssueLink } from '../model';

/**
 * Product events about issues, with the payloads of Forge's events reference
 * (developer.atlassian.com/platform/forge/events-reference/jira: issue, comment and issue link events).
 */
export function emitIssueCreated(site: Site, issue: Issue, author: Author): void {
  emit(site, 'avi:jira:created:issue', author, { issue: issueEventBean(site, issue), ...users([author.accountId]) });
}

export function emitIssueUpdated(site: Site, before: Issue, after: Issue, items: readonly HistoryItem[], author: Author): void {
  const issue = issueEventBean(site, after);
  const changelog = { items: items.map(historyItemBean) };
  const involved = users([author.accountId, ...(before.assignee === after.assignee ? [] : [before.assignee, after.assignee])]);
  const statuses = [after.statusId, before.statusId]
    .flatMap((id) => site.statuses.get(id) ?? [])
    .map((status) => statusBean(site, status));
  const associatedStatuses = before.statusId === after.statusId ? {} : { associatedStatuses: statuses };
  emit(site, 'avi:jira:updated:issue', author, { issue, changelog, ...involved, ...associatedStatuses });
  if (before.assignee !== after.assignee) {
    const assigned = changelog.items.filter((item) => item.fieldId === 'assignee');
    emit(site, 'avi:jira:assigned:issue', author, { issue, changelog: { items: assigned }, ...involved });
  }
}

export function emitIssueDeleted(site: Site, issue: Issue, author: Author): void {
  emit(site, 'avi:jira:deleted:issue', author, { issue: issueEventBean(site, issue), ...users([author.accountId]) });
}

export function emitCommented(site: Site, issue: Issue, comment: Comment, author: Author): void {
  const payload = {
    issue: issueEventBean(site, issue),
    comment: commentBean(site, issue, comment),
    ...users([author.accountId]),
  };
  emit(site, 'avi:jira:commented:issue', author, payload);
}

export function emitCommentDeleted(site: Site, issue: Issue, comment: Comment, author: Author): void {
  emit(site, 'avi:jira:deleted:comment', author, {
    issue: issueEventBean(site, issue),
    comment: commentBean(site, issue, comment),
  });
}

/** Source is the issue that the link goes out from (`inwardIssue` of the REST request), destination the other. */
export function emitIssueLink(site: Site, verb: 'created' | 'deleted', link: IssueLink, author: Author): void {
  const type = site.issueLinkTypes.get(link.typeId);
  emit(site, `avi:jira:${verb}:issuelink`, author, {
    id: link.id,
    sourceIssueId: link.inwardIssueId,
    destinationIssueId: link.outwardIssueId,
    issueLinkType: type === undefined ? { id: link.typeId } : issueLinkTypeBean(site, type),
  });
}

/** Setting or deleting an issue property; only properties that change raise it. */
export function emitIssueProperty(
  site: Site,
  verb: 'set' | 'deleted',
  issue: Issue,
  key: string,
  value: unknown,
  author: Author,
): void {
  const property = verb === 'set' ? { key, value } : { key };
  emit(site, `avi:jira:${verb}:issue-property`, author, { issue: issueEventBean(site, issue), property });
}

function emit(site: Site, eventType: string, author: Author, payload: Record<string, unknown>): void {
  const { accountId, selfGenerated } = author;
  site.emit({
    eventType,
    selfGenerated,
    actorAccountId: accountId,
    payload: { eventType, selfGenerated, ...(accountId === null ? {} : { atlassianId: accountId }), ...payload },
  });
}

function users(accountIds: readonly (string | null)[]): { associatedUsers: { associatedUsers: { accountId: string }[] } } {
  const ids = [...new Set(accountIds.flatMap((id) => (id === null ? [] : [id])))];
  return { associatedUsers: { associatedUsers: ids.map((accountId) => ({ accountId })) } };
}

import { describeChanges } from './describe-changes';
import { emitIssueCreated, emitIssueDeleted, emitIssueLink, emitIssueUpdated } from './issue-events';
import { rememberEarlier } from './earlier-states';
import { known } from '../site/find';
import type { Author } from './author';
import type { Site } from '../site/site';
import type { HistoryItem, Issue, IssueLink } from '../model';

export interface Silence {
  /** False where the caller asked for no changelog (`generateChangelog` of app/field/value). */
  readonly history?: boolean;
  /** False where no app shall hear of it (`generateAppEvents`, or a change that follows from another one). */
  readonly events?: boolean;
}

export type IssueChanges = Partial<Omit<Issue, 'id' | 'histories' | 'updated' | 'created'>>;

/**
 * Changes an issue: writes the history, `updated`, `resolutionDate`, and tells the apps. Values that are the same as before
 * change nothing, and an edit that changes nothing leaves no trace.
 */
export function changeIssue(site: Site, issueId: string, changes: IssueChanges, author: Author, loud: Silence = {}): Issue {
  const before = known(site.issues, issueId, 'issue');
  const changed = resolved(site, before, { ...before, ...changes });
  const items = describeChanges(site, before, changed);
  if (items.length === 0) {
    return before;
  }
  const after = store(site, before, changed, items, author, loud);
  if (loud.events !== false) {
    emitIssueUpdated(site, before, after, items, author);
  }
  return after;
}

/** Writes items that say nothing of a field of the issue itself: a link that came or went. */
export function noteOnIssue(site: Site, issueId: string, items: readonly HistoryItem[], author: Author): void {
  const before = known(site.issues, issueId, 'issue');
  const after = store(site, before, before, items, author, {});
  emitIssueUpdated(site, before, after, items, author);
}

export function addIssue(site: Site, issue: Issue, author: Author): void {
  rememberEarlier(site, issue.id, null);
  site.issues.set(issue.id, issue);
  site.issueIdByKey.set(issue.key, issue.id);
  emitIssueCreated(site, issue, author);
}

/** Its links go with it; apps hear of the issue alone ("cascading events aren't emitted"). */
export function deleteIssue(site: Site, issue: Issue, author: Author): void {
  rememberEarlier(site, issue.id, issue);
  site.issues.delete(issue.id);
  site.issueIdByKey.delete(issue.key);
  for (const link of site.issueLinks.values()) {
    if (link.inwardIssueId === issue.id || link.outwardIssueId === issue.id) {
      site.issueLinks.delete(link.id);
    }
  }
  emitIssueDeleted(site, issue, author);
}

export function addIssueLink(site: Site, link: IssueLink, author: Author): void {
  site.issueLinks.set(link.id, link);
  noteLink(site, link, true, author);
  emitIssueLink(site, 'created', link, author);
}

export function deleteIssueLink(site: Site, link: IssueLink, author: Author): void {
  site.issueLinks.delete(link.id);
  noteLink(site, link, false, author);
  emitIssueLink(site, 'deleted', link, author);
}

function noteLink(site: Site, link: IssueLink, added: boolean, author: Author): void {
  const type = known(site.issueLinkTypes, link.typeId, 'issue link type');
  const ends = [
    { issueId: link.inwardIssueId, otherId: link.outwardIssueId, text: type.outward },
    { issueId: link.outwardIssueId, otherId: link.inwardIssueId, text: type.inward },
  ];
  for (const { issueId, otherId, text } of ends) {
    const other = site.issues.get(otherId)?.key ?? otherId;
    const sentence = `This issue ${text} ${other}`;
    const value = added
      ? { from: null, fromString: null, to: other, toString: sentence }
      : { from: other, fromString: sentence, to: null, toString: null };
    noteOnIssue(site, issueId, [{ field: 'Link', fieldtype: 'jira', fieldId: 'issuelinks', ...value }], author);
  }
}

/** The date of resolution follows the resolution. */
function resolved(site: Site, before: Issue, after: Issue): Issue {
  if (before.resolutionId === after.resolutionId) {
    return after;
  }
  return { ...after, resolutionDate: after.resolutionId === null ? null : site.now() };
}

function store(site: Site, before: Issue, changed: Issue, items: readonly HistoryItem[], author: Author, loud: Silence): Issue {
  const now = site.now();
  const history = { id: site.nextId('history'), author: author.accountId, created: now, items };
  const histories = loud.history === false ? before.histories : [...before.histories, history];
  const after = { ...changed, updated: now, histories };
  rememberEarlier(site, before.id, before);
  site.issues.set(after.id, after);
  if (before.key !== after.key) {
    site.issueIdByKey.delete(before.key);
    site.issueIdByKey.set(after.key, after.id);
  }
  return after;
}

import { statusOf } from '../site/find';
import { versionFor } from './find-for-call';
import { ok } from './route';
import type { Call, Route } from './route';
import type { Issue, Version } from '../model';

const VERSION = '/rest/api/3/version/{id}';

/** Counts are over all issues, those that the caller may not see included. */
export const versionCounts: readonly Route[] = [
  { method: 'GET', path: `${VERSION}/relatedIssueCounts`, handle: (call) => ok(relatedIssueCounts(call)) },
  { method: 'GET', path: `${VERSION}/unresolvedIssueCount`, handle: (call) => ok(unresolvedIssueCount(call)) },
];

function fixedIn(call: Call, version: Version): Issue[] {
  return [...call.site.issues.values()].filter((issue) => issue.fixVersionIds.includes(version.id));
}

/** `issuesStatusForFixVersion` of `expand=issuesstatus`. */
export function issuesStatus(call: Call, version: Version): Record<string, number> {
  const categories = fixedIn(call, version).map((issue) => statusOf(call.site, issue).category);
  const count = (category: string) => categories.filter((other) => other === category).length;
  return { unmapped: 0, toDo: count('new'), inProgress: count('indeterminate'), done: count('done') };
}

function relatedIssueCounts(call: Call): Record<string, unknown> {
  const version = versionFor(call);
  return {
    self: call.site.url(`/rest/api/3/version/${version.id}`),
    issuesFixedCount: fixedIn(call, version).length,
    issuesAffectedCount: [...call.site.issues.values()].filter((issue) => issue.affectsVersionIds.includes(version.id)).length,
    issueCountWithCustomFieldsShowingVersion: 0,
    customFieldUsage: [],
  };
}

function unresolvedIssueCount(call: Call): Record<string, unknown> {
  const version = versionFor(call);
  const issues = fixedIn(call, version);
  return {
    self: call.site.url(`/rest/api/3/version/${version.id}`),
    issuesUnresolvedCount: issues.filter((issue) => issue.resolutionId === null).length,
    issuesCount: issues.length,
  };
}

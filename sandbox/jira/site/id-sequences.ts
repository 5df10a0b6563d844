import type { SiteSeed } from '../model';

export type IdKind = 'issue' | 'version' | 'history' | 'comment' | 'issueLink' | 'attachment' | 'grant' | 'rule' | 'task';

/** Gives ids that continue upwards from the highest one of the seed; Jira's first free ids stand near 10000. */
export function sequences(seed: SiteSeed): (kind: IdKind) => string {
  const last: Record<IdKind, number> = {
    issue: highest(seed.issues.map((issue) => issue.id)),
    version: highest(seed.versions.map((version) => version.id)),
    history: highest(seed.issues.flatMap((issue) => issue.histories.map((history) => history.id))),
    comment: highest(seed.issues.flatMap((issue) => issue.comments.map((comment) => comment.id))),
    issueLink: highest(seed.issueLinks.map((link) => link.id)),
    attachment: highest([]),
    grant: highest([]),
    rule: highest([]),
    task: highest([]),
  };
  return (kind) => {
    last[kind] += 1;
    return String(last[kind]);
  };
}

function highest(ids: readonly string[]): number {
  return ids.reduce((top, id) => Math.max(top, Number(id) || 0), 9999);
}

import type { Site } from '../site/site';
import type { Issue } from '../model';

/** States older than this are forgotten; the largest `searchLag` that shows an effect. One hour, in milliseconds. */
const KEPT = 3_600_000;

/** Keeps what an issue was before a change, because JQL search sees changes late. Null: it did not exist. */
export function rememberEarlier(site: Site, issueId: string, before: Issue | null): void {
  const changedAt = Date.parse(site.now());
  const kept = (site.earlier.get(issueId) ?? []).filter((state) => state.changedAt > changedAt - KEPT);
  site.earlier.set(issueId, [...kept, { changedAt, before }]);
}

/** The issues as search sees them now: those changed within `searchLag` as they were before, except `reconciled` ids. */
export function issuesAsSearched(site: Site, reconciled: ReadonlySet<string>): Issue[] {
  const horizon = Date.parse(site.now()) - site.switches.searchLag;
  const overlay = new Map<string, Issue | null>();
  for (const [issueId, states] of site.earlier) {
    const newest = states[states.length - 1];
    if (newest !== undefined && newest.changedAt <= Date.parse(site.now()) - KEPT) {
      site.earlier.delete(issueId);
    }
    const unseen = reconciled.has(issueId) ? undefined : states.find((state) => state.changedAt > horizon);
    if (unseen !== undefined) {
      overlay.set(issueId, unseen.before);
    }
  }
  const issues = [...site.issues.values()].flatMap((issue) => {
    const earlier = overlay.get(issue.id);
    return earlier === undefined ? [issue] : earlier === null ? [] : [earlier];
  });
  const deleted = [...overlay].flatMap(([issueId, earlier]) => (earlier !== null && !site.issues.has(issueId) ? [earlier] : []));
  return [...issues, ...deleted];
}

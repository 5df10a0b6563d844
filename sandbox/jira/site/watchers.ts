import type { Site, Watching } from './site';
import type { Issue } from '../model';

/** Who watches an issue: its reporter and whoever commented, as Jira's "autowatch" has it, and who was added; without who left. */
export function watchersOf(site: Site, issue: Issue): string[] {
  const { added, removed } = site.watching.get(issue.id) ?? nobody;
  const auto = [issue.reporter, ...issue.comments.map((comment) => comment.author)].flatMap((accountId) => accountId ?? []);
  const people = [...new Set([...auto, ...added])].filter((accountId) => !removed.includes(accountId));
  return people.filter((accountId) => site.users.get(accountId)?.accountType === 'atlassian');
}

/** @param watches false where the person leaves */
export function setWatching(site: Site, issue: Issue, accountId: string, watches: boolean): void {
  const { added, removed } = site.watching.get(issue.id) ?? nobody;
  const [into, outOf] = watches ? [added, removed] : [removed, added];
  const changed = [[...into, accountId], outOf.filter((other) => other !== accountId)] as const;
  site.watching.set(issue.id, { added: changed[watches ? 0 : 1], removed: changed[watches ? 1 : 0] });
}

const nobody: Watching = { added: [], removed: [] };

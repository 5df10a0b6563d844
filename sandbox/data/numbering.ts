import type { Issue } from '../jira/model';

const inOrder = <T extends { readonly created: string }>(entries: readonly T[]): T[] =>
  // ISO instants compare as text; the sort is stable, so that equal instants keep the order of their issues.
  entries.toSorted((left, right) => (left.created < right.created ? -1 : left.created > right.created ? 1 : 0));

const idsInOrder = (entries: readonly { readonly created: string }[], first: number): Map<object, string> =>
  new Map(inOrder(entries).map((entry, index) => [entry, String(first + index)]));

/** Gives histories and comments their ids, growing with time over the whole site as in Jira; the oldest of an issue first. */
export const numberHistories = (issues: readonly Issue[]): void => {
  const historyIds = idsInOrder(
    issues.flatMap(({ histories }) => histories),
    100_001,
  );
  const commentIds = idsInOrder(
    issues.flatMap(({ comments }) => comments),
    50_001,
  );
  for (const issue of issues) {
    issue.histories = inOrder(issue.histories).map((history) => ({ ...history, id: historyIds.get(history) ?? '' }));
    issue.comments = inOrder(issue.comments).map((comment) => ({ ...comment, id: commentIds.get(comment) ?? '' }));
  }
};

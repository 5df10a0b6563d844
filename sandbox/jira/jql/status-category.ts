import type { Instant, Issue } from '../model';
import type { Choice } from './choice-field';
import type { SearchContext } from './search-context';

/** Jira's three status categories; queries name them by name, REST key or id (`GET /rest/api/3/statuscategory`). */
export const STATUS_CATEGORIES: readonly Choice[] = [
  { id: 'new', names: ['To Do', 'new', '2'] },
  { id: 'indeterminate', names: ['In Progress', 'indeterminate', '4'] },
  { id: 'done', names: ['Done', '3'] },
];

/** When an issue's status last went from one category to another; its creation where it never did. A status that the site no longer has is a category of its own. */
export function categoryChanged({ site }: SearchContext): (issue: Issue) => Instant {
  const categories = new Map<string, string>(site.statuses().map(({ id, category }) => [id, category]));
  const categoryOf = (statusId: string | null): string => categories.get(statusId ?? '') ?? `status ${statusId}`;
  return ({ created, histories }) => {
    const last = histories.findLast(({ items }) =>
      items.some(({ fieldId, from, to }) => fieldId === 'status' && categoryOf(from) !== categoryOf(to)),
    );
    return last?.created ?? created;
  };
}

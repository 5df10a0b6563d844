import type { OrderBy, OrderByField } from '@atlaskit/jql-ast';
import type { Issue } from '../model';
import { searchField } from './fields';
import { JqlRefusal, refusals, unmodelled, UNMODELLED } from './refusal';
import type { SearchContext } from './search-context';
import type { SortKey } from './search-field';

interface SortStep {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Fields that sort from the newest or highest where the query gives no direction, as columns in Jira do; the others ascend. */
const DESCENDING = new Set(
  'created createddate updated updateddate resolved resolutiondate statuscategorychangeddate due duedate priority'.split(' '),
);

/**
 * Steps of an ORDER BY, at most 7 (POST /rest/api/3/search/jql). Without one the newest issue comes first. What can not be
 * sorted by is added to `errors`.
 */
export function sortSteps(orderBy: OrderBy | undefined, context: SearchContext, errors: string[]): readonly SortStep[] {
  if (orderBy === undefined) return [{ key: ({ created }) => created, descending: true }];
  if (orderBy.fields.length > 7) errors.push('The orderBy clause can contain a maximum of 7 fields.');
  return orderBy.fields.flatMap((field) => {
    try {
      return [sortStep(field, context)];
    } catch (error) {
      if (!(error instanceof JqlRefusal)) throw error;
      if (!errors.includes(error.message)) errors.push(error.message);
      return [];
    }
  });
}

function sortStep({ field, direction }: OrderByField, context: SearchContext): SortStep {
  const sort = sortOf(field, context);
  if (sort === null) throw new JqlRefusal(`Field '${field.value}' does not support sorting.`);
  const descending = direction ? direction.value === 'DESC' : DESCENDING.has(field.value.toLowerCase());
  return { key: sort(context), descending };
}

function sortOf(field: OrderByField['field'], context: SearchContext): ReturnType<typeof searchField>['sort'] {
  if (field.properties && field.properties.length > 0) throw unmodelled('sorting by a property');
  try {
    return searchField(field, context).sort;
  } catch (error) {
    const known = error instanceof JqlRefusal && error.message.startsWith(UNMODELLED);
    throw known ? error : refusals.unsortable(field.value);
  }
}

/**
 * A total order: equals are decided by id, the higher first. Empty values come last, and first where the order descends
 * (not documented; Jira's Lucene comparators did so).
 */
export function sortIssues(issues: readonly Issue[], steps: readonly SortStep[]): Issue[] {
  const rows = issues.map((issue) => ({ issue, keys: steps.map(({ key }) => key(issue)) }));
  rows.sort((left, right) => {
    for (const [at, { descending }] of steps.entries()) {
      const sign = compareKeys(left.keys[at] ?? null, right.keys[at] ?? null);
      if (sign !== 0) return descending ? -sign : sign;
    }
    return compareIds(right.issue.id, left.issue.id);
  });
  return rows.map(({ issue }) => issue);
}

function compareKeys(left: string | number | null, right: string | number | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}

function compareIds(left: string, right: string): number {
  const byNumber = Number(left) - Number(right);
  return Number.isNaN(byNumber) || byNumber === 0 ? (left < right ? -1 : left > right ? 1 : 0) : byNumber;
}

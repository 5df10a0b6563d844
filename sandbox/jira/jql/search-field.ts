import type { OperatorValue } from '@atlaskit/jql-ast';
import type { Issue } from '../model';
import type { Comparison, JqlValue, Predicate } from './comparison';
import type { SearchContext } from './search-context';

export type SortKey = (issue: Issue) => string | number | null;

/** A field whose history JQL can ask for: assignee, fix version, priority, reporter, resolution and status only (JQL operators, "WAS"). */
export interface TrackedField {
  /** `fieldId` of its history items. */
  readonly fieldId: string;
  /** Ids of what the issue has now. */
  current(issue: Issue): readonly string[];
  nameOf(id: string): string | null;
  /** Ids that a value names; throws a refusal where there are none. */
  resolve(field: string, value: JqlValue, operator: OperatorValue): ReadonlySet<string>;
  /** A word that means EMPTY in lower case: `unresolved`. */
  readonly emptyWord: string | null;
}

/** A field as one query sees it. */
export interface SearchField {
  readonly operators: ReadonlySet<OperatorValue>;
  /** Turns a comparison, whose operator is supported or the opposite of one, into a test; throws a refusal. */
  compile(comparison: Comparison): Predicate;
  /** Null where Jira can not sort by the field. */
  readonly sort: ((context: SearchContext) => SortKey) | null;
  readonly history: TrackedField | null;
}

const operators = (...list: OperatorValue[]): ReadonlySet<OperatorValue> => new Set(list);

/** Operators by kind of field, from the JQL fields page and Jira's TestSystemFieldOperatorUsage. */
export const OPERATORS = {
  choice: operators('=', '!=', 'in', 'not in', 'is', 'is not'),
  ordered: operators('=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>='),
  key: operators('=', '!=', 'in', 'not in', '<', '<=', '>', '>='),
  link: operators('=', '!=', 'in', 'not in'),
  searched: operators('~', '!~', 'is', 'is not'),
  allText: operators('~'),
  property: operators('=', '!=', 'in', 'not in', 'is', 'is not', '<', '<=', '>', '>=', '~', '!~'),
} as const;

/** Operators over a field's history. */
export const HISTORY_OPERATORS = operators('was', 'was not', 'was in', 'was not in', 'changed');

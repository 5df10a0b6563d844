import type { Issue } from '../model';
import type { Comparison, JqlValue, Predicate } from './comparison';
import { functionFor } from './function-call';
import { refusals } from './refusal';
import { orderTest } from './scalar-test';
import type { SearchContext } from './search-context';
import type { SearchField, SortKey } from './search-field';
import { OPERATORS } from './search-field';
import { ISSUE_FUNCTIONS } from './value-functions';

interface KeyParts {
  readonly project: string;
  readonly number: number;
}

/**
 * `key`, `issuekey`, `issue`, `id`. Bare digits are an id, all else must look like a key. A key that no visible issue has
 * finds nothing: `search/jql` answers so, where the removed `search` gave a 400 (CData's driver documentation, "KeyColumnOperators").
 */
export function keyField(context: SearchContext): SearchField {
  return {
    operators: OPERATORS.key,
    compile: (comparison) => compileKey(comparison, context),
    sort: () => keyOrder,
    history: null,
  };
}

/** `issueLink = SHOP-1`: issues linked to it, whatever the link. */
export function linkField(context: SearchContext): SearchField {
  return { operators: OPERATORS.link, compile: (comparison) => compileLink(comparison, context), sort: null, history: null };
}

function compileKey(comparison: Comparison, context: SearchContext): Predicate {
  const holds = orderTest(comparison.operator);
  if (holds === undefined) {
    const ids = referencedIds(comparison, context);
    const negative = comparison.operator === '!=' || comparison.operator === 'not in';
    return (issue) => ids.has(issue.id) !== negative;
  }
  const marks = comparison.values.flatMap((value) => {
    const key =
      value.kind === 'literal' && !isId(value) ? checkedKey(value.value, comparison.field) : keyOf(value, comparison, context);
    return key === null ? [] : [keyParts(key)];
  });
  return (issue) => {
    const { project, number } = keyParts(issue.key);
    return marks.some((mark) => mark.project === project && holds(Math.sign(number - mark.number)));
  };
}

function compileLink(comparison: Comparison, context: SearchContext): Predicate {
  const wanted = referencedIds(comparison, context);
  const linked = new Set<string>();
  const linkedElsewhere = new Set<string>();
  for (const { inwardIssueId, outwardIssueId } of context.site.issueLinks()) {
    for (const [one, other] of [
      [inwardIssueId, outwardIssueId],
      [outwardIssueId, inwardIssueId],
    ] as const) {
      (wanted.has(other) ? linked : linkedElsewhere).add(one);
    }
  }
  const negative = comparison.operator === '!=' || comparison.operator === 'not in';
  return ({ id }) => (negative ? linkedElsewhere.has(id) && !linked.has(id) : linked.has(id));
}

function referencedIds(comparison: Comparison, context: SearchContext): ReadonlySet<string> {
  const keys = new Set<string>();
  const ids = new Set<string>();
  for (const value of comparison.values) {
    if (value.kind === 'empty') throw refusals.empty(comparison.field);
    if (value.kind === 'call') callIds(value, comparison, context).forEach((id) => ids.add(id));
    else if (isId(value)) ids.add(value.value);
    else keys.add(checkedKey(value.value, comparison.field));
  }
  if (keys.size > 0) {
    for (const { id, key } of context.issues) if (keys.has(key.toUpperCase())) ids.add(id);
  }
  return ids;
}

function callIds(value: Extract<JqlValue, { kind: 'call' }>, comparison: Comparison, context: SearchContext): readonly string[] {
  return functionFor(comparison.field, comparison.written, value, ISSUE_FUNCTIONS).values(value, context);
}

function keyOf(value: JqlValue, comparison: Comparison, context: SearchContext): string | null {
  if (value.kind === 'empty') throw refusals.empty(comparison.field);
  const [id] = value.kind === 'call' ? callIds(value, comparison, context) : [value.value];
  return context.issues.find((issue) => issue.id === id)?.key ?? null;
}

function isId(value: Extract<JqlValue, { kind: 'literal' }>): boolean {
  return !value.quoted && /^\d+$/.test(value.value);
}

function checkedKey(text: string, field: string): string {
  if (!/^[a-z][a-z0-9_]*-\d+$/i.test(text)) throw refusals.key(text, field);
  return text.toUpperCase();
}

function keyParts(key: string): KeyParts {
  const dash = key.lastIndexOf('-');
  return { project: key.slice(0, dash).toUpperCase(), number: Number(key.slice(dash + 1)) };
}

/** By project key, then by number. */
const keyOrder: SortKey = (issue: Issue) => {
  const { project, number } = keyParts(issue.key);
  return `${project}-${String(number).padStart(12, '0')}`;
};

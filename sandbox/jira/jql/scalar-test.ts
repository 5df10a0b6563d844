import type { OperatorValue } from '@atlaskit/jql-ast';
import type { Issue } from '../model';
import type { Comparison, JqlValue, Predicate } from './comparison';
import { JqlRefusal } from './refusal';

type Scalar = string | number;

const ORDER: Partial<Record<OperatorValue, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};

/** How `<`, `<=`, `>` and `>=` read the sign of left minus right; undefined for other operators. */
export function orderTest(operator: OperatorValue): ((sign: number) => boolean) | undefined {
  return ORDER[operator];
}

/** Refuses EMPTY after `<` and its kin. */
export function checkEmpty({ operator, written, values, field }: Comparison): void {
  if (ORDER[operator] === undefined || !values.some((value) => value.kind === 'empty')) return;
  throw new JqlRefusal(`The operator '${written}' does not support searching for EMPTY values on the field '${field}'.`);
}

/**
 * Test for a field with one plain value or none. An empty field matches only EMPTY: not `!=`, not `not in`, no order
 * (JQL operators, "NOT EQUALS").
 */
export function scalarTest<T extends Scalar>(
  comparison: Comparison,
  read: (issue: Issue) => T | null,
  resolve: (value: JqlValue) => T,
): Predicate {
  checkEmpty(comparison);
  const wanted = comparison.values.filter((value) => value.kind !== 'empty').map(resolve);
  const empty = wanted.length < comparison.values.length;
  const ordered = ORDER[comparison.operator];
  if (ordered !== undefined) {
    return (issue) => {
      const value = read(issue);
      return value !== null && wanted.some((other) => ordered(value < other ? -1 : value > other ? 1 : 0));
    };
  }
  const among = new Set(wanted);
  const negative = comparison.operator === '!=' || comparison.operator === 'not in' || comparison.operator === 'is not';
  return (issue) => {
    const value = read(issue);
    if (value === null) return empty && !negative;
    return negative ? !among.has(value) : among.has(value);
  };
}

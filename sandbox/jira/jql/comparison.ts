import type { Operand, OperatorValue } from '@atlaskit/jql-ast';
import type { Issue } from '../model';

export type Predicate = (issue: Issue) => boolean;

export interface Literal {
  readonly kind: 'literal';
  readonly value: string;
  /** Quoted digits are a name first and an id second; bare digits the other way round (Jira's TestSystemFieldLiterals). */
  readonly quoted: boolean;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly string[];
  /** As Jira's messages show it: `membersOf(developers)`. */
  readonly written: string;
  /** Stands alone on the right side, not inside a list. */
  readonly alone: boolean;
}

export type JqlValue = { readonly kind: 'empty' } | Literal | Call;

/** One clause without history: a field's values against some values. */
export interface Comparison {
  /** The field as the query writes it, for messages. */
  readonly field: string;
  /** What is evaluated: the written operator, or its opposite under NOT. */
  readonly operator: OperatorValue;
  /** What the query says, for messages. */
  readonly written: OperatorValue;
  readonly values: readonly JqlValue[];
}

const OPPOSITE: Readonly<Record<OperatorValue, OperatorValue | null>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '~': '!~',
  '!~': '~',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  was: 'was not',
  'was not': 'was',
  'was in': 'was not in',
  'was not in': 'was in',
  changed: null,
};

/**
 * `NOT field = value` is the same as `field != value` (JQL operators, "NOT EQUALS"), so NOT turns the operator and still
 * does not match empty fields. `changed` has no opposite operator: null.
 */
export function opposite(operator: OperatorValue): OperatorValue | null {
  return OPPOSITE[operator];
}

/** The right side as a flat list; nested lists count as one (JQL's grammar allows them). */
export function valuesOf(operand: Operand, alone = true): readonly JqlValue[] {
  switch (operand.operandType) {
    case 'keyword':
      return [{ kind: 'empty' }];
    case 'value':
      return [{ kind: 'literal', value: operand.value, quoted: /^["']/.test(operand.text) }];
    case 'list':
      return operand.values.flatMap((inner) => valuesOf(inner, false));
    case 'function': {
      const args = operand.arguments.map((argument) => argument.value);
      const name = operand.function.value;
      return [{ kind: 'call', name, args, written: `${name}(${args.join(', ')})`, alone }];
    }
  }
}

const LIST_OPERATORS: ReadonlySet<OperatorValue> = new Set<OperatorValue>(['in', 'not in', 'was in', 'was not in']);

export function takesList(operator: OperatorValue): boolean {
  return LIST_OPERATORS.has(operator);
}

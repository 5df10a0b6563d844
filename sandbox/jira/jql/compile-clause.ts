import type { Clause, TerminalClause } from '@atlaskit/jql-ast';
import type { Predicate } from './comparison';
import { opposite, valuesOf } from './comparison';
import { searchField } from './fields';
import { compileHistory } from './history-clause';
import { JqlRefusal, refusals } from './refusal';
import type { SearchContext } from './search-context';
import { HISTORY_OPERATORS } from './search-field';

/**
 * Turns a parsed clause into one test per issue. NOT is pushed down to the operators, as Jira does it, so that it does not
 * match empty fields either. What can not be answered is added to `errors`, each text once; then the test means nothing.
 */
export function compileClause(clause: Clause, negated: boolean, context: SearchContext, errors: string[]): Predicate {
  switch (clause.clauseType) {
    case 'not':
      return compileClause(clause.clause, !negated, context, errors);
    case 'compound': {
      const parts = clause.clauses.map((part) => compileClause(part, negated, context, errors));
      const all = (clause.operator.value === 'and') !== negated;
      return all ? (issue) => parts.every((part) => part(issue)) : (issue) => parts.some((part) => part(issue));
    }
    case 'terminal':
      try {
        return compileTerminal(clause, negated, context);
      } catch (error) {
        if (!(error instanceof JqlRefusal)) throw error;
        if (!errors.includes(error.message)) errors.push(error.message);
        return () => false;
      }
  }
}

function compileTerminal(clause: TerminalClause, negated: boolean, context: SearchContext): Predicate {
  const { operator, operand, predicates } = clause;
  const name = clause.field.value;
  const field = searchField(clause.field, context);
  const written = operator?.value;
  if (written === undefined) throw refusals.operator('', name);
  if (HISTORY_OPERATORS.has(written)) {
    if (field.history === null) throw refusals.operator(written, name);
    return compileHistory(clause, field, negated, context);
  }
  const [predicate] = predicates;
  if (predicate !== undefined) {
    throw new JqlRefusal(`The '${written}' operator does not support the use of the ${predicate.operator.value} predicate.`);
  }
  if (!field.operators.has(written)) throw refusals.operator(written, name);
  if (!operand) throw refusals.operator(written, name);
  const evaluated = negated ? (opposite(written) ?? written) : written;
  return field.compile({ field: name, operator: evaluated, written, values: valuesOf(operand) });
}

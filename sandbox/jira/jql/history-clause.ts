import type { OperatorValue, Predicate as AstPredicate, TerminalClause } from '@atlaskit/jql-ast';
import type { JqlValue, Predicate } from './comparison';
import { valuesOf } from './comparison';
import type { Held } from './field-history';
import { changesOf, spansOf } from './field-history';
import { historyTime } from './history-time';
import { JqlRefusal, refusals } from './refusal';
import type { SearchContext } from './search-context';
import type { SearchField, TrackedField } from './search-field';
import { userField } from './user-fields';

type HeldTest = (value: Held | null) => boolean;

/**
 * `was`, `was in`, `changed` and their opposites over the issue's history (JQL operators, "WAS" and "CHANGED"). A value
 * matches by its id and by the name that was recorded at the time, so `status was "Old name"` finds what has since been
 * renamed. With several predicates, one span or one edit must satisfy all; `by` names who set the value. `was` counts a
 * span that overlaps the time asked for.
 */
export function compileHistory(clause: TerminalClause, field: SearchField, negated: boolean, context: SearchContext): Predicate {
  const name = clause.field.value;
  const operator = clause.operator?.value;
  const { history } = field;
  if (operator === undefined || history === null) throw refusals.operator(operator ?? '', name);
  const time = historyTime(clause.predicates, name, context);
  const by = authors(clause.predicates, context);
  if (operator === 'changed') return compileChanged(clause, history, time, by, negated, context);
  if (clause.predicates.some((one) => one.operator.value === 'from' || one.operator.value === 'to')) {
    throw new JqlRefusal(`The ${operator.toUpperCase()} operator does not support the use of the from and to predicates.`);
  }
  if (!clause.operand) throw refusals.operator(operator, name);
  const matches = heldTest(name, operator, valuesOf(clause.operand), history, context);
  const negative = (operator === 'was not' || operator === 'was not in') !== negated;
  const held: Predicate = (issue) =>
    spansOf(issue, history).some(
      (span) => matches(span.value) && by(span.by) && span.from < time.until && span.until > time.from,
    );
  return negative ? (issue) => !held(issue) : held;
}

function compileChanged(
  clause: TerminalClause,
  history: TrackedField,
  time: { readonly from: number; readonly until: number },
  by: (author: string | null) => boolean,
  negated: boolean,
  context: SearchContext,
): Predicate {
  const side = (which: 'from' | 'to'): ((values: readonly Held[]) => boolean) => {
    const tests = clause.predicates.flatMap(({ operator, operand }) =>
      operator.value === which && operand
        ? [heldTest(clause.field.value, 'was in', valuesOf(operand, false), history, context)]
        : [],
    );
    return (values) => tests.every((test) => (values.length === 0 ? test(null) : values.some(test)));
  };
  const [from, to] = [side('from'), side('to')];
  const changed: Predicate = (issue) =>
    changesOf(issue, history).some(
      (change) => change.at >= time.from && change.at < time.until && by(change.by) && from(change.dropped) && to(change.gained),
    );
  return negated ? (issue) => !changed(issue) : changed;
}

function heldTest(
  name: string,
  operator: OperatorValue,
  values: readonly JqlValue[],
  history: TrackedField,
  context: SearchContext,
): HeldTest {
  const tests = values.map((value) => valueTest(name, operator, value, history, context));
  return (held) => tests.some((test) => test(held));
}

function valueTest(
  name: string,
  operator: OperatorValue,
  value: JqlValue,
  history: TrackedField,
  context: SearchContext,
): HeldTest {
  if (value.kind === 'empty' || (value.kind === 'literal' && value.value.toLowerCase() === history.emptyWord)) {
    return (held) => held === null;
  }
  if (value.kind === 'call') {
    const ids = history.resolve(name, value, operator);
    return (held) => held !== null && ids.has(held.id);
  }
  const wanted = value.value.toLowerCase();
  const recorded: HeldTest = (held) => held !== null && (held.id === value.value || held.name?.toLowerCase() === wanted);
  try {
    const ids = history.resolve(name, value, operator);
    return (held) => held !== null && (ids.has(held.id) || held.name?.toLowerCase() === wanted);
  } catch (refusal) {
    const known = context.issues.some((issue) =>
      changesOf(issue, history).some(({ dropped, gained }) => dropped.some(recorded) || gained.some(recorded)),
    );
    if (known) return recorded;
    throw refusal;
  }
}

function authors(predicates: readonly AstPredicate[], context: SearchContext): (author: string | null) => boolean {
  const users = userField(() => null, context).history;
  const tests = predicates.flatMap(({ operator, operand }) => {
    if (operator.value !== 'by' || !operand || users === null) return [];
    return [
      new Set(
        valuesOf(operand, false).flatMap((value) => (value.kind === 'empty' ? [] : [...users.resolve('by', value, 'was in')])),
      ),
    ];
  });
  return (author) => tests.every((ids) => author !== null && ids.has(author));
}

import { TZDate } from '@date-fns/tz';
import { addDays, startOfDay } from 'date-fns';
import type { Predicate as AstPredicate } from '@atlaskit/jql-ast';
import { valuesOf } from './comparison';
import type { JqlDate } from './date-value';
import { dateFor } from './date-value';
import { JqlRefusal } from './refusal';
import type { SearchContext } from './search-context';

/** A half-open time in epoch milliseconds. */
export interface Time {
  readonly from: number;
  readonly until: number;
}

/**
 * When the time predicates of a history clause are all true. `after` begins and `before` ends at its date; `on` is the whole
 * day of its date in the searcher's zone; `during` runs to its second date, to the end of that day where no time is written.
 */
export function historyTime(predicates: readonly AstPredicate[], field: string, context: SearchContext): Time {
  let [from, until] = [-Infinity, Infinity];
  for (const predicate of predicates) {
    const one = timeOf(predicate, field, context);
    from = Math.max(from, one.from);
    until = Math.min(until, one.until);
  }
  return { from, until };
}

function timeOf(predicate: AstPredicate, field: string, context: SearchContext): Time {
  const name = predicate.operator.value;
  if (name === 'by' || name === 'from' || name === 'to') return { from: -Infinity, until: Infinity };
  const dates = datesOf(predicate, field, context);
  const [first, second] = dates;
  if (name === 'during') {
    if (first === undefined || second === undefined || dates.length > 2) {
      throw new JqlRefusal('The DURING predicate must be supplied with exactly 2 date values.');
    }
    return { from: first.at.getTime(), until: second.wholeDay ? dayAfter(second, context) : second.at.getTime() + 1 };
  }
  if (first === undefined || second !== undefined) {
    throw new JqlRefusal(`The ${name.toUpperCase()} predicate must be supplied with only 1 date value.`);
  }
  if (name === 'before') return { from: -Infinity, until: first.at.getTime() };
  if (name === 'after') return { from: first.at.getTime() + (first.wholeDay ? 0 : 1), until: Infinity };
  return { from: startOfDay(local(first, context)).getTime(), until: dayAfter(first, context) };
}

function datesOf({ operator, operand }: AstPredicate, field: string, context: SearchContext): readonly JqlDate[] {
  const values = operand ? valuesOf(operand) : [];
  return values.flatMap((value) => {
    const date = dateFor(`predicate '${operator.value}'`, field, '=', value, context);
    return date === null ? [] : [date];
  });
}

function dayAfter(date: JqlDate, context: SearchContext): number {
  return addDays(startOfDay(local(date, context)), 1).getTime();
}

function local(date: JqlDate, context: SearchContext): TZDate {
  return new TZDate(date.at.getTime(), context.timeZone);
}

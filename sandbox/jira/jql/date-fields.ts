import { TZDate } from '@date-fns/tz';
import type { Instant, Issue } from '../model';
import type { Comparison, JqlValue, Predicate } from './comparison';
import { dateFor } from './date-value';
import { JqlRefusal, refusals } from './refusal';
import type { SearchContext } from './search-context';
import type { SearchField } from './search-field';
import { OPERATORS } from './search-field';
import { scalarTest } from './scalar-test';

/**
 * Created, updated, resolved and the like. Both sides are cut to the minute: JQL's documented formats end there (JQL fields,
 * "Created"), so `updated >= "2026-11-02 09:05"` finds 09:05:30 and `updated > "2026-11-02 09:05"` does not. A day without a
 * time is its first minute.
 */
export function instantField(read: (issue: Issue) => Instant | null, context: SearchContext): SearchField {
  const minute = (at: number): number => Math.floor(at / 60_000);
  return {
    operators: OPERATORS.ordered,
    compile: (comparison) =>
      scalarTest(
        comparison,
        (issue) => {
          const at = read(issue);
          return at === null ? null : minute(Date.parse(at));
        },
        (value) => {
          const date = dateFor(`field '${comparison.field}'`, comparison.field, comparison.written, value, context);
          if (date === null) throw refusals.empty(comparison.field);
          return minute(date.at.getTime());
        },
      ),
    sort: () => read,
    history: null,
  };
}

/** Due: a day without a time; what it is compared with is cut to the day in the searcher's zone, so `due < now()` is overdue since yesterday. */
export function dayField(read: (issue: Issue) => string | null, context: SearchContext): SearchField {
  return {
    operators: OPERATORS.ordered,
    compile: (comparison): Predicate => scalarTest(comparison, read, (value) => dayOf(comparison, value, context)),
    sort: () => read,
    history: null,
  };
}

function dayOf(comparison: Comparison, value: JqlValue, context: SearchContext): string {
  if (value.kind === 'literal' && /:/.test(value.value)) throw invalidDay(value.value, comparison.field);
  const date = dateFor(`field '${comparison.field}'`, comparison.field, comparison.written, value, context);
  if (date === null) throw refusals.empty(comparison.field);
  const local = new TZDate(date.at.getTime(), context.timeZone);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

function invalidDay(value: string, field: string): JqlRefusal {
  return new JqlRefusal(
    `Date value '${value}' for field '${field}' is invalid. Valid formats include: 'YYYY/MM/DD', 'YYYY-MM-DD', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

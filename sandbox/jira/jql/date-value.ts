import { TZDate } from '@date-fns/tz';
import type { OperatorValue } from '@atlaskit/jql-ast';
import type { JqlValue, Literal } from './comparison';
import { DATE_FUNCTIONS } from './date-functions';
import { functionFor } from './function-call';
import { JqlRefusal } from './refusal';
import type { SearchContext } from './search-context';

export interface JqlDate {
  readonly at: Date;
  /** A day was written, without a time. */
  readonly wholeDay: boolean;
}

const MINUTES = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 } as const;

/**
 * A date as JQL takes it: `yyyy-MM-dd` or `yyyy/MM/dd`, with ` HH:mm` or without, in the searcher's zone; a period such as
 * `-7d`, `"4w 2d"` from now (m, h, d, w; a sign counts for the whole); bare digits are epoch milliseconds; a date function.
 * Null for text that is none of these. Source: JQL fields, "Created", and Jira's TestSystemFieldLiterals.
 */
export function readDate(literal: Literal, context: SearchContext): JqlDate | null {
  const text = literal.value.trim();
  if (!literal.quoted && /^-?\d+$/.test(text)) return { at: new Date(Number(text)), wholeDay: false };
  return readPeriod(text, context.now) ?? readCalendar(text, context.timeZone);
}

function readPeriod(text: string, now: Date): JqlDate | null {
  const whole = /^([+-]?)\s*(\d{1,6}\s*[a-z]+(?:\s+\d{1,6}\s*[a-z]+)*)$/.exec(text);
  if (whole === null) return null;
  let minutes = 0;
  for (const [, count, unit] of (whole[2] ?? '').matchAll(/(\d+)\s*([a-z]+)/g)) {
    const short = /^(?:(w)(?:eeks?)?|(d)(?:ays?)?|(h)(?:ours?)?|(m)(?:inutes?)?)$/.exec(unit ?? '')?.[0][0];
    if (short !== 'w' && short !== 'd' && short !== 'h' && short !== 'm') return null;
    minutes += Number(count) * MINUTES[short];
  }
  return { at: new Date(now.getTime() + (whole[1] === '-' ? -minutes : minutes) * 60_000), wholeDay: false };
}

function readCalendar(text: string, timeZone: string): JqlDate | null {
  const parts = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  const [hour, minute] = [Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  const exists = new Date(Date.UTC(year, month - 1, day, hour, minute));
  if (exists.getUTCMonth() !== month - 1 || exists.getUTCDate() !== day || exists.getUTCHours() !== hour || minute > 59)
    return null;
  const local = new TZDate(year, month - 1, day, hour, minute, timeZone);
  return { at: new Date(local.getTime()), wholeDay: parts[5] === undefined };
}

/** The dates of a clause; EMPTY is null. `place` is how Jira names the spot: `field 'created'` or `predicate 'after'`. */
export function dateFor(
  place: string,
  field: string,
  operator: OperatorValue,
  value: JqlValue,
  context: SearchContext,
): JqlDate | null {
  if (value.kind === 'empty') return null;
  if (value.kind === 'call') {
    const shape = functionFor(field, operator, value, DATE_FUNCTIONS);
    return { at: shape.date(value, context), wholeDay: false };
  }
  const date = readDate(value, context);
  if (date === null || Number.isNaN(date.at.getTime())) throw invalidDate(value.value, place);
  return date;
}

export function invalidDate(value: string, place: string): JqlRefusal {
  return new JqlRefusal(
    `Date value '${value}' for ${place} is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', ` +
      "'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.",
  );
}

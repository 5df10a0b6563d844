import { Failure } from './errors';

const DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const MAX_EPOCH = 8.64e15;

/** Milliseconds of an ISO text; without an offset it is read as UTC. Jira's own +0000 form is accepted. */
export function parseMoment(text: string): number {
  if (!ISO_MOMENT.test(text)) throw new Failure(`Can't parse date: ${text}`);
  const day = text.slice(0, 10);
  parseDay(day);
  const withColon = text.replace(/([+-]\d{2})(\d{2})$/, (whole: string, hours: string, minutes: string, at: number) =>
    at > 10 ? `${hours}:${minutes}` : whole,
  );
  const zoned = text.length === 10 || /(Z|[+-]\d{2}:\d{2})$/.test(withColon) ? withColon : `${withColon}Z`;
  return checkedEpoch(Date.parse(zoned), text);
}

/** The text itself when it is a real day, YYYY-MM-DD. */
export function parseDay(text: string): string {
  const epoch = ISO_DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(epoch) || new Date(epoch).toISOString().slice(0, 10) !== text) throw new Failure(`Can't parse date: ${text}`);
  return text;
}

export function checkedEpoch(epochMs: number, shown: string | number = epochMs): number {
  if (!Number.isFinite(epochMs) || Math.abs(epochMs) > MAX_EPOCH) throw new Failure(`Not a date: ${shown}`);
  return epochMs;
}

/** Months later; a day the month does not have becomes its last day (31 January + 1 month = 28 February). */
export function plusMonths(epochMs: number, months: number): number {
  const from = new Date(epochMs);
  const firstOfMonth = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const target = new Date(checkedEpoch(firstOfMonth));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(from.getUTCDate(), lastDay);
  return checkedEpoch(firstOfMonth + (day - 1) * DAY + (((epochMs % DAY) + DAY) % DAY));
}

/** The wall clock of a time zone, as a Date whose UTC members show it. */
export function wallClock(epochMs: number, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(epochMs);
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const milliseconds = ((epochMs % 1000) + 1000) % 1000;
  return new Date(
    Date.UTC(
      number('year'),
      number('month') - 1,
      number('day'),
      number('hour'),
      number('minute'),
      number('second'),
      milliseconds,
    ),
  );
}

/** The day of a moment in a time zone, YYYY-MM-DD. */
export function dayIn(epochMs: number, timeZone: string): string {
  return isoDay(wallClock(epochMs, timeZone).getTime());
}

/** Years beyond 9999 have no YYYY-MM-DD. */
export function isoDay(epochMs: number): string {
  const text = new Date(checkedEpoch(epochMs)).toISOString();
  if (text.length !== 24) throw new Failure(`Not a date: ${text}`);
  return text.slice(0, 10);
}

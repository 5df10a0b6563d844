import { day, minute } from '../../kernel/instant';

/** A date as the number of days since 1970-01-01, whatever the time zone. */
export type DayNumber = number;

/** @param date `2026-11-02`; @returns null where there is no such date */
export function dayNumberOf(date: string): DayNumber | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00.000Z`);
  // Some days that no month has are read as days of the next.
  return Number.isNaN(at) || dateOf(at / day) !== date ? null : at / day;
}

/** `2026-11-02` */
export function dateOf(number: DayNumber): string {
  return new Date(number * day).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Milliseconds since midnight by the clock. @param time `09:00` to `24:00`; @returns null where it is no time */
export function timeOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(time) ?? [];
  const at = (Number(hours) * 60 + Number(minutes)) * minute;
  return at <= day ? at : null;
}

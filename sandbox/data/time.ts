import type { CalendarDay, Instant } from '../jira/model';
import type { Prng } from './prng';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Where the sandbox's clock starts: a Monday, 09:00 UTC. */
export const SANDBOX_START: Instant = '2026-11-02T09:00:00.000Z';
export const SANDBOX_START_MS = Date.parse(SANDBOX_START);

export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();
export const dayOf = (milliseconds: number): CalendarDay => instantOf(milliseconds).slice(0, 10);

const WORK_FROM = 7;
const WORK_TO = 17;

const isWorkTime = (milliseconds: number): boolean => {
  const date = new Date(milliseconds);
  const weekday = date.getUTCDay();
  return weekday !== 0 && weekday !== 6 && date.getUTCHours() >= WORK_FROM && date.getUTCHours() < WORK_TO;
};

/** The instant itself if the team works then (Monday to Friday, 07:00 to 17:00 UTC), else some time in the next work morning. */
export const atWork = (milliseconds: number, prng: Prng): number => {
  if (isWorkTime(milliseconds)) return milliseconds;
  const hour = new Date(milliseconds).getUTCHours();
  let morning = Date.parse(dayOf(milliseconds)) + WORK_FROM * HOUR;
  if (hour >= WORK_FROM) morning += DAY;
  while (!isWorkTime(morning)) morning += DAY;
  return morning + prng.integer(2 * MINUTE, 170 * MINUTE);
};

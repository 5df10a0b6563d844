import { tzOffset } from '@date-fns/tz';
import { day, minute } from '../../kernel/instant';
import { timeOf } from './dates';
import type { DayNumber } from './dates';

/** A time over which a zone's clock keeps one distance from UTC; all in milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** By zone and year: a zone's clock is slow to read. */
const stretches = new Map<string, readonly Stretch[]>();
const zones = new Map<string, boolean>();

/** Whether the zone is known here. */
export function isZone(zone: string): boolean {
  const known = zones.get(zone) ?? canBeRead(zone);
  zones.set(zone, known);
  return known;
}

function canBeRead(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

/** The year of a moment in UTC. */
export function yearOf(at: number): number {
  return new Date(at).getUTCFullYear();
}

/** When a year begins in UTC; unlike Date.UTC also for the years before 100. */
export function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** A year of UTC as its clock goes in the zone, without gaps; empty where the zone is unknown. */
export function stretchesOf(zone: string, year: number): readonly Stretch[] {
  const key = `${zone} ${year}`;
  const known = stretches.get(key);
  if (known !== undefined) return known;
  const read = isZone(zone) ? readYear(zone, startOfYear(year), startOfYear(year + 1)) : [];
  stretches.set(key, read);
  return read;
}

/** Read once a day: nowhere was a clock put forward and back within one. */
function readYear(zone: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  let offset = offsetAt(zone, from);
  for (let at = from; at < to; at += day) {
    const next = offsetAt(zone, at + day);
    if (next === offset) continue;
    const change = changeBetween(zone, at, at + day);
    found.push({ from: start, to: change, offset });
    [start, offset] = [change, next];
  }
  return start < to ? [...found, { from: start, to, offset }] : found;
}

function offsetAt(zone: string, at: number): number {
  return Math.round(tzOffset(zone, new Date(at)) * minute);
}

function changeBetween(zone: string, from: number, to: number): number {
  const after = offsetAt(zone, to);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === after) high = middle;
    else low = middle;
  }
  return high;
}

/** No clock is further from UTC. */
const furthest = 1.5 * day;

/** The date that a zone's clock shows; NaN where the zone is unknown. @param at milliseconds */
export function localDay(zone: string, at: number): DayNumber {
  const stretch = stretchesOf(zone, yearOf(at)).find(({ to }) => at < to);
  return Math.floor((at + (stretch?.offset ?? NaN)) / day);
}

/**
 * When a zone's clock reads this, in milliseconds: the first time where it comes twice, the moment of the skip where it is left out;
 * NaN where the zone is unknown or it is no time.
 * @param time `09:00`
 */
export function wallClock(zone: string, date: DayNumber, time: string): number {
  const wanted = date * day + (timeOf(time) ?? NaN);
  const last = yearOf(wanted + furthest);
  for (let year = yearOf(wanted - furthest); year <= last; year += 1)
    for (const { from, to, offset } of stretchesOf(zone, year)) {
      const at = Math.max(wanted - offset, from);
      if (at < to) return at;
    }
  return NaN;
}

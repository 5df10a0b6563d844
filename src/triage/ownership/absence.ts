import { dayNumberOf, isZone, localDay, wallClock, type DayNumber } from '../../governance';
import { calendarNamed } from './config';
import type { OwnershipConfig } from './config';

interface Days {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

interface Absences {
  readonly byPerson: ReadonlyMap<string, readonly Days[]>;
  /** When each leaves or is back, in milliseconds. */
  readonly changes: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<OwnershipConfig, Absences>();

/** The last day of a person's absence, counting absences that follow each other as one; null where the person is not away. */
export function lastDayAway(config: OwnershipConfig, accountId: string, now: number): DayNumber | null {
  const absences = absencesOf(config).byPerson.get(accountId);
  if (absences === undefined) return null;
  const today = dayOf(config, accountId, now);
  let next = today;
  for (const { first, last } of absences) if (first <= next && last >= next) next = last + 1;
  return next === today ? null : next - 1;
}

/** Whether a person can be asked: known, and not away. */
export function isAvailable(config: OwnershipConfig, accountId: string, now: number): boolean {
  return config.people.has(accountId) && lastDayAway(config, accountId, now) === null;
}

/** When a person leaves or is back, in milliseconds, in no order. */
export function absenceChanges(config: OwnershipConfig, accountId: string): readonly number[] {
  return absencesOf(config).changes.get(accountId) ?? [];
}

/** The date where the person is. */
export function dayOf(config: OwnershipConfig, accountId: string, now: number): DayNumber {
  return localDay(zoneOf(config, accountId), now);
}

function zoneOf(config: OwnershipConfig, accountId: string): string {
  const zone = calendarNamed(config, config.people.get(accountId)?.calendar ?? null)?.zone;
  return [zone, config.zone].find((one) => one !== undefined && isZone(one)) ?? 'UTC';
}

function absencesOf(config: OwnershipConfig): Absences {
  const read = known.get(config);
  if (read !== undefined) return read;
  const byPerson = new Map<string, Days[]>();
  const changes = new Map<string, number[]>();
  for (const { accountId, from, to } of config.absences) {
    const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
    if (first === null || last === null || last < first) continue;
    byPerson.set(accountId, [...(byPerson.get(accountId) ?? []), { first, last }]);
    const zone = zoneOf(config, accountId);
    const moments = [wallClock(zone, first, '00:00'), wallClock(zone, last + 1, '00:00')];
    changes.set(accountId, [...(changes.get(accountId) ?? []), ...moments]);
  }
  for (const days of byPerson.values()) days.sort((a, b) => a.first - b.first);
  const made = { byPerson, changes };
  known.set(config, made);
  return made;
}

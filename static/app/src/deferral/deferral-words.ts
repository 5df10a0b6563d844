import type { DeferralOptionsView, DeferralRow, DeferralState } from '../../../../src/contracts/deferrals';

/** What a deferral is called by its state. */
export const stateNames: Readonly<Record<DeferralState, string>> = {
  requested: 'Waits for approval',
  approved: 'Deferred',
  refused: 'Refused',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  fulfilled: 'Fulfilled',
};

/** How often a defect was deferred; empty for never. */
export function timesWords(times: number): string {
  if (times === 0) return '';
  return times === 1 ? 'Deferred once so far' : `Deferred ${times} times so far`;
}

/** How often its defect was deferred, this one included; empty for the first time, which goes without saying. */
export function repeatWords({ k, state }: Pick<DeferralRow, 'k' | 'state'>): string {
  if (k < 2) return '';
  return state === 'requested' ? `It would be the ${ordinal(k)} deferral of this defect` : `Deferred ${k} times`;
}

/** `2nd`, `11th`. */
export function ordinal(k: number): string {
  return `${k}${k % 100 > 10 && k % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][k % 10] ?? 'th')}`;
}

/** Whole days until it ends. */
export function daysLeftWords(days: number): string {
  if (days === 0) return 'ends today';
  return days === 1 ? '1 day left' : `${days} days left`;
}

/** The last day on which it holds, in UTC: `2026-12-31`. */
export function lastDay({ expiresAt }: Pick<DeferralRow, 'expiresAt'>): string {
  return expiresAt.slice(0, 10);
}

/**
 * The day that a new deferral ends on unless somebody chooses another one: when the release it goes to is due, as far as that is allowed.
 * @param releaseDate of the target, `2026-12-31`; null where it has none
 */
export function sensibleDay({ earliestDay, latestDay }: DeferralOptionsView, releaseDate: string | null): string {
  const isAllowed = releaseDate !== null && releaseDate >= earliestDay && releaseDate <= latestDay;
  return isAllowed ? releaseDate : latestDay;
}

/** A person as Jira shows them to the viewer. @param names display names by account id */
export function personWords(person: DeferralRow['requestedBy'], names: ReadonlyMap<string, string>): string {
  if (person.accountId === null) return 'somebody whose data was erased';
  return names.get(person.accountId) ?? 'somebody';
}

/** Account ids of everybody whom a row names. */
export function peopleIn({ requestedBy, approver, events }: DeferralRow): string[] {
  return [requestedBy, approver, ...events.map(({ who }) => who)].flatMap((person) => person?.accountId ?? []);
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const mostKeys = 6;

/** Keys of issues as `listed` says them; of many only the first: `A, B, C, D, E and 96 more`. */
export function listedKeys(keys: readonly string[]): string {
  return listed(keys.length <= mostKeys ? keys : [...keys.slice(0, mostKeys - 1), `${keys.length - mostKeys + 1} more`]);
}

/** `1 defect`, `3 defects`. */
export function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
}

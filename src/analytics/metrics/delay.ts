import { ascending, percentile } from './percentile';

/** What a delay is weighed by. */
export interface DelayFacts {
  /** How many blockers are open at the end of each day, on average; the first day and the days of choice are days since 1970. */
  readonly firstDay: number;
  readonly open: Float64Array;
  /** The day on which it is to go out. */
  readonly planned: number;
  /** Later days that are worth looking at, in any order. */
  readonly later: readonly number[];
  /** How many defects escaped from each of the last releases. */
  readonly escapes: readonly number[];
  /** How many users each escape of the past reached, where somebody said so. */
  readonly users: readonly number[];
}

/** To go out on a day: how many blockers would go out with it, and how many users would meet them. */
export interface ShipChoice {
  readonly day: number;
  /** Days after the planned one. */
  readonly delay: number;
  /** Expected escapes: blockers that are still open. */
  readonly escapes: number;
  /** Users reached by them together. */
  readonly users: number;
}

export type DelayOrShip =
  | {
      readonly kind: 'weighed';
      /** The planned day first, then later ones. */
      readonly choices: readonly ShipChoice[];
      /** Mean users that an escape of the past reached, and on how many escapes that rests. */
      readonly usersEach: number;
      readonly restsOn: number;
      /** Median of the escapes of past releases, which come whether or not it is delayed, and on how many releases that rests. */
      readonly usual: number;
      readonly releases: number;
    }
  | { readonly kind: 'cannot-say'; readonly lacks: 'releases' | 'users' };

/** With less history than that it is not weighed. */
export const leastToWeigh = { releases: 3, users: 10 } as const;

/**
 * Delay or ship? Each blocker that is open when it goes out counts as one escape, and an escape as the mean number of users that escapes
 * of the past reached (the mean, because few large ones make most of the harm). What a day of delay costs is not known here: people weigh it.
 */
export function delayOrShip({ firstDay, open, planned, later, escapes, users }: DelayFacts): DelayOrShip {
  if (escapes.length < leastToWeigh.releases) return { kind: 'cannot-say', lacks: 'releases' };
  if (users.length < leastToWeigh.users) return { kind: 'cannot-say', lacks: 'users' };
  const usersEach = users.reduce((sum, each) => sum + each, 0) / users.length;
  const days = [...new Set([planned, ...later.filter((one) => one > planned)])].sort((a, b) => a - b);
  const choices = days.flatMap((day) => {
    const left = open[day - firstDay];
    return left === undefined ? [] : [{ day, delay: day - planned, escapes: left, users: left * usersEach }];
  });
  return {
    ...{ kind: 'weighed', choices, usersEach, restsOn: users.length },
    ...{ usual: percentile(ascending(escapes), 0.5) ?? 0, releases: escapes.length },
  };
}

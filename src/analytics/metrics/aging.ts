import { day } from '../../kernel/instant';
import { ascending, percentile, shareUpTo } from './percentile';

/** How long the closed ones of a group took, in milliseconds; null where they are too few to say. */
export interface Reference {
  readonly p50: number | null;
  readonly p85: number | null;
  readonly p95: number | null;
  /** How many closed ones it rests on. */
  readonly restsOn: number;
}

export interface ClosedFacts {
  /** Milliseconds since 1970. */
  readonly created: Float64Array;
  /** Milliseconds since 1970; NaN while unresolved. */
  readonly resolved: Float64Array;
  /** The group (severity) of each, 0 up to, not including, `groups`; those of another number are left out. */
  readonly group: Uint16Array;
  readonly groups: number;
}

export interface AgingFacts extends ClosedFacts {
  /** Milliseconds since 1970 at which it came into its present status. */
  readonly inStatusSince: Float64Array;
}

export interface Aging {
  /** By group. */
  readonly references: readonly Reference[];
  /** Places of the open ones, the oldest first; where two are equally old, in their given order. */
  readonly open: Uint32Array;
  /** Milliseconds since the creation, in the order of `open`. */
  readonly age: Float64Array;
  /** Milliseconds in the present status, in the order of `open`. */
  readonly ageInStatus: Float64Array;
  /** The share of the closed ones of its group that took no longer than it is old; NaN where too few are closed. */
  readonly rank: Float64Array;
  /** Debt exposure: the days by which open ones are older than the p85 of their group, added up; nothing of groups without one. */
  readonly exposureDays: number;
}

/** Closed ones of the last half year say how long it takes now. */
export const agingWindowDays = 180;
/** Fewer closed ones than this say nothing: of four, the largest would be the p85, the p95 and the rest of the tail at once. */
export const leastClosed = 5;

/**
 * Aging: how old the open ones are at a moment, against how long closed ones of the same severity took that were resolved in the
 * `windowDays` before it.
 * @param at milliseconds since 1970; what came or was resolved later is not known yet
 * @param least fewer closed ones than this say nothing of their group
 */
export function aging(facts: AgingFacts, at: number, windowDays = agingWindowDays, least = 1): Aging {
  const { created, resolved, group } = facts;
  const open: number[] = [];
  for (let issue = 0; issue < created.length; issue += 1)
    if (!((created[issue] ?? 0) > at) && !((resolved[issue] ?? NaN) <= at)) open.push(issue);
  open.sort((a, b) => (created[a] ?? 0) - (created[b] ?? 0) || a - b);
  const sorted = closedTimes(facts, at, windowDays);
  const references = sorted.map((times) => referenceOf(times, least));
  const age = Float64Array.from(open, (issue) => at - (created[issue] ?? at));
  const over = open.map((issue, n) => Math.max(0, (age[n] ?? 0) - (references[group[issue] ?? 0]?.p85 ?? Infinity)));
  return {
    references,
    open: Uint32Array.from(open),
    age,
    ageInStatus: Float64Array.from(open, (issue) => Math.max(0, at - (facts.inStatusSince[issue] ?? at))),
    rank: Float64Array.from(open, (issue, n) => rankIn(sorted[group[issue] ?? 0], age[n] ?? 0, least)),
    exposureDays: over.reduce((sum, each) => sum + each, 0) / day,
  };
}

/**
 * How long those took that were resolved in the `windowDays` before a moment.
 * @param at milliseconds since 1970; what came or was resolved later is not known yet
 * @returns by group: milliseconds from the creation to the end, ascending
 */
export function closedTimes({ created, resolved, group, groups }: ClosedFacts, at: number, windowDays: number): Float64Array[] {
  const start = at - windowDays * day;
  const closed: number[][] = Array.from({ length: groups }, () => []);
  for (let issue = 0; issue < created.length; issue += 1) {
    const [born, end] = [created[issue] ?? 0, resolved[issue] ?? NaN];
    if (born <= at && end <= at && end > start) closed[group[issue] ?? 0]?.push(Math.max(0, end - born));
  }
  return closed.map(ascending);
}

function rankIn(times: Float64Array | undefined, age: number, least: number): number {
  return times === undefined || times.length < least ? NaN : (shareUpTo(times, age) ?? NaN);
}

/** @param times milliseconds, ascending @param least fewer than this say nothing */
export function referenceOf(times: Float64Array, least: number): Reference {
  const at = (share: number): number | null => (times.length < least ? null : percentile(times, share));
  return { p50: at(0.5), p85: at(0.85), p95: at(0.95), restsOn: times.length };
}

import { day } from '../../kernel/instant';
import { percentile, shareUpTo } from './percentile';

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
  const { created, resolved, group, inStatusSince } = facts;
  const open = placesWhere(created.length, (issue) => !((created[issue] ?? 0) > at) && !((resolved[issue] ?? NaN) <= at));
  open.sort((a, b) => (created[a] ?? 0) - (created[b] ?? 0) || a - b);
  const sorted = closedTimes(facts, at, windowDays);
  const references = sorted.map((times) => referenceOf(times, least));
  const age = new Float64Array(open.length);
  const ageInStatus = new Float64Array(open.length);
  const rank = new Float64Array(open.length);
  let beyond = 0;
  for (let n = 0; n < open.length; n += 1) {
    const issue = open[n] ?? 0;
    const own = group[issue] ?? 0;
    const old = at - (created[issue] ?? at);
    age[n] = old;
    ageInStatus[n] = Math.max(0, at - (inStatusSince[issue] ?? at));
    rank[n] = rankIn(sorted[own], old, least);
    beyond += Math.max(0, old - (references[own]?.p85 ?? Infinity));
  }
  return { references, open, age, ageInStatus, rank, exposureDays: beyond / day };
}

/**
 * How long those took that were resolved in the `windowDays` before a moment.
 * @param at milliseconds since 1970; what came or was resolved later is not known yet
 * @returns by group: milliseconds from the creation to the end, ascending
 */
export function closedTimes({ created, resolved, group, groups }: ClosedFacts, at: number, windowDays: number): Float64Array[] {
  const start = at - windowDays * day;
  const closed = placesWhere(created.length, (issue) => {
    const end = resolved[issue] ?? NaN;
    return end > start && end <= at && (created[issue] ?? 0) <= at;
  });
  const counts = new Uint32Array(groups);
  for (const issue of closed) counts[group[issue] ?? 0] = (counts[group[issue] ?? 0] ?? 0) + 1;
  const times = Array.from(counts, (count) => new Float64Array(count));
  for (const issue of closed) {
    const own = group[issue] ?? 0;
    const place = (counts[own] ?? 0) - 1;
    const into = times[own];
    if (into === undefined) continue;
    into[place] = Math.max(0, (resolved[issue] ?? 0) - (created[issue] ?? 0));
    counts[own] = place;
  }
  return times.map((each) => each.sort());
}

/** Places of those that are wanted, in their order. Counted into one array at once: a list that grows is garbage several times over. */
function placesWhere(issues: number, isWanted: (issue: number) => boolean): Uint32Array {
  const places = new Uint32Array(issues);
  let count = 0;
  for (let issue = 0; issue < issues; issue += 1) {
    if (!isWanted(issue)) continue;
    places[count] = issue;
    count += 1;
  }
  return places.slice(0, count);
}

function rankIn(times: Float64Array | undefined, age: number, least: number): number {
  return times === undefined || times.length < least ? NaN : (shareUpTo(times, age) ?? NaN);
}

/** @param times milliseconds, ascending @param least fewer than this say nothing */
export function referenceOf(times: Float64Array, least: number): Reference {
  const at = (share: number): number | null => (times.length < least ? null : percentile(times, share));
  return { p50: at(0.5), p85: at(0.85), p95: at(0.95), restsOn: times.length };
}

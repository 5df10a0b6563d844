import { expectedOf } from '../../kernel/intervals';
import type { Estimate } from '../../kernel/intervals';

/** Fewer releases or escapes than that do not say how escapes spread over a window. */
export const leastToProject = { releases: 3, escapes: 20, share: 0.05 } as const;

/**
 * How much of a window's escapes is known after some days: of all escapes of releases whose window is over, the share that was reported
 * by then.
 * @param delays for each of these releases: days from the release to each of its escapes; what was found on the day itself has 0 or less
 * @returns 0 to 1; null where too few releases or escapes are there, or too little of the window is over, to say it
 */
export function knownAfter(delays: readonly Float64Array[], days: number): number | null {
  const all = delays.reduce((sum, some) => sum + some.length, 0);
  if (delays.length < leastToProject.releases || all < leastToProject.escapes) return null;
  const known = delays.reduce((sum, some) => sum + some.reduce((n, delay) => n + (delay <= days ? 1 : 0), 0), 0);
  return known / all < leastToProject.share ? null : known / all;
}

/**
 * What a young release comes to when its window is over: the escapes so far, divided by the share that is known by now (the chain-ladder
 * of insurers: Mack, "Distribution-free calculation of the standard error of chain ladder reserve estimates", 1993, in its simplest
 * form). The interval is the exact one of a Poisson count (Garwood, 1936), divided likewise; that the share itself is an estimate is not
 * in it. What else was found stays as it is.
 * @param others defects of the release that did not escape, found up to now
 * @param share 0 to 1, from {@link knownAfter}
 */
export function projectEscapes(
  escaped: number,
  others: number,
  share: number,
): { readonly escapes: Estimate; readonly rate: Estimate | null } {
  const { value, lower, upper } = expectedOf(escaped);
  const escapes = { value: value / share, lower: Math.max(escaped, lower / share), upper: upper / share };
  if (escaped + others === 0) return { escapes, rate: null };
  const rateOf = (count: number) => count / (count + others);
  return { escapes, rate: { value: rateOf(escapes.value), lower: rateOf(escapes.lower), upper: rateOf(escapes.upper) } };
}

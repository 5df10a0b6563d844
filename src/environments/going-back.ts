import type { Instant } from '../kernel/instant';
import { liveIn, sameDeployed } from './deployments';
import type { Deployed, Deployment } from './deployments';

/**
 * Where a deployment would lead: `back` to what was there before what is live now, `forward` to anything else, `stays` where it is live
 * already; `unknown` where nothing was told of the environments.
 */
type Direction = 'back' | 'forward' | 'stays' | 'unknown';

export interface Way {
  readonly direction: Direction;
  /** What is live now in the place of the target; empty where the target was never there. */
  readonly replaces: readonly Deployment[];
}

/**
 * Which way it goes to put a release, or one build of it, into environments. It goes back where it was deployed there successfully
 * before what is live there now came for the first time, and was not taken back itself: who puts in again what was rolled back goes
 * forward.
 * @param deployments of the project
 */
export function wayInto(
  target: Pick<Deployed, 'version' | 'build'>,
  deployments: readonly Deployment[],
  environments: ReadonlySet<string>,
): Way {
  const there = deployments.filter(({ environment, state }) => environments.has(environment) && state === 'successful');
  if (there.length === 0) return { direction: 'unknown', replaces: [] };
  const places = [...environments].flatMap((environment) =>
    liveIn(there, environment).flatMap((live) => {
      const way = wayOf(
        target,
        live,
        there.filter((one) => isAt(one, live)),
      );
      return way === 'never' ? [] : [{ live, way }];
    }),
  );
  const has = (wanted: Direction) => places.some(({ way }) => way === wanted);
  const direction = places.length === 0 || has('forward') ? 'forward' : has('back') ? 'back' : 'stays';
  return { direction, replaces: places.filter(({ way }) => way !== 'stays').map(({ live }) => live) };
}

function isAt(one: Deployment, other: Deployment): boolean {
  return one.environment === other.environment && one.service === other.service;
}

/** @param here what was deployed where `live` is, that itself included; `never`: the target was not */
function wayOf(
  target: Pick<Deployed, 'version' | 'build'>,
  live: Deployment,
  here: readonly Deployment[],
): Exclude<Direction, 'unknown'> | 'never' {
  const own = here.filter((one) => isTarget(one, target));
  if (own.length === 0) return 'never';
  if (isTarget(live, target)) return 'stays';
  const since = first(own.filter(({ rolledBack }) => rolledBack === null));
  const liveSince = first(here.filter((one) => sameDeployed(one, live))) ?? live.at;
  return since !== null && since < liveSince ? 'back' : 'forward';
}

function isTarget(one: Deployed, { version, build }: Pick<Deployed, 'version' | 'build'>): boolean {
  if (build !== null && one.build !== build) return false;
  return version === null || one.version === version || (build !== null && one.version === null);
}

function first(deployments: readonly Deployment[]): Instant | null {
  return deployments.map(({ at }) => at).sort()[0] ?? null;
}

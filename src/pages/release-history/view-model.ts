import type { BridgeView } from '../../contracts/bridge';
import type { Deployed } from '../../contracts/release-history';
import { stageOf } from '../../environments';
import type { Deployment } from '../../environments';
import type { standingsOf } from '../../gates';
import type { Instant } from '../../kernel/instant';
import type { Settings } from '../../settings';

type Standings = ReturnType<typeof standingsOf>;

export interface TrackFacts {
  readonly stages: Settings['stages'];
  /** What stands and stood in the stages. */
  readonly standings: Standings;
  readonly told: boolean;
  readonly now: Instant;
}

/** All stages in promotion order with what stands in them, and how far the release has come. */
export function trackView({ stages, standings, told, now }: TrackFacts): BridgeView<'releaseTrack'> {
  const live = standings.filter((one) => one.live);
  const rows = stages.map(({ key, name, gated }) => ({
    ...{ key, name, gated },
    live: live
      .filter((one) => one.stage === key)
      .map(({ service, version, build, at, isRelease }) => ({ service, version, build, at, isRelease })),
  }));
  const reached = rows.filter((row) => row.live.some(({ isRelease }) => isRelease));
  return { now, stages: rows, standsIn: reached.at(-1)?.key ?? null, told };
}

/** Deployments of a release as its history tells them. */
export function deployedRows(deployments: readonly Deployment[], stages: Settings['stages']): Deployed[] {
  return deployments.map(({ id, service, environment, build, state, at }) => ({
    ...{ id, service, environment, build, state, at },
    stage: stageOf(environment, stages)?.name ?? null,
  }));
}

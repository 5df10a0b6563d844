import type { BridgeView } from '../../../../../src/contracts/bridge';
import type { Decision } from '../../../../../src/contracts/decisions';
import type { Deployed } from '../../../../../src/contracts/release-history';

type Timeline = Pick<BridgeView<'releaseTimeline'>, 'decisions' | 'deployments' | 'next'>;

export type TimelineRow =
  | { readonly kind: 'decision'; readonly at: string; readonly decision: Decision }
  | { readonly kind: 'deployed'; readonly at: string; readonly deployed: Deployed };

/**
 * What happened to a release, newest first. While there are older entries that have not been read, deployments of before the oldest one
 * that has are left for later: their place among the others is not known yet.
 */
export function timelineRows({ decisions, deployments, next }: Timeline): TimelineRow[] {
  const oldest = next === null ? '' : (decisions.at(-1)?.at ?? '');
  return [
    ...decisions.map((decision) => ({ kind: 'decision', at: decision.at, decision }) as const),
    ...deployments.flatMap((deployed) =>
      deployed.at >= oldest ? ({ kind: 'deployed', at: deployed.at, deployed } as const) : [],
    ),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

const outcomes = {
  'in-progress': 'is being deployed to',
  successful: 'was deployed to',
  failed: 'failed to deploy to',
  cancelled: 'was not deployed after all to',
} as const;

/** "shop, build 1.4.2+7, was deployed to Staging." */
export function deployedWords({ service, build, state, stage, environment }: Deployed): string {
  return `${service}${build === null ? '' : `, build ${build},`} ${outcomes[state]} ${stage ?? environment}.`;
}

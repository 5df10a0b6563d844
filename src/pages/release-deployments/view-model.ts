import type { ReleaseDeploymentsView } from '../../contracts/release-deployments';
import type { Deployment } from '../../environments';
import type { Instant } from '../../kernel/instant';
import { deploymentRows } from '../deployments/rows';
import type { RowContext } from '../deployments/rows';

/** More would be no list any more. */
const mostRows = 200;

export interface ReleaseDeploymentFacts extends RowContext {
  /** Name of the release. */
  readonly version: string;
  /** The builds that were told to be of it, by service and name. */
  readonly builds: readonly { readonly service: string; readonly build: string }[];
  readonly now: Instant;
}

/** The deployments of a release: those that name it, and those of its builds. */
export function releaseDeploymentsView(facts: ReleaseDeploymentFacts): ReleaseDeploymentsView {
  const { all, now } = facts;
  const mine = deploymentsOfRelease(facts);
  return {
    now,
    told: all.length > 0,
    deployments: deploymentRows(mine.slice(0, mostRows), facts),
    more: Math.max(0, mine.length - mostRows),
  };
}

export function deploymentsOfRelease({
  all,
  version,
  builds,
}: Pick<ReleaseDeploymentFacts, 'all' | 'version' | 'builds'>): Deployment[] {
  const built = new Set(builds.map(({ service, build }) => JSON.stringify([service, build])));
  return all.filter((one) =>
    one.version === null ? built.has(JSON.stringify([one.service, one.build])) : one.version === version,
  );
}

import type { StoredDefect, StoredVersion } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import { behavioursOf, deploymentSteps, toldBuilds } from '../../environments/shell';
import type { Settings } from '../../settings';
import { mostSteps } from '../deployments/read';
import { mostBuilds } from '../release-deployments/calls';
import { deploymentsOfRelease } from '../release-deployments/view-model';
import type { DeploymentFacts } from './view-model';

/** Where a release stands and what is known of its defects there. @param defects all of the release */
export async function debtFacts(
  { projectId, name }: StoredVersion,
  defects: readonly StoredDefect[],
  stages: Settings['stages'],
): Promise<DeploymentFacts> {
  const [steps, builds] = await Promise.all([
    deploymentSteps(projectId, name, mostSteps),
    toldBuilds(projectId, { version: name }, mostBuilds),
  ]);
  const all = deploymentsOf(steps);
  const ofRelease = deploymentsOfRelease({ all, version: name, builds });
  const cells = ofRelease.length === 0 ? new Map() : await behavioursOf(defects.map(({ id }) => id));
  return { defects, cells, all, ofRelease, stages };
}

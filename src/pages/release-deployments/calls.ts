import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { versionById } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import { deploymentSteps, toldBuilds } from '../../environments/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { refused, shown } from '../answer';
import { incidentTitles, mostSteps } from '../deployments/read';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { deploymentsOfRelease, releaseDeploymentsView } from './view-model';

/** Builds of one release that are looked at. */
export const mostBuilds = 40;

export async function releaseDeployments(
  { projectId, versionId }: BridgeRequest<'releaseDeployments'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'releaseDeployments'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await versionById(versionId);
  if (version === null || version.projectId !== projectId) {
    return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
  }
  const [steps, builds, settings] = await Promise.all([
    deploymentSteps(projectId, version.name, mostSteps),
    toldBuilds(projectId, { version: version.name }, mostBuilds),
    readSettings(),
  ]);
  const all = deploymentsOf(steps);
  const facts = { all, version: version.name, builds, now: viewer.now };
  const incidents = await incidentTitles(projectId, deploymentsOfRelease(facts), opened.access);
  const { stages } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  return shown(releaseDeploymentsView({ ...facts, stages, incidents }));
}

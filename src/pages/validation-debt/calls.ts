import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsOfVersion, versionById } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import { behavioursOf, deploymentSteps, toldBuilds } from '../../environments/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { refused, shown } from '../answer';
import { mostSteps } from '../deployments/read';
import { openProject } from '../open-project';
import { mostBuilds } from '../release-deployments/calls';
import { deploymentsOfRelease } from '../release-deployments/view-model';
import type { Viewer } from '../viewer';
import { validationDebtView } from './view-model';

export async function validationDebt(
  { projectId, versionId }: BridgeRequest<'validationDebt'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'validationDebt'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await versionById(versionId);
  if (version === null || version.projectId !== projectId) {
    return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
  }
  const [defects, steps, builds, settings] = await Promise.all([
    defectsOfVersion(versionId),
    deploymentSteps(projectId, version.name, mostSteps),
    toldBuilds(projectId, { version: version.name }, mostBuilds),
    readSettings(),
  ]);
  const all = deploymentsOf(steps);
  const ofRelease = deploymentsOfRelease({ all, version: version.name, builds });
  const cells = ofRelease.length === 0 ? new Map() : await behavioursOf(defects.map(({ id }) => id));
  const { stages } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  return shown(validationDebtView({ defects, cells, all, ofRelease, stages, access: opened.access, now: viewer.now }));
}

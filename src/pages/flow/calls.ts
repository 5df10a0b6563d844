import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { versionsOf } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import { deploymentSteps } from '../../environments/shell';
import { freezesOfProject } from '../../gates/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { shown } from '../answer';
import { projectHistory } from '../charts/project-history';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { flowMarkers } from './markers';
import { defectsInBand, flowView } from './view-model';

/** Newest steps of deployments that markers are made of. */
const mostSteps = 500;
/** The screen marks the newest of the days that it shows, which may be any of those that it was told. */
const mostMarkers = 600;

/** How many defects of a project stood where, day by day. */
export async function flow({ projectId, ...asked }: BridgeRequest<'flow'>, viewer: Viewer): Promise<Answer<BridgeView<'flow'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const revision = await revisionOf(project, viewer.now);
  const [history, releases, steps, settings, frozen] = await Promise.all([
    projectHistory(projectId, access),
    versionsOf(projectId),
    deploymentSteps(projectId, null, mostSteps),
    readSettings(),
    freezesOfProject(projectId),
  ]);
  const { stages, forecast } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  const told = { releases, freezes: forecast.freezes, frozen, deployments: deploymentsOf(steps), stages };
  const markersBetween = (firstDay: number, lastDay: number) => flowMarkers(told, firstDay, lastDay, mostMarkers);
  return shown(flowView({ project, history, asked, markersBetween, revision, now: viewer.now }));
}

/** The defects behind a band at a day. */
export async function flowDefects(
  { projectId, ...asked }: BridgeRequest<'flowDefects'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'flowDefects'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  return shown(defectsInBand(await projectHistory(projectId, opened.access), asked, viewer.now));
}

import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { shown } from '../answer';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { readRepair } from './read';
import { repairIssuesView, repairView } from './view-model';

/** How long it takes to find, take up and end what goes wrong in two environments, and DORA's measures. */
export async function repair(request: BridgeRequest<'repair'>, viewer: Viewer): Promise<Answer<BridgeView<'repair'>>> {
  const { projectId, range, one, other } = request;
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const revision = await revisionOf(project, now);
  const sources = await readRepair(projectId, access, now);
  return shown(repairView({ ...sources, project, revision, now }, { range, one, other }));
}

/** The issues behind the figures of one environment. */
export async function repairIssues(
  { projectId, range, stage, part }: BridgeRequest<'repairIssues'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'repairIssues'>>> {
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const sources = await readRepair(projectId, opened.access, now);
  return shown(repairIssuesView({ ...sources, project: opened.project, revision: '', now }, range, stage, part));
}

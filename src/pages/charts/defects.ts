import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsById } from '../../defects/shell';
import { shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { chartDefectsView } from './defects-view';

/** The defects behind a point of a chart. */
export async function chartDefects(
  { projectId, ids }: BridgeRequest<'chartDefects'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'chartDefects'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { access } = opened;
  return shown(chartDefectsView({ projectId, ids, stored: await defectsById(ids), access, now: viewer.now }));
}

import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { refused, shown } from '../answer';
import { versionsInOrder } from '../forecast/read';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { scoreFacts } from './score-facts';
import { readinessScoreView } from './score-view';

/** How ready a release is, 0 to 100, in parts that add up. */
export async function readinessScore(
  { projectId, versionId }: BridgeRequest<'readinessScore'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'readinessScore'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const versions = await versionsInOrder(projectId);
  const version = versions.find(({ id }) => id === versionId);
  if (version === undefined || version.released || project.state !== 'ready') {
    return refused('No score', 'A release has a score while it is still to come, once all of its project has been read.');
  }
  const { terms, facts } = await scoreFacts(opened, version, versions, viewer);
  return shown(readinessScoreView(terms, facts.defects, access));
}

import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { hasOpenTicket, progressOf, versionsToJudge } from '../../defects/shell';
import { lookBackOf, verdictsOf } from '../../gates/shell';
import { readSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { inTrouble, shown } from '../answer';
import { openProject } from '../open-project';
import { revisionOf } from '../revision';
import type { Viewer } from '../viewer';
import { releasesView } from './view-model';

export async function releases(
  { projectId }: BridgeRequest<'releases'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'releases'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  // The revision is read first: what changes while the rest is read makes the screen read again.
  const revision = await revisionOf(project, viewer.now);
  const versions = await versionsToJudge(projectId);
  const ids = versions.map((version) => version.id);
  const [verdicts, progress, keptFresh, settings, lookBack] = await Promise.all([
    verdictsOf(ids),
    progressOf(ids),
    hasOpenTicket(projectId),
    readSettings(),
    lookBackOf(projectId),
  ]);
  const facts = { project, versions, verdicts, progress, settings, lookBack, access, keptFresh, revision };
  return shown(releasesView({ ...facts, now: viewer.now }));
}

export async function revision(
  { projectId }: BridgeRequest<'revision'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'revision'>>> {
  const opened = await openProject(projectId, viewer);
  return opened.kind === 'open' ? shown({ revision: await revisionOf(opened.project, viewer.now) }) : opened;
}

export async function refresh(
  { projectId }: BridgeRequest<'refresh'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'refresh'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const upTo = await actions.refreshNow(projectId);
  return upTo.kind === 'ok' ? shown({ upTo: upTo.value }) : inTrouble(upTo);
}

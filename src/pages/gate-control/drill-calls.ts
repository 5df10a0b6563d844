import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import type { Actions } from '../actions';
import { inTrouble, refused, shown } from '../answer';
import type { Viewer } from '../viewer';
import { openRelease } from './calls';

type DrillActions = Pick<Actions, 'startDrill' | 'actOnDrill'>;

export async function startDrill(
  request: BridgeRequest<'startDrill'>,
  actions: DrillActions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'startDrill'>>> {
  const opened = await openRelease(request, viewer);
  if (opened.kind !== 'open') return opened;
  const { version } = opened;
  if (version.released) return refused('Already released', `${version.name} is released: there is no line to stop.`);
  const { projectId, stage: stageKey } = request;
  const named = { id: version.id, name: version.name };
  const done = await actions.startDrill({ projectId, version: named, stageKey, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}

export async function actOnDrill(
  request: BridgeRequest<'actOnDrill'>,
  actions: DrillActions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'actOnDrill'>>> {
  const opened = await openRelease(request, viewer);
  if (opened.kind !== 'open') return opened;
  const done = await actions.actOnDrill({ ...request, ...viewer });
  return done.kind === 'ok' ? shown(done.value) : inTrouble(done);
}

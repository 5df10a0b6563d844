import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { projectById } from '../../defects/shell';
import type { Actions } from '../actions';
import { notAdmin } from '../admins-only';
import { refused, shown } from '../answer';

/** Reads a project from the start. Until that is done no gate of it is open, so only Jira admins may. */
export function readProject(
  { projectId }: BridgeRequest<'readProject'>,
  actions: Actions,
): Promise<Answer<BridgeView<'readProject'>>> {
  return asAdmin(projectId, () => actions.readProject(projectId));
}

/** Pauses the reading of a project, or lets it go on. */
export function pauseReading(
  { projectId, paused }: BridgeRequest<'pauseReading'>,
  actions: Actions,
): Promise<Answer<BridgeView<'pauseReading'>>> {
  return asAdmin(projectId, () => actions.pauseReading(projectId, paused));
}

async function asAdmin(projectId: string, act: () => Promise<void>): Promise<Answer<Record<string, never>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  if ((await projectById(projectId)) === null) return refused('No such project', 'Holdpoint does not know this project.');
  await act();
  return shown({});
}

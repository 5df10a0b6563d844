import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import type { Actions } from '../actions';
import { shown } from '../answer';
import { sightsOf } from '../replay/sights';
import { replayedView } from '../replay/view-model';
import type { Viewer } from '../viewer';
import { openGates } from './access';
import { notDelegated, wantedOf } from './wanted';

/**
 * What rows would have made of the project's decisions of the last 90 days. No decision of another project is looked at, and who administers
 * the project is named only the issues that Jira shows to that person.
 */
export async function replayProjectGates(
  { projectId, rows }: BridgeRequest<'replayProjectGates'>,
  actions: Pick<Actions, 'replaySettings'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'replayProjectGates'>>> {
  const opened = await openGates(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  if (opened.may === 'nothing') return notDelegated;
  const wanted = wantedOf(opened, rows);
  if (wanted.kind === 'invalid') return shown({ kind: 'invalid' });
  const facts = await actions.replaySettings(wanted.settings, viewer.now, projectId);
  return shown(replayedView(facts, await sightsOf(facts, viewer)));
}

import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { parseSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';
import type { Viewer } from '../viewer';
import { sightsOf } from './sights';
import { replayedView } from './view-model';

/** What other settings would have made of the decisions of the last 90 days. Who administers Jira need not see every issue. */
export async function replaySettings(
  request: BridgeRequest<'replaySettings'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'replaySettings'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const parsed = parseSettings(request.settings);
  if (parsed.kind === 'invalid') return shown({ kind: 'invalid' });
  const facts = await actions.replaySettings(parsed.settings, viewer.now, null);
  return shown(replayedView(facts, await sightsOf(facts, viewer)));
}

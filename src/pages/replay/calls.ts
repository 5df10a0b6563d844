import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { issuesById } from '../../defects/shell';
import { parseSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';
import type { Sight } from '../decisions/named-issues';
import type { Viewer } from '../viewer';
import { viewerAccess } from '../viewer-access';
import { mostFlips, replayedView } from './view-model';
import type { FlipFacts } from './view-model';

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
  const facts = await actions.replaySettings(parsed.settings, viewer.now);
  return shown(replayedView(facts, await sightsOf(facts.flips.slice(0, mostFlips), viewer)));
}

/** Which issues of the projects the admin may be shown; none of a project of which Jira does not say. */
async function sightsOf(flips: readonly FlipFacts[], { accountId, now }: Viewer): Promise<Map<string, Sight>> {
  const stored = await issuesById([...new Set(flips.flatMap(({ defects }) => defects.map(({ id }) => id)))]);
  const sights = new Map<string, Sight>();
  for (const projectId of new Set(flips.map((flip) => flip.projectId))) {
    const access = await viewerAccess(accountId, projectId, now);
    if (access.kind === 'ok') sights.set(projectId, { projectId, access: access.value, stored });
  }
  return sights;
}

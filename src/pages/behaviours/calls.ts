import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import type { StoredDefect } from '../../defects/shell';
import { deploymentsOf } from '../../environments';
import { deploymentSteps, storedBehaviours } from '../../environments/shell';
import { peopleBehind } from '../../governance/shell';
import { viewerMayEdit } from '../../platform/jira';
import { defaultSettings } from '../../settings';
import type { Settings } from '../../settings';
import { readSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { failed, inTrouble, refused, shown } from '../answer';
import { mostSteps } from '../deployments/read';
import { openDefect } from '../open-defect';
import type { Viewer } from '../viewer';
import { behavioursView } from './view-model';

export async function behaviours(
  { issueId }: BridgeRequest<'behaviours'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'behaviours'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const mayEdit = await viewerMayEdit(issueId);
  const settings = await readSettings();
  const { stages } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  return shown(await view(opened.defect, stages, mayEdit.kind === 'ok' && mayEdit.value, viewer));
}

/** Takes a person's word. Jira is asked again whether the person may edit the issue: the screen may be hours old. */
export async function setBehaviour(
  { issueId, stage: key, state, build, note }: BridgeRequest<'setBehaviour'>,
  actions: Pick<Actions, 'setBehaviour'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'setBehaviour'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect } = opened;
  const mayEdit = await viewerMayEdit(issueId);
  if (mayEdit.kind !== 'ok') return inTrouble(mayEdit);
  if (!mayEdit.value) return refused('No access', 'Only people who may edit this issue in Jira may say how the defect behaves.');
  const settings = await readSettings();
  if (settings.kind !== 'ok')
    return failed('Settings cannot be read', 'Nobody can say which stages there are. An admin repairs them in Holdpoint.');
  const { stages } = settings.settings;
  const stage = stages.find((candidate) => candidate.key === key);
  if (stage === undefined) return refused('No such stage', 'The stages were changed meanwhile. Reload the page.');
  const { accountId, now } = viewer;
  await actions.setBehaviour({ defect, stage, state, build: build === '' ? null : build, note, accountId, now });
  return shown(await view(defect, stages, true, viewer));
}

async function view({ id, projectId }: StoredDefect, stages: Settings['stages'], mayEdit: boolean, { now }: Viewer) {
  const kept = (await storedBehaviours([id])).get(id);
  const { said, facts } = kept ?? { said: {}, facts: {} };
  const [steps, people] = await Promise.all([
    deploymentSteps(projectId, null, mostSteps),
    peopleBehind(Object.values(said).map(({ by }) => by)),
  ]);
  return behavioursView({ stages, said, facts, deployments: deploymentsOf(steps), people, mayEdit, now });
}

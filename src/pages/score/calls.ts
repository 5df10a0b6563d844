import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectById } from '../../defects/shell';
import { scoresOf } from '../../scoring/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { maySee } from '../access';
import { refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { scoreView } from './view-model';

/** The score of a defect, and what it is made of. */
export async function score({ issueId }: BridgeRequest<'score'>, viewer: Viewer): Promise<Answer<BridgeView<'score'>>> {
  const defect = await defectById(issueId);
  if (defect === null) return refused('Not a defect', 'Holdpoint does not follow this issue as a defect.');
  const opened = await openProject(defect.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  if (!maySee(opened.access, defect.securityLevel))
    return refused('No access', 'You may not see this issue in Jira, so Holdpoint does not show it either.');
  const [stored, settings] = await Promise.all([scoresOf([issueId]), readSettings()]);
  const { scoring: policy } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  return shown(scoreView({ stored: stored.get(issueId), open: defect.open, policy, now: viewer.now }));
}

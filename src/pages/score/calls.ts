import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { scoresOf } from '../../scoring/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { shown } from '../answer';
import { openDefect } from '../open-defect';
import type { Viewer } from '../viewer';
import { scoreView } from './view-model';

/** The score of a defect, and what it is made of. */
export async function score({ issueId }: BridgeRequest<'score'>, viewer: Viewer): Promise<Answer<BridgeView<'score'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect } = opened;
  const [stored, settings] = await Promise.all([scoresOf([issueId]), readSettings()]);
  const { scoring: policy } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  return shown(scoreView({ stored: stored.get(issueId), open: defect.open, policy, now: viewer.now }));
}

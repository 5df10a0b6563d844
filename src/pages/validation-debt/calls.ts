import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsOfVersion, versionById } from '../../defects/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { refused, shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';
import { debtFacts } from './read';
import { validationDebtView } from './view-model';

export async function validationDebt(
  { projectId, versionId }: BridgeRequest<'validationDebt'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'validationDebt'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const version = await versionById(versionId);
  if (version === null || version.projectId !== projectId) {
    return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
  }
  const [defects, settings] = await Promise.all([defectsOfVersion(versionId), readSettings()]);
  const { stages } = settings.kind === 'ok' ? settings.settings : defaultSettings;
  const facts = await debtFacts(version, defects, stages);
  return shown(validationDebtView({ ...facts, access: opened.access, now: viewer.now }));
}

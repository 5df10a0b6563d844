import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import { freezeProblem } from '../../contracts/forecast-settings';
import type { Answer } from '../../contracts/screen';
import { versionById } from '../../defects/shell';
import type { Settings } from '../../settings';
import { readSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { notAdmin } from '../admins-only';
import { refused, shown } from '../answer';
import type { Viewer } from '../viewer';

/** Sets when a release freezes, or takes it away: a change of the settings, saved and entered in the ledger as any other. */
export async function setFreeze(
  { projectId, versionId, day, note }: BridgeRequest<'setFreeze'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'setFreeze'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const version = await versionById(versionId);
  if (version === null || version.projectId !== projectId)
    return refused('No such release', 'This project has no such version. It may have been deleted or merged into another.');
  const problem = day === null ? null : freezeProblem({ day, note }, version.releaseDate);
  if (problem !== null) return shown({ kind: 'invalid', problem });
  const stored = await readSettings();
  if (stored.kind !== 'ok')
    return refused('The settings cannot be read', 'Open Holdpoint’s settings, check them and save them first.');
  const settings = withFreeze(stored.settings, versionId, day === null ? null : { day, note });
  const saved = await actions.saveSettings({ settings, revision: stored.revision, ...viewer });
  if (saved.kind === 'saved') return shown({ kind: 'saved' });
  return shown({ kind: 'invalid', problem: 'Somebody else saved the settings just now. Try again.' });
}

function withFreeze(settings: Settings, versionId: string, freeze: { day: string; note: string } | null): Settings {
  const others = Object.entries(settings.forecast.freezes).filter(([id]) => id !== versionId);
  return { ...settings, forecast: { freezes: Object.fromEntries(freeze === null ? others : [...others, [versionId, freeze]]) } };
}

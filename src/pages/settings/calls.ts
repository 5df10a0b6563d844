import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { settingsSchema } from '../../contracts/settings';
import { allProjects } from '../../defects/shell';
import { TablesNotReady } from '../../platform/database';
import { defaultSettings, gateWarnings } from '../../settings';
import type { Settings } from '../../settings';
import { parseSettings, readSettings } from '../../settings/shell';
import type { Actions } from '../actions';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';
import type { Viewer } from '../viewer';
import { lateFreezes } from './late-freezes';
import { warningsOfRoles } from './project-roles';
import { previewSentence } from './view-model';

export async function settings(actions: Actions, viewer: Viewer): Promise<Answer<BridgeView<'settings'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const stored = await readSettings();
  const current = stored.kind === 'ok' ? stored.settings : defaultSettings;
  return shown({
    settings: settingsSchema.parse(current),
    warnings: [...gateWarnings(current), ...(await warningsOfRoles(current, viewer.now))],
    revision: stored.revision ?? (await actions.currentRevision()),
    damaged: stored.kind === 'damaged' ? stored.because : null,
    projects: await projectNames(),
    now: viewer.now,
  });
}

/** Settings can be looked at before the tables are there. */
async function projectNames(): Promise<{ id: string; key: string; name: string }[]> {
  try {
    return (await allProjects()).map(({ id, key, name }) => ({ id, key, name }));
  } catch (error) {
    if (error instanceof TablesNotReady) return [];
    throw error;
  }
}

/** How the problems of a document name the projects whose own rows are in the way. */
async function namesForProblems(): Promise<(projectId: string) => string> {
  const names = new Map((await projectNames()).map(({ id, key, name }) => [id, `${name} (${key})`]));
  return (id) => names.get(id) ?? `The project ${id}, which Holdpoint does not follow any more,`;
}

export async function previewSettings(
  request: BridgeRequest<'previewSettings'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'previewSettings'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const parsed = parseSettings(request.settings, await namesForProblems());
  if (parsed.kind === 'invalid') return shown({ kind: 'invalid', problems: parsed.problems });
  const stored = await readSettings();
  const late = await lateFreezes(stored.kind === 'ok' ? stored.settings : null, parsed.settings);
  if (late.length > 0) return shown({ kind: 'invalid', problems: late });
  const inMap = await mapProblems(parsed.settings, actions);
  if (inMap.length > 0) return shown({ kind: 'invalid', problems: inMap });
  const { changes, judged } = await actions.previewSettings(parsed.settings, viewer.now, null);
  const types = (of: { defectTypes: readonly string[]; releaseTypes: readonly string[] }) =>
    JSON.stringify([of.defectTypes, of.releaseTypes]);
  const readAgain = stored.kind === 'damaged' || types(stored.settings) !== types(parsed.settings);
  const sentence = previewSentence(changes, judged, readAgain);
  const warnings = [...gateWarnings(parsed.settings), ...(await warningsOfRoles(parsed.settings, viewer.now))];
  return shown({ kind: 'preview', sentence, changes, judged, warnings });
}

export async function saveSettings(
  request: BridgeRequest<'saveSettings'>,
  actions: Actions,
  viewer: Viewer,
): Promise<Answer<BridgeView<'saveSettings'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const parsed = parseSettings(request.settings, await namesForProblems());
  if (parsed.kind === 'invalid') return shown({ kind: 'invalid', problems: parsed.problems });
  const stored = await readSettings();
  const late = await lateFreezes(stored.kind === 'ok' ? stored.settings : null, parsed.settings);
  if (late.length > 0) return shown({ kind: 'invalid', problems: late });
  const inMap = await mapProblems(parsed.settings, actions);
  if (inMap.length > 0) return shown({ kind: 'invalid', problems: inMap });
  return shown(await actions.saveSettings({ settings: parsed.settings, revision: request.revision, ...viewer }));
}

/** What Jira's workflows make impossible of the transition map. */
async function mapProblems(settings: Settings, actions: Actions): Promise<{ path: string; message: string }[]> {
  const problems = await actions.transitionMapProblems(settings);
  return problems.map(({ path, message }) => ({ path: `transitionMap.${path}`, message }));
}

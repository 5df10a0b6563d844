import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { settingsSchema } from '../../contracts/settings';
import type { Instant } from '../../kernel/instant';
import { forProject, gateWarnings, roleWarnings } from '../../settings';
import type { Settings } from '../../settings';
import type { Actions } from '../actions';
import { shown } from '../answer';
import { rolesOfProjects } from '../settings/project-roles';
import { previewSentence } from '../settings/view-model';
import type { Viewer } from '../viewer';
import { openGates } from './access';
import type { OpenGates } from './access';
import { notDelegated, wantedOf } from './wanted';

/** Which rules apply to a project and who asks for each, for everybody who may see it. */
export async function projectGates(
  { projectId }: BridgeRequest<'projectGates'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'projectGates'>>> {
  const opened = await openGates(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, settings, revision, may, administers } = opened;
  const { id, key, name } = project;
  const { stages, tiers, gates } = settingsSchema.parse(settings);
  const rows = settingsSchema.parse(forProject(settings, id)).gates.rows;
  return shown({
    ...{ project: { id, key, name }, stages, tiers, freezes: gates.freezes, rows, site: gates.rows },
    ...{ delegated: gates.delegated, may, administers, revision },
    warnings: may === 'nothing' ? [] : await warningsOf(settings, opened, viewer.now),
  });
}

/** What rows would hold and open in the project. Nothing of other projects is looked at. */
export async function previewProjectGates(
  { projectId, rows }: BridgeRequest<'previewProjectGates'>,
  actions: Pick<Actions, 'previewSettings'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'previewProjectGates'>>> {
  const opened = await openGates(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  if (opened.may === 'nothing') return notDelegated;
  const wanted = wantedOf(opened, rows);
  if (wanted.kind === 'invalid') return shown(wanted);
  const { changes, judged } = await actions.previewSettings(wanted.settings, viewer.now, projectId);
  const warnings = await warningsOf(wanted.settings, opened, viewer.now);
  return shown({ kind: 'preview', sentence: previewSentence(changes, judged, false), changes, judged, warnings });
}

/** Saves the gates of a project: a revision of the settings as any other, entered in the ledger of the project too. */
export async function saveProjectGates(
  { projectId, rows, revision }: BridgeRequest<'saveProjectGates'>,
  actions: Pick<Actions, 'saveSettings'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'saveProjectGates'>>> {
  const opened = await openGates(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  if (opened.may === 'nothing') return notDelegated;
  if (opened.revision !== revision) return shown({ kind: 'conflict', revision: opened.revision });
  const wanted = wantedOf(opened, rows);
  if (wanted.kind === 'invalid') return shown(wanted);
  return shown(await actions.saveSettings({ settings: wanted.settings, revision, ...viewer }));
}

async function warningsOf(settings: Settings, { project }: OpenGates, now: Instant) {
  const own = forProject(settings, project.id);
  const asksRoles = own.gates.rows.some(({ rule }) => rule === 'manual-check');
  const roles = asksRoles ? (await rolesOfProjects(now)).filter(({ key }) => key === project.key) : [];
  return [...gateWarnings(own), ...roleWarnings(own, roles)];
}

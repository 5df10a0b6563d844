import type { Answer } from '../../contracts/screen';
import { projectById } from '../../defects/shell';
import type { StoredProject } from '../../defects/shell';
import type { Delegation } from '../../gates';
import { viewerAdministers, viewerIsAdmin } from '../../platform/jira';
import type { Settings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { inTrouble, refused } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';

export interface OpenGates {
  readonly kind: 'open';
  readonly project: StoredProject;
  readonly settings: Settings;
  readonly revision: number;
  /** What the viewer may change of the project's gates. */
  readonly may: Delegation;
  /** Whether the viewer administers Jira or the project. */
  readonly administers: boolean;
}

const damaged = refused(
  'The settings cannot be read',
  'Somebody who administers Jira has to open Holdpoint’s settings and save them first.',
);

/**
 * The gates of a project for a person at a screen. Who administers Jira may change anything, also of a project that Jira does not show to
 * that person; who administers the project what is delegated; everybody else who may see the project may read. Jira is asked each time.
 */
export async function openGates(projectId: string, viewer: Viewer): Promise<OpenGates | Answer<never>> {
  const admin = await viewerIsAdmin();
  if (admin.kind !== 'ok') return inTrouble(admin);
  const known = admin.value ? await projectById(projectId) : null;
  const opened = known === null ? await openProject(projectId, viewer) : { kind: 'open' as const, project: known };
  if (opened.kind !== 'open') return opened;
  const stored = await readSettings();
  if (stored.kind !== 'ok') return damaged;
  const { settings, revision } = stored;
  const found = { kind: 'open', project: opened.project, settings, revision } as const;
  if (admin.value) return { ...found, may: 'anything', administers: true };
  const administers = await viewerAdministers(projectId);
  if (administers.kind !== 'ok') return inTrouble(administers);
  return { ...found, may: administers.value ? settings.gates.delegated : 'nothing', administers: administers.value };
}

import { defectById } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { maySee } from './access';
import { openProject } from './open-project';
import type { OpenProject } from './open-project';
import type { Viewer } from './viewer';

type OpenedProject = Extract<OpenProject, { kind: 'open' }>;
/** With what the person may see of it. */
export type OpenedDefect = OpenedProject & { readonly defect: StoredDefect };
type OpenDefect = OpenedDefect | Exclude<OpenProject, OpenedProject>;

/** A defect for a person at a screen, with its project, where the person may see both. */
export async function openDefect(issueId: string, viewer: Viewer): Promise<OpenDefect> {
  const defect = await defectById(issueId);
  if (defect === null)
    return { kind: 'refused', title: 'Not a defect', message: 'Holdpoint does not follow this issue as a defect.' };
  const opened = await openProject(defect.projectId, viewer);
  if (opened.kind !== 'open') return opened;
  if (maySee(opened.access, defect.securityLevel)) return { ...opened, defect };
  const message = 'You may not see this issue in Jira, so Holdpoint does not show it either.';
  return { kind: 'refused', title: 'No access', message };
}

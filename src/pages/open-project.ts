import type { Answer } from '../contracts/screen';
import { projectById } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { failed, inTrouble, refused } from './answer';
import type { Access } from './access';
import type { Viewer } from './viewer';
import { viewerAccess } from './viewer-access';

export type OpenProject =
  { readonly kind: 'open'; readonly project: StoredProject; readonly access: Access } | Exclude<Answer<never>, { kind: 'ok' }>;

/** A project for a person at a screen: first whether the person may see it, then what is stored of it. */
export async function openProject(projectId: string, viewer: Viewer): Promise<OpenProject> {
  const access = await viewerAccess(viewer.accountId, projectId, viewer.now);
  if (access.kind !== 'ok') return notOk(inTrouble(access));
  if (!access.value.mayBrowse)
    return notOk(refused('No access', 'You may not see this project in Jira, so Holdpoint does not show it either.'));
  const project = await projectById(projectId);
  if (project !== null) return { kind: 'open', project, access: access.value };
  return notOk(
    failed('Not read yet', 'Holdpoint has not taken in this project yet. That happens within a few minutes of its creation.'),
  );
}

function notOk(answer: Answer<never>): Exclude<Answer<never>, { kind: 'ok' }> {
  return answer.kind === 'ok' ? { kind: 'failed', title: 'Nothing to show', message: 'Reload the page.' } : answer;
}

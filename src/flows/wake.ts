import { claimWake, projectById, nameProject } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import { pushMessages } from '../platform/queue';

/** Sends a project's lane a message where none is on its way. */
export async function wake(projectId: string, now: Instant): Promise<void> {
  if (await claimWake(projectId, now)) await pushMessages([{ kind: 'changed', projectId }]);
}

/** A project that an event names for the first time is taken in and read from the start. @returns whether it was known already */
export async function knowProject(project: { id: string; key: string; name: string }, now: Instant): Promise<boolean> {
  if ((await projectById(project.id)) !== null) return true;
  await nameProject(project, now);
  await pushMessages([{ kind: 'read', projectId: project.id }]);
  return false;
}

import { projectById } from '../defects/shell';
import type { Instant } from '../kernel/instant';
import type { JiraOutcome } from '../platform/jira';
import { refreshProject } from './refresh-project';

/** The screen's button: reads what changed now. @returns the moment up to which Jira has been read */
export async function refreshNow(projectId: string): Promise<JiraOutcome<Instant>> {
  const project = await projectById(projectId);
  if (project === null) return { kind: 'gone', because: 'Holdpoint does not know this project yet.' };
  if (project.state !== 'ready') return { kind: 'failed', because: 'The first reading of this project is not done yet.' };
  return refreshProject(project);
}
